import { describe, expect, test } from 'vitest';
import { allToAll } from '../../models/all-to-all.ts';
import { blockCircuitModel } from '../../models/block-circuit.ts';
import { brickwall } from '../../models/brickwall.ts';
import { hamiltonianVariational } from '../../models/hamiltonian-variational.ts';
import { mera } from '../../models/mera.ts';
import { nielsenPath } from '../../models/nielsen-path.ts';
import { staircase } from '../../models/staircase.ts';
import { tree } from '../../models/tree.ts';
import { treeLayers } from '../../models/tree-layers.ts';
import { type Circuit, checkCircuit } from '../../src/circuit/circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { normSquared } from '../../src/linalg/vector.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { support } from '../../src/operator/pauli.ts';

/** The distinct pairs of qubits on which two-qubit gates act, in order of first use. */
const pairs = ({ gates }: Circuit): readonly string[] => [
  ...new Set(gates.map(({ word }) => support(word).join()).filter((sites) => sites.includes(','))),
];

const ising = transverseFieldIsing(chain(4), { coupling: 1, field: 0.5 });

test.each([
  ['brickwall', brickwall(4, { depth: 3 })],
  ['brickwall on a ring', brickwall(5, { depth: 3, lattice: 'ring', block: 'so4' })],
  ['brickwall on a grid', brickwall(6, { depth: 4, lattice: { grid: [2, 3] }, block: 'ising' })],
  ['all-to-all', allToAll(4, { depth: 2 })],
  ['staircase', staircase(5, { depth: 2 })],
  ['tree', tree(6)],
  ['MERA', mera(8, { periodic: true })],
  ['Hamiltonian-variational', hamiltonianVariational(ising, { layers: 2 })],
  ['Nielsen path', nielsenPath(3, { maxSize: 2, penalty: Infinity }, { slices: 3 })],
])('%s is a valid circuit of unit norm that uses every parameter', (_name, circuit) => {
  checkCircuit(circuit);
  const theta = Float64Array.from({ length: circuit.parameters }, (_, k) => Math.sin(k + 1));
  expect(normSquared(runCircuit(circuit, theta))).toBeCloseTo(1, 13);
  const used = new Set(circuit.gates.map(({ angle }) => (typeof angle === 'number' ? -1 : angle.parameter)));
  expect([...used].sort((a, b) => a - b)).toEqual([...Array(circuit.parameters).keys()]);
});

describe('the pictures in the docstrings', () => {
  test('a brickwall alternates between even and odd bonds', () => {
    expect(pairs(brickwall(4, { depth: 2 }))).toEqual(['0,1', '2,3', '1,2']);
  });

  test('a staircase goes down the chain', () => {
    expect(pairs(staircase(4))).toEqual(['0,1', '1,2', '2,3']);
  });

  test('a tree of eight joins the widest pair first', () => {
    expect(pairs(tree(8))).toEqual(['0,4', '0,2', '4,6', '0,1', '2,3', '4,5', '6,7']);
  });

  test('a tree has one branching fewer than qubits, whatever their number', () => {
    for (const qubits of [2, 3, 5, 7, 12]) {
      const layers = treeLayers(qubits);
      expect(layers.flatMap(({ branchings }) => branchings).length).toBe(qubits - 1);
      expect(layers.at(-1)!.active).toEqual([...Array(qubits).keys()]);
      expect(layers.length).toBe(Math.ceil(Math.log2(qubits)));
    }
  });

  test('a MERA adds disentanglers between the pairs of each scale', () => {
    expect(pairs(mera(8))).toEqual(['0,4', '0,2', '4,6', '2,4', '0,1', '2,3', '4,5', '6,7', '1,2', '3,4', '5,6']);
    expect(pairs(mera(8, { periodic: true }))).toContain('0,7');
  });

  test('the Ising chain has two groups of commuting terms', () => {
    const circuit = hamiltonianVariational(ising, { layers: 3 });
    expect(circuit.parameters).toBe(6);
    expect(circuit.gates.length).toBe(3 * ising.terms.length);
  });

  test('a Nielsen path has every allowed word in every slice', () => {
    const circuit = nielsenPath(3, { maxSize: 2, maxRange: 1, penalty: Infinity }, { slices: 2, order: 1 });
    expect(circuit.parameters).toBe(2 * (9 + 18));
    expect(circuit.gates.length).toBe(circuit.parameters);
  });

  test('a Nielsen path in several steps repeats the formula with a fraction of the angles', () => {
    const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };
    const once = nielsenPath(3, metric, { slices: 2 });
    const twice = nielsenPath(3, metric, { slices: 2, steps: 2 });
    expect(twice.parameters).toBe(once.parameters);
    expect(twice.gates.length).toBe(2 * once.gates.length);
    expect(twice.gates[60]!.angle).toEqual({ parameter: 60 - 54, scale: 0.5 });
    expect(twice.gates[110]!.angle).toEqual({ parameter: 27 + 2, scale: 0.5 });
  });
});

test('circuits of blocks have layers of pairs, of triples, or the given blocks, by words that the metric allows', () => {
  const local = { maxSize: 2, maxRange: 1, penalty: Infinity };
  const sites = (options: Parameters<typeof blockCircuitModel>[2], qubits = 6): string =>
    blockCircuitModel(qubits, local, options)
      .gates.map((gate) => gate.sites.join(''))
      .join(' ');
  expect(sites({ layers: 3 })).toBe('01 23 45 12 34 01 23 45');
  expect(sites({ layers: 3, block: 'triples' })).toBe('012 345 0 123 45 01 234 5');
  expect(sites({ layers: 3, block: 'triples' }, 4)).toBe('012 3 0 123 01 23');
  expect(sites({ layers: 3, block: 'triples' }, 1)).toBe('0 0 0');
  expect(sites({ layout: [[0, 1, 2], [5]] })).toBe('012 5');
  expect(sites({ layers: 2, lattice: 'ring' }, 4)).toBe('01 23 12 30');
  expect(blockCircuitModel(3, local, { layout: [[0, 1, 2]] }).parameters).toBe(9 + 18); // no word on 0 and 2 alone
  expect(blockCircuitModel(2, local, { layers: 1, words: 'real' }).gates[0]!.words.toSorted()).toEqual([
    'IY',
    'XY',
    'YI',
    'YX',
    'YZ',
    'ZY',
  ]);
});
