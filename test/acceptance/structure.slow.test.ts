/** @file Structure that is learned: fewest gates by search, and circuits that grow. Prints the tables of docs/structure.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { controlledNot, controlledPhaseFlip, controlledSwap, fourier } from '../../datasets/unitaries.ts';
import { w } from '../../datasets/w.ts';
import { emptyCircuit } from '../../models/empty-circuit.ts';
import { gateCountFront } from '../../src/complexity/gate-count-front.ts';
import { coupledPairs, placementKey } from '../../src/complexity/gate-placements.ts';
import type { GateFamily, GateTarget } from '../../src/complexity/gate-target.ts';
import type { PureState } from '../../src/generative/target-state.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { kronecker } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { trained } from '../helpers/trained.ts';

const state = ({ dimensions, amplitudes }: PureState): GateTarget => {
  return { kind: 'state', qubits: dimensions.length, amplitudes };
};
const unitary = (matrix: ComplexMatrix): GateTarget => ({ kind: 'unitary', qubits: Math.log2(matrix.rows), matrix });
const haar = (qubits: number): ComplexMatrix => randomUnitary(2 ** qubits, randomStream(1, 'gate count'));

/** Target, gate, range of the metric, and the least number that is known (published, or by a rigorous bound and a circuit). */
const CASES: readonly (readonly [string, GateTarget, GateFamily, number, number | null])[] = [
  ['GHZ_3', state(ghz(3)), 'cnot', Infinity, 2],
  ['GHZ_4', state(ghz(4)), 'cnot', Infinity, 3],
  ['GHZ_4', state(ghz(4)), 'cnot', 1, 3],
  ['W_3', state(w(3)), 'cnot', Infinity, 3],
  ['W_4', state(w(4)), 'cnot', Infinity, null],
  ['W_4', state(w(4)), 'cnot', 1, null],
  ['W_4', state(w(4)), 'su4', Infinity, 3],
  ['Haar state, n = 3', state(haarRandom(3, 1)), 'cnot', Infinity, 3],
  ['Haar state, n = 3', state(haarRandom(3, 1)), 'su4', Infinity, 2],
  ['Haar state, n = 4', state(haarRandom(4, 1)), 'cnot', Infinity, 6],
  ['Haar state, n = 4', state(haarRandom(4, 1)), 'cnot', 1, null],
  ['Haar state, n = 4', state(haarRandom(4, 1)), 'su4', Infinity, null],
  ['Haar unitary, n = 2', unitary(haar(2)), 'cnot', Infinity, 3],
  ['Haar unitary, n = 2', unitary(haar(2)), 'su4', Infinity, 1],
  ['CCZ', unitary(controlledPhaseFlip(3)), 'cnot', Infinity, 6],
  ['Toffoli', unitary(controlledNot(3)), 'cnot', Infinity, 6],
  ['Toffoli', unitary(controlledNot(3)), 'su4', Infinity, 5],
  ['Toffoli', unitary(controlledNot(3)), 'cnot', 1, null],
  ['Toffoli', unitary(controlledNot(3)), 'su4', 1, null],
  ['Fredkin', unitary(controlledSwap(3)), 'cnot', Infinity, null],
  ['Fredkin', unitary(controlledSwap(3)), 'su4', Infinity, 5],
  ['QFT₈', unitary(fourier(3)), 'cnot', Infinity, null],
  ['QFT₈', unitary(fourier(3)), 'su4', Infinity, null],
  ['Haar unitary, n = 3', unitary(haar(3)), 'su4', Infinity, 6],
  ['SU(4) ⊗ SU(4)', unitary(kronecker(haar(2), randomUnitary(4, randomStream(2, 'gate count')))), 'su4', Infinity, 2],
  [
    'SU(4) ⊗ SU(4)',
    unitary(kronecker(haar(2), randomUnitary(4, randomStream(2, 'gate count')))),
    'cnot',
    Infinity,
    null,
  ],
  ['QFT₁₆', unitary(fourier(4)), 'su4', Infinity, null],
];

test.each(CASES)(
  'fewest gates: %s (case %#)',
  (name, target, family, maxRange, known) => {
    const began = process.cpuUsage().user;
    const pairs = coupledPairs({ maxSize: 2, maxRange, penalty: Infinity }, target.qubits);
    const search = gateCountFront(target, { family, pairs, mostGates: 10 });
    let step = search.next();
    while (!step.done) step = search.next();
    const { gates, lowerBound, generic, entries } = step.value;
    const front = entries.map(({ infidelity }) => infidelity.toExponential(1)).join(', ');
    const exhaustive = entries.filter((entry) => entry.search === 'every placement').length - 1;
    const seconds = ((process.cpuUsage().user - began) / 1e6).toFixed(1);
    const row = [
      name,
      family === 'cnot' ? 'CNOT' : 'SU(4)',
      maxRange === 1 ? 'chain' : 'all pairs',
      gates,
      lowerBound,
      generic,
      known ?? '',
      exhaustive,
      placementKey(entries.at(-1)!.placement),
      front,
      `${seconds} s`,
    ];
    console.log(`| ${row.join(' | ')} |`);
    if (known !== null) expect(gates).toBe(known);
    expect(gates).toBeGreaterThanOrEqual(lowerBound);
  },
  1_800_000,
);

/** 14 CNOTs are as many as the parameters need. */
test('a Haar-random unitary of three qubits by fourteen CNOTs', () => {
  const began = process.cpuUsage().user;
  const pairs = coupledPairs({ maxSize: 2, penalty: Infinity }, 3);
  const options = { family: 'cnot', pairs, mostGates: 14, mostPlacements: 30, beam: 3, starts: 3 } as const;
  const search = gateCountFront(unitary(haar(3)), options);
  let step = search.next();
  while (!step.done) step = search.next();
  const { gates, entries, generic } = step.value;
  const front = entries.map(({ infidelity }) => infidelity.toExponential(1)).join(', ');
  const seconds = ((process.cpuUsage().user - began) / 1e6).toFixed(1);
  console.log(`| Haar unitary, n = 3 | CNOT | ${gates} | ${generic} | ${front} | ${seconds} s |`);
  expect(gates).toBe(14);
}, 3_600_000);

test.each([
  ['W_6', w(6), 'end'],
  ['W_6', w(6), 'best'],
  ['W_8', w(8), 'end'],
  ['W_8', w(8), 'best'],
  ['GHZ_3', ghz(3), 'end'],
  ['GHZ_5', ghz(5), 'end'],
  ['Haar, n = 4', haarRandom(4, 1), 'end'],
  ['Haar, n = 4', haarRandom(4, 1), 'best'],
  ['Haar, n = 5', haarRandom(5, 1), 'end'],
] as const)(
  '%s is grown from nothing (case %#)',
  async (name, target, position) => {
    const began = process.cpuUsage().user;
    const options = { starts: 1, grow: { position, mostGates: 150 }, prune: {} };
    const { gates, infidelity, complexity, growth } = await trained(
      emptyCircuit(target.dimensions.length),
      target,
      options,
    );
    const random = growth!.filter(({ perCost }) => perCost === 0).length;
    const seconds = ((process.cpuUsage().user - began) / 1e6).toFixed(1);
    const row = [
      name,
      position,
      gates?.before,
      random,
      gates?.after,
      infidelity.toExponential(1),
      complexity.value?.toFixed(4),
      `${seconds} s`,
    ];
    console.log(`| ${row.join(' | ')} |`);
    expect(infidelity).toBeLessThan(1e-9);
  },
  900_000,
);
