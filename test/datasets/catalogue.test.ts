import { encode } from 'fast-png';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { CURVES, DATASETS, targetOfSpec, targetSpec } from '../../datasets/index.ts';
import { gaussianState } from '../../src/gaussian/gaussian-state.ts';
import { asPure } from '../../src/generative/state-rules.ts';
import { trace } from '../../src/linalg/matrix.ts';
import { norm } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';
import { parsePauliSum } from '../../src/operator/hamiltonian-file.ts';
import { checkedGroup } from '../../src/stabiliser/given-generators.ts';
import { oracleFile } from '../oracle/read-oracle.ts';

const pixels = Uint8Array.from({ length: 32 }, (_, k) => (k % 4 === 3 ? 255 : 5 * k));
const FILES: Readonly<Record<string, Uint8Array>> = {
  'h.json': strToU8('{"qubits": 2, "terms": [{"word": "ZZ", "coefficient": -1}, {"word": "XI", "coefficient": 0.5}]}'),
  'cat.png': encode({ width: 4, height: 2, channels: 4, data: pixels }),
  'psi.npy': oracleFile('vector-c16-big.npy'),
  'gamma.json': strToU8('{"re": [[0, -0.5], [0.5, 0]]}'),
  'code.stab': strToU8('+XX_\n-ZZI # a comment\nIIZ\n'),
};
const context = {
  read: (path: string): Uint8Array => {
    const bytes = FILES[path];
    if (bytes === undefined) throw new Error(`no file ${path}`);
    return bytes;
  },
};

/** The least that each entry needs. */
const TARGETS = {
  product: { qubits: 3 },
  ghz: { qubits: 3 },
  w: { qubits: 3 },
  dicke: { qubits: 4, excitations: 2 },
  symmetric: { components: [0.6, 0, [0, 0.8]] },
  'spin-cat': { qubits: 5 },
  squeezed: { qubits: 5, twist: 0.3 },
  lipkin: { qubits: 6 },
  graph: { qubits: 4, lattice: 'ring' },
  'haar-random': { qubits: 3 },
  'random-circuit': { qubits: 3, depth: 2 },
  werner: { weight: 0.5 },
  'noisy-ghz': { qubits: 3, weight: 0.5 },
  thermal: { qubits: 2, beta: 1, hamiltonian: { name: 'xxz' } },
  'thermofield-double': { qubits: 2, beta: 1, hamiltonian: { terms: [{ word: 'XY', coefficient: 1 }] } },
  aklt: { spins: 3 },
  'chain-ground-state': { qubits: 4, hamiltonian: { name: 'transverse-field-ising' }, bond: 4 },
  'spin-ground-state': { sites: 3, hamiltonian: { name: 'heisenberg-spins', spin: 1.5 }, bond: 8 },
  'ground-state': { qubits: 2, hamiltonian: { file: 'h.json' } },
  picture: { path: 'cat.png' },
  'bars-and-stripes': { rows: 2, columns: 2 },
  file: { path: 'psi.npy' },
  'stabiliser-file': { path: 'code.stab' },
  'stabiliser-graph': { qudits: 4, prime: 3, lattice: 'ring' },
  'toric-code': { size: 2 },
  'random-stabiliser': { qudits: 5, prime: 3, generators: 4 },
  'clifford-circuit': { qubits: 4, depth: 2 },
  'gaussian-ground-state': { qubits: 4, hamiltonian: { name: 'transverse-field-ising' } },
  'gaussian-thermal': { qubits: 3, beta: 0.5, hamiltonian: { name: 'hopping', lattice: 'ring' } },
  'gaussian-thermofield-double': { qubits: 2, beta: 2, hamiltonian: { name: 'xy', boundary: 'open' } },
  'gaussian-file': { path: 'gamma.json' },
} as const satisfies Record<keyof typeof DATASETS, object>;

