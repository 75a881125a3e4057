import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nameOfInput } from '../../cli/reading.ts';
import { writeNpy } from '../../datasets/formats/npy.ts';
import { REQUESTS } from '../../train/compute/catalogue.ts';
import { command, commandFrom, temporaryFolder } from './fake-terminal.ts';

const bell = { shape: [4], interleaved: Float64Array.of(Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0) };

describe('a request as a command', () => {
  test('answers in words', async () => {
    const { code, out, err } = await command('entropies', 'w(3)', '--regions', '[0]', '--base', '2');
    expect(code).toBe(0);
    expect(out).toBe('entropies of w(3) on 3 sites, bits\n  0             0.918296\n');
    expect(err).toMatch(/^bulkweave \d+\.\d+\.\d+: entropies\n$/);
  });

  test('answers in one line of JSON and nothing else', async () => {
    const { code, out, err } = await command('energy', 'transverse-field-ising', '-n', '2', '--json');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toHaveLength(2);
    expect(JSON.parse(out)).toMatchObject({
      request: { request: 'energy', qubits: 2 },
      result: { energy: expect.closeTo(1 - 1 / Math.sin(Math.PI / 10), 10), ground: true },
      notes: [],
    });
  });

  test('reads files, and standard input for -', async () => {
    const path = join(temporaryFolder(), 'psi.npy');
    writeFileSync(path, writeNpy(bell));
    const files = await command('fidelity', path, 'ghz(2)', '--json');
    expect(JSON.parse(files.out).result.fidelity).toBeCloseTo(1, 12);
    expect((await commandFrom(writeNpy(bell), 'schmidt', '-')).out).toContain('Schmidt rank 2');
    const wrong = await commandFrom('{"re": [1, 0, 0, 1]}', 'schmidt', '-');
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining('standard-input.json: a vector of norm 1 required'),
    ]);
    const program = await commandFrom('OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; h q[0];', 'gates', '-');
    expect(program.out).toContain('2 gates on 2 qubits');
    expect((await commandFrom('', 'gates', '-')).err).toContain('standard input: a file required, got nothing');
  });

  test('takes keys of objects by their path, and lists as several values or as one', async () => {
    const { out } = await command(
      'gates',
      '{"name": "circuit", "program": "OPENQASM 2.0; include \\"qelib1.inc\\"; qreg q[1]; x q[0];"}',
      '--json',
      '--metric.sizeWeights',
      '4',
      '1',
    );
    expect(JSON.parse(out)).toMatchObject({
      request: { metric: { sizeWeights: [4, 1], maxRange: 'infinite' } },
      result: { length: expect.closeTo(Math.PI, 12) },
    });
    const graph = '{"edges": [["a", "b"], ["b", "c"], ["a", "c"]]}';
    for (const between of [['a', 'c'], ['["a", "c"]'], ['["a"]', 'c']]) {
      const cut = await command('cut', graph, '--json', '--between', ...between);
      expect(JSON.parse(cut.out).result.area).toBe(2);
    }
  });

  test('tells all mistakes at once, with code 2', async () => {
    const { code, out, err } = await command('complexity', 'gzh(3)', '--slices', '0', '--metric.maxSize', 'many');
    expect([code, out]).toEqual([2, '']);
    for (const key of ['state.name', 'slices', 'metric.maxSize']) expect(err).toContain(`  ${key}\n`);
    expect(err).toContain("See 'bulkweave complexity --help'.");
    expect((await command('entropies')).err).toContain('state\n      expected:');
    expect((await command('entropies', 'nowhere.npy')).err).toContain('error: nowhere.npy: no such file or folder');
    expect((await command('entropies', 'w(3)', '--colour')).err).toContain("unknown option '--colour'");
    expect((await command('plane', '--rows', '3')).err).toContain(
      "unknown option '--rows'\n(It is an argument, given without a name: <rows>)\n",
    );
    for (const written of ['--maxrange', '--max-range', '--maxRnge']) {
      const { code, err } = await command('geodesic', 'ghz(3)', written, '2');
      expect(code).toBe(2);
      expect(err).toContain(`unknown option '${written}'\n(Did you mean --metric.maxRange?)\n`);
    }
  });

  test.each(Object.entries(REQUESTS))(
    '%s has help: what it computes, the formula, examples',
    async (name, { summary, load }) => {
      const { request } = await load();
      const { code, out } = await command(name, '--help');
      expect(code).toBe(0);
      expect(out.toLowerCase()).toContain(summary.toLowerCase());
      expect(out).toContain(request.formula);
      for (const line of request.commands) {
        expect(out).toContain(`bulkweave ${line}`);
        expect(line.split(' ')[0]).toBe(name);
      }
      expect((await command('--help')).out).toContain(`  ${name} `);
    },
  );
});

