import { describe, expect, test } from 'vitest';
import { writeNpy } from '../../../datasets/formats/npy.ts';
import { checkedRequest, computed } from '../../../train/compute/compute.ts';
import { jsonValue } from '../../../train/compute/result-schema.ts';

const issuesIn = async (json: unknown) => {
  const found = await checkedRequest(json);
  return 'issues' in found ? found.issues : [];
};

const files = (contents: Readonly<Record<string, string | Uint8Array>>) => ({
  read: (path: string): Uint8Array => {
    const content = contents[path];
    if (content === undefined) throw new RangeError(`no file ${path}`);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  },
});

describe('a request', () => {
  test.each([[null], [[]], ['entropies'], [7]])('that is %j is refused', async (json) => {
    expect(await issuesIn(json)).toMatchObject([{ path: '', expected: 'an object {"request": …}' }]);
  });

  test('of an unknown name is told the known ones', async () => {
    expect(await issuesIn({ request: 'toString' })).toMatchObject([{ path: 'request', received: '"toString"' }]);
    expect((await issuesIn({}))[0]!.expected).toMatch(/one of complexity, .*entropies/);
  });

  test('has all its mistakes told at once: key, expected, received', async () => {
    const wrong = {
      request: 'complexity',
      state: 'ghz(',
      metric: { maxSize: 'x', reach: 1 },
      slices: 0,
      colour: 'red',
    };
    const issues = await issuesIn(wrong);
    expect(issues.map(({ path }) => path).sort()).toEqual([
      'colour',
      'metric.maxSize',
      'metric.reach',
      'slices',
      'state',
    ]);
    expect(issues.find(({ path }) => path === 'slices')).toEqual({
      path: 'slices',
      expected: 'number to be > 0',
      received: '0',
    });
  });

  test('of an unknown state is told so, whether it is text or JSON', async () => {
    for (const state of ['gzh(4)', { name: 'gzh', qubits: 4 }]) {
      expect(await issuesIn({ request: 'state', state })).toMatchObject([
        { path: 'state.name', received: `"gzh" (did you mean 'ghz'?)` },
      ]);
    }
  });

  test('comes back in the answer with all defaults', async () => {
    const { request } = await computed({ request: 'entropies', state: 'w(3)' }, files({}));
    expect(request).toEqual({ request: 'entropies', state: { name: 'w', qubits: 3 }, order: 1 });
  });

  test('is answered alike to the bit', async () => {
    const ask = () => computed({ request: 'complexity', state: 'haar-random(2)', methods: ['all paths'] }, files({}));
    expect(JSON.stringify(jsonValue(await ask()))).toBe(JSON.stringify(jsonValue(await ask())));
  });
});

describe('files', () => {
  const bell = { shape: [4], interleaved: Float64Array.of(Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0) };

  test('of amplitudes, Hamiltonians, circuits, graphs and networks are read by their names', async () => {
    const context = files({
      'psi.npy': writeNpy(bell),
      'h.json': '{"qubits": 2, "terms": [{"word": "ZZ", "coefficient": 2}]}',
      'c.qasm': 'OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; h q[0]; cx q[0],q[1];',
      'graph.json': '{"edges": [["a", "b", 2], ["b", "c"]]}',
      'network.json': '{"tensors": [{"legs": ["i"], "path": "psi.npy"}, {"legs": ["i"], "path": "psi.npy"}]}',
    });
    const resultOf = async (request: object) => (await computed(request, context)).result;
    expect(await resultOf({ request: 'energy', hamiltonian: 'h.json', state: 'psi.npy' })).toMatchObject({
      energy: expect.closeTo(2, 12),
    });
    expect(await resultOf({ request: 'fidelity', a: 'c.qasm', b: 'psi.npy' })).toMatchObject({
      fidelity: expect.closeTo(1, 12),
    });
    expect(await resultOf({ request: 'cut', graph: 'graph.json', between: ['a', 'c'] })).toMatchObject({ area: 1 });
    const { value } = (await resultOf({ request: 'contract', network: 'network.json' })) as { value: typeof bell };
    expect(value.interleaved[0]).toBeCloseTo(1, 12);
  });

  test('that are wrong are named, with the key', async () => {
    const context = files({
      'graph.json': '{"edges": [["a"]]}',
      'c.qasm': 'nonsense',
      'n.json': '{"tensors": [{"legs": ["i"]}]}',
    });
    await expect(computed({ request: 'cut', graph: 'graph.json', between: ['a', 'b'] }, context)).rejects.toThrow(
      /^graph.json: edges.0/,
    );
    await expect(computed({ request: 'gates', circuit: 'c.qasm' }, context)).rejects.toThrow(/^c.qasm:1:9: /);
    await expect(computed({ request: 'contract', network: 'n.json' }, context)).rejects.toThrow(
      /network.tensors.0: either re or path required/,
    );
  });
});

test('numbers that JSON lacks and arrays have a form in JSON', () => {
  const array = { shape: [2, 1], interleaved: Float64Array.of(1, 2, Number.NaN, 4) };
  expect(jsonValue({ a: [Infinity, -Infinity, 1], array, none: null })).toEqual({
    a: [{ $number: 'Infinity' }, { $number: '-Infinity' }, 1],
    array: { re: [[1], [{ $number: 'NaN' }]], im: [[2], [4]] },
    none: null,
  });
});