describe('the catalogue of targets', () => {
  test.each(Object.entries(TARGETS))('%s is built from its options, normalised', (name, options) => {
    const state = targetOfSpec(targetSpec.parse({ name, ...options }), context);
    const size = state.dimensions.reduce((a, b) => a * b, 1);
    if (state.kind === 'pure') {
      expect(state.amplitudes.length).toBe(size);
      expect(norm(state.amplitudes)).toBeCloseTo(1, 13);
    } else if (state.kind === 'mixed') {
      expect(trace(state.density)[0]).toBeCloseTo(1, 13);
      expect(state.density.rows).toBe(size);
    } else if (state.kind === 'gaussian') {
      expect(gaussianState('fermion', state.state.covariance).modes).toBe(Math.log2(size));
    } else if (state.kind === 'stabiliser') {
      expect(checkedGroup(state.group).prime ** state.group.qudits).toBe(size);
    } else if (state.kind === 'symmetric') {
      expect(norm(state.components)).toBeCloseTo(1, 13);
      expect(asPure(state)!.amplitudes.length).toBe(size);
    } else {
      expect(norm(networkState(state.network, state.theta))).toBeCloseTo(1, 12);
    }
  });

  test('every entry has a summary, descriptions of all options, and a JSON schema', () => {
    for (const { options, summary } of [...Object.values(DATASETS), ...Object.values(CURVES)]) {
      expect(summary.length).toBeGreaterThan(10);
      const { properties } = z.toJSONSchema(options, { io: 'input' });
      for (const property of Object.values(properties ?? {})) {
        expect(typeof property === 'object' && property.description).toBeTruthy();
      }
    }
  });

  test('mistakes are named with their path, all at once', () => {
    const issues = (spec: unknown) =>
      targetSpec.safeParse(spec).error?.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(issues({ name: 'haar-random', qubits: 40 })).toEqual([
      ['qubits', '1 to 24 required, got 40, whose state needs 16 TB'],
    ]);
    expect(issues({ name: 'ghz', qubits: 513 })?.[0]?.[0]).toBe('qubits');
    expect(issues({ name: 'ground-state', qubits: 21, hamiltonian: { name: 'xxz', anistropy: 1 } })).toEqual([
      ['qubits', '1 to 20 required, got 21, whose state needs 704 MB'],
      ['hamiltonian', 'Unrecognized key: "anistropy"'],
    ]);
    expect(issues({ name: 'thermal', qubits: 2, beta: -1, hamiltonian: { name: 'isign' } })).toHaveLength(2);
    expect(issues({ name: 'gzh', qubits: 3 })?.[0]?.[0]).toBe('name');
    expect(
      issues({ name: 'ground-state', qubits: 2, hamiltonian: { terms: [{ word: 'XQ', coefficient: 1 }] } })?.[0],
    ).toEqual(['hamiltonian.terms.0.word', "letters I, X, Y, Z required, such as 'XIZ'"]);
  });

  test('what fits no schema is refused when it is built', () => {
    const build = (spec: object) => () => targetOfSpec(targetSpec.parse(spec), context);
    expect(build({ name: 'picture' })).toThrow('either path or pixels required');
    expect(build({ name: 'ground-state', qubits: 3, hamiltonian: { file: 'h.json' } })).toThrow(
      'h.json: a Hamiltonian on 3 qubits required, got 2',
    );
    expect(
      build({ name: 'ground-state', qubits: 3, hamiltonian: { terms: [{ word: 'XX', coefficient: 1 }] } }),
    ).toThrow('3 letters required');
    expect(build({ name: 'graph', qubits: 4, lattice: { grid: [2, 3] } })).toThrow('a grid of 4 sites');
  });
});

describe('the catalogue of curves', () => {
  const H = { name: 'transverse-field-ising', field: 0.5 };
  const SPECS = {
    quench: { initial: { name: 'product', qubits: 3 }, hamiltonian: H, times: [0, 0.5] },
    'imaginary-time': { initial: { name: 'ghz', qubits: 3 }, hamiltonian: H, times: { to: 1, count: 5 } },
    'adiabatic-sweep': { qubits: 3, from: { ...H, field: 3 }, to: H, times: { to: 1, count: 3 } },
    interpolation: { from: { name: 'ghz', qubits: 3 }, to: { name: 'w', qubits: 3 }, times: [0, 0.5, 1] },
  } as const satisfies Record<keyof typeof CURVES, object>;

  test.each(Object.entries(SPECS))('%s is built from its options', (name, spec) => {
    const { options, build } = CURVES[name as keyof typeof CURVES];
    const curve = build(options.parse(spec) as never, context);
    for (const time of curve.times) {
      const state = curve.at(time);
      expect(state.kind === 'pure' && norm(state.amplitudes)).toBeCloseTo(1, 12);
      expect(state.dimensions).toEqual([2, 2, 2]);
    }
  });

  test('times in equal steps include both ends', () => {
    const { options, build } = CURVES['imaginary-time'];
    expect(build(options.parse(SPECS['imaginary-time']), context).times).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  test('mistakes inside the states are found with their path', () => {
    const { error } = CURVES.quench.options.safeParse({
      ...SPECS.quench,
      initial: { name: 'ghz', qubits: 0 },
      times: 'now',
    });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['initial.qubits', 'times']);
    const mixed = { ...SPECS.quench, initial: { name: 'werner', weight: 1 } };
    expect(() => CURVES.quench.build(CURVES.quench.options.parse(mixed), context)).toThrow('a pure state required');
  });
});

test('a Pauli-sum file that is malformed is refused with all its mistakes', () => {
  expect(() => parsePauliSum('{', 'h.json')).toThrow('h.json:1:2: not JSON');
  const bad = '{"qubits": 0, "terms": [{"word": "A", "coefficient": "1"}], "extra": 1}';
  expect(() => parsePauliSum(bad, 'h.json')).toThrow(
    'h.json: qubits: number to be ≥ 1 required, got 0; ' +
      'terms.0.word: letters I, X, Y, Z required, such as \'XIZ\', got "A"; ' +
      'terms.0.coefficient: number required, got "1"; extra: no such key (there are qubits, terms), got \'extra\'',
  );
  expect(() => parsePauliSum('{"qubits": 2, "terms": [{"word": "X", "coefficient": 1}]}', 'h.json')).toThrow(
    "h.json: terms.0.word: 2 letters required, got 'X'",
  );
});