describe('compute', () => {
  const lines = (...requests: readonly unknown[]): string =>
    requests.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

  const replies = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  test('answers a request that fills a file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'psi.npy'), writeNpy(bell));
    const path = join(folder, 'request.json');
    writeFileSync(path, '{\n  "request": "schmidt",\n  "state": "psi.npy"\n}\n');
    const { code, out } = await command('compute', path);
    expect(code).toBe(0);
    expect(replies(out)).toMatchObject([{ result: { rank: 2 }, seconds: expect.any(Number) }]);
  });

  test('answers one on each line; after a wrong one the others go on, and the code tells', async () => {
    const good = { id: 'a', request: 'entropies', state: 'w(3)' };
    const input = lines(
      good,
      { id: 2, request: 'entropie' },
      '',
      'nonsense',
      { request: 'schmidt', state: 'no.npy' },
      good,
    );
    const { code, out, err } = await commandFrom(input, 'compute', '-');
    expect(code).toBe(2);
    const all = replies(out);
    expect(all.map(({ id }) => id)).toEqual(['a', 2, undefined, undefined, 'a']);
    expect(all.map(({ result }) => result !== undefined)).toEqual([true, false, false, false, true]);
    expect(all[1].error).toMatchObject({
      code: 2,
      issues: [{ path: 'request', received: `"entropie" (did you mean 'entropies'?)` }],
    });
    expect(all[2].error.message).toBe("standard input:4:1: not JSON: a JSON value required, got 'n'");
    expect(all[3].error.message).toBe('no.npy: no such file or folder');
    expect(err).toContain('error: standard input:2: request: one of');
    expect(err).toContain('error: standard input:5: no.npy: no such file or folder');
    expect((await commandFrom(lines(good, good), 'compute', '-')).code).toBe(0);
  });

  test('of nothing, or of a file that does not exist, is refused', async () => {
    expect(await commandFrom('\n', 'compute', '-')).toMatchObject({ code: 2, out: '' });
    expect((await command('compute', 'nowhere.json')).err).toContain('nowhere.json: no such file or folder');
    const cut = await commandFrom('{"request": "schmidt",\n "state"', 'compute', '-');
    expect(replies(cut.out)[0].error.message).toMatch(/^standard input:2:\d+: not JSON/);
  });
});

describe('schemas and lists', () => {
  test('of one request and of all', async () => {
    const one = JSON.parse((await command('schema', 'compute', 'cut')).out);
    expect(one.anyOf).toHaveLength(1);
    expect(one.anyOf[0]).toMatchObject({ title: 'cut', required: ['request', 'graph', 'between'] });
    expect(one.$defs.cut.properties.area).toBeDefined();
    const all = JSON.parse((await command('schema', 'compute')).out);
    expect(all.anyOf).toHaveLength(Object.keys(REQUESTS).length);
    expect(JSON.parse((await command('schema')).out).title).toBe('bulkweave experiment');
    expect((await command('schema', 'compute', 'cuts')).code).toBe(2);
    expect((await command('schema', 'everything')).code).toBe(2);
  });

  test('list the requests with their options', async () => {
    const { out } = await command('list', 'requests');
    for (const name of Object.keys(REQUESTS)) expect(out).toContain(`  ${name}: `);
    expect(out).toContain('metric.maxRange');
    expect((await command('list')).out).toContain('requests\n');
  });
});

describe('what is wrong is named', () => {
  test('an argument that is missing, by what it is', async () => {
    const { code, err } = await command('fidelity', 'ghz(2)');
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/ {2}b\n {6}expected: .*a name with its options, or a file\n {6}received: nothing/),
    ]);
  });

  test('a region, by its key', async () => {
    const { code, err } = await command('entropies', 'ghz(3)', '--regions', '[[0],[0,7]]');
    expect([code, err]).toEqual([2, expect.stringContaining('regions.1: different sites below 3 required, got [0,7]')]);
  });

  test('a folder in place of an experiment, by its path', async () => {
    const folder = temporaryFolder();
    const { code, err } = await command('run', folder);
    expect([code, err]).toEqual([2, expect.stringContaining(`${folder}: it is a folder, a file is required`)]);
  });

  test('an option that does not exist, with the help of its command', async () => {
    const { code, err } = await command('entropies', 'ghz(2)', '--regoins', '[0]');
    expect([code, err]).toEqual([2, expect.stringContaining("('bulkweave entropies --help' shows")]);
  });

  test('a state without amplitudes, by what is required', async () => {
    const { code, err } = await command('state', 'ghz(30)');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("amplitudes or a density matrix (at most 24 qubits) required, got 'ghz(30)'"),
    ]);
  });
});

test('what comes by standard input is named by its first bytes', () => {
  const names = {
    '\x93NUMPY': 'npy',
    'PK\x03\x04': 'npz',
    '\x89HDF\r\n': 'h5',
    '<?xml version="1.0"?>': 'graphml',
    'OPENQASM 3;': 'qasm',
    '{"re": [1, 0]}': 'json',
  };
  for (const [start, ending] of Object.entries(names)) {
    const bytes = Uint8Array.from(start, (letter) => letter.charCodeAt(0));
    expect(nameOfInput(bytes)).toBe(`standard-input.${ending}`);
  }
});
