import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { product } from '../../datasets/product.ts';
import { controlledNot, controlledPhaseFlip, controlledSwap, fourier } from '../../datasets/unitaries.ts';
import { w } from '../../datasets/w.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { gateCountBound, genericGateCount } from '../../src/complexity/gate-count-bound.ts';
import { type FrontOptions, gateCountFront } from '../../src/complexity/gate-count-front.ts';
import {
  coupledPairs,
  isReducible,
  normalPlacement,
  type Pair,
  placementKey,
} from '../../src/complexity/gate-placements.ts';
import { circuitsAt, type GateTarget, symmetriesOf } from '../../src/complexity/gate-target.ts';
import { kakDecomposition } from '../../src/complexity/kak.ts';
import type { PureState } from '../../src/generative/target-state.ts';
import { type ComplexMatrix, complexVector } from '../../src/linalg/complex.ts';
import { kronecker, matrixOfColumns } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { phaselessDistance } from '../geodesic/unitary/unitaries.ts';

const PAIRS = { maxSize: 2, penalty: Infinity };
const state = ({ dimensions, amplitudes }: PureState): GateTarget => {
  return { kind: 'state', qubits: dimensions.length, amplitudes };
};
const unitary = (matrix: ComplexMatrix): GateTarget => ({ kind: 'unitary', qubits: Math.log2(matrix.rows), matrix });
const random = (size: number, seed: number): ComplexMatrix => randomUnitary(size, randomStream(seed, 'gate count'));

function front(target: GateTarget, options: Partial<FrontOptions> & Pick<FrontOptions, 'family' | 'mostGates'>) {
  const search = gateCountFront(target, { pairs: coupledPairs(PAIRS, target.qubits), ...options });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** The matrix that a circuit without parameters performs. */
const matrixOfCircuit = (circuit: Parameters<typeof runCircuit>[0]): ComplexMatrix => {
  const size = 2 ** circuit.qubits;
  const column = (k: number) => complexVector(Array.from({ length: size }, (_, j) => (j === k ? 1 : 0)));
  return matrixOfColumns(Array.from({ length: size }, (_, k) => runCircuit(circuit, new Float64Array(0), column(k))));
};

describe('the least number of gates found is the published one', () => {
  test.each([
    // Every two-qubit gate: three CNOTs, one for CNOT itself (Vidal & Dawson; Vatan & Williams 2004).
    ['a random gate', unitary(random(4, 1)), 'cnot', 3],
    ['SWAP', unitary(controlledSwap(2)), 'cnot', 3],
    ['CNOT', unitary(controlledNot(2)), 'cnot', 1],
    ['a random gate', unitary(random(4, 2)), 'su4', 1],
    // Žnidarič, Giraud & Georgeot, Phys. Rev. A 77, 032320 (2008): three CNOTs for any state of three qubits.
    ['GHZ', state(ghz(3)), 'cnot', 2],
    ['W', state(w(3)), 'cnot', 3],
    ['a random state of three qubits', state(haarRandom(3, 1)), 'cnot', 3],
    ['GHZ of four qubits', state(ghz(4)), 'cnot', 3],
    ['two gates side by side', unitary(kronecker(random(4, 1), random(4, 2))), 'su4', 2],
    ['a product', state(product(3)), 'cnot', 0],
    // Five gates of any kind for Toffoli and Fredkin (Yu, Duan & Ying 2013; Smolin & DiVincenzo 1996).
    ['Toffoli', unitary(controlledNot(3)), 'su4', 5],
    ['Fredkin', unitary(controlledSwap(3)), 'su4', 5],
  ] as const)('%s (case %#)', (_name, target, family, known) => {
    const { gates, entries, lowerBound } = front(target, { family, mostGates: known + 1, starts: 5 });
    expect(gates).toBe(known);
    expect(lowerBound).toBeLessThanOrEqual(known);
    const best = entries.at(-1)!;
    expect(best.placement.length).toBe(known);
    expect(best.circuit.parameters).toBe(0);
    if (target.kind === 'unitary') {
      expect(phaselessDistance(matrixOfCircuit(best.circuit), target.matrix)).toBeLessThan(1e-5);
    } else {
      const made = innerProduct(target.amplitudes, runCircuit(best.circuit, new Float64Array(0)));
      expect(1 - Math.hypot(...made)).toBeLessThan(1e-9);
    }
    const infidelities = entries.map(({ infidelity }) => infidelity);
    expect([...infidelities].sort((a, b) => b - a)).toEqual(infidelities);
  });
});

test('with fewer gates the best overlaps are the largest Schmidt coefficients of GHZ and W', () => {
  // |⟨000|GHZ⟩|² = 1/2; W is nearest to a product at (2/3)², to a product of a pair and a qubit at 2/3.
  expect(front(state(ghz(3)), { family: 'cnot', mostGates: 0 }).entries[0]!.infidelity).toBeCloseTo(1 / 2, 9);
  const [none, one] = front(state(w(3)), { family: 'su4', mostGates: 1 }).entries;
  expect(none!.infidelity).toBeCloseTo(5 / 9, 9);
  expect(one!.infidelity).toBeCloseTo(1 / 3, 9);
});

test('on a chain no gate joins the ends, and what is not joined cannot be reached', () => {
  const chain = coupledPairs({ ...PAIRS, maxRange: 1 }, 3);
  expect(coupledPairs({ words: { XYI: 1, IZX: 1 }, penalty: Infinity }, 3)).toEqual(chain);
  expect(chain).toEqual([
    [0, 1],
    [1, 2],
  ]);
  const { gates, entries } = front(state(ghz(3)), { family: 'cnot', pairs: chain, mostGates: 3 });
  expect(gates).toBe(2);
  expect(placementKey(entries[2]!.placement)).toBe('01 12');
  const apart: readonly Pair[] = [[0, 1]];
  const lost = front(state(ghz(3)), { family: 'cnot', pairs: apart, mostGates: 3 });
  expect([lost.gates, lost.lowerBound, lost.entries.length]).toEqual([null, Infinity, 0]);
});

test('a beam finds what trying everything finds', () => {
  const target = state(w(3));
  const options = { family: 'cnot', mostGates: 4 } as const;
  const beam = front(target, { ...options, mostPlacements: 0, beam: 2 });
  expect(beam.gates).toBe(front(target, options).gates);
  expect(beam.entries.at(-1)!.search).toBe('beam');
});

test('five qubits are refused', () => {
  expect(() => front(state(ghz(5)), { family: 'cnot', mostGates: 1 })).toThrow(/at most 4 qubits required, got 5/);
});

describe('lower bounds', () => {
  const all = (qubits: number) => coupledPairs(PAIRS, qubits);

  test('GHZ and W need one gate fewer than they have qubits', () => {
    for (const n of [2, 3, 4])
      for (const target of [ghz(n), w(n)]) expect(gateCountBound(state(target), 'cnot', all(n))).toBe(n - 1);
  });

  test('a random state of four qubits crosses its middle cuts twice', () => {
    expect(gateCountBound(state(haarRandom(4, 1)), 'cnot', all(4))).toBe(3);
    expect(gateCountBound(unitary(random(8, 1)), 'cnot', all(3))).toBe(3);
    expect(gateCountBound(unitary(random(8, 1)), 'su4', all(3))).toBe(2);
  });

  test('by counting parameters: 3 CNOTs for SU(4), 14 for SU(8), 61 for SU(16)', () => {
    expect([2, 3, 4].map((qubits) => genericGateCount({ kind: 'unitary', qubits }, 'cnot'))).toEqual([3, 14, 61]);
    expect([2, 3].map((qubits) => genericGateCount({ kind: 'unitary', qubits }, 'su4'))).toEqual([1, 6]);
    expect([2, 3, 4].map((qubits) => genericGateCount({ kind: 'state', qubits }, 'cnot'))).toEqual([1, 2, 6]);
  });
});

describe('placements', () => {
  const identity = [{ permutation: [0, 1, 2, 3], reversed: false }];

  test('that differ by gates on other qubits are one', () => {
    const a = normalPlacement([[2, 3], [0, 1], [1, 2]], identity); // biome-ignore format: a list of pairs
    expect(placementKey(a)).toBe('01 23 12');
  });

  test('of a symmetric target are one with their images', () => {
    const symmetries = symmetriesOf(state(ghz(3)), coupledPairs(PAIRS, 3));
    expect(symmetries.length).toBe(6);
    const keys = [
      [
        [1, 2],
        [0, 2],
      ],
      [
        [0, 1],
        [1, 2],
      ],
    ].map(
      (
        placement, // biome-ignore format: lists of pairs
      ) => placementKey(normalPlacement(placement as unknown as readonly Pair[], symmetries)),
    );
    expect(keys[0]).toBe(keys[1]);
  });

  test('may be read backwards for gates that are their own inverse or transpose', () => {
    const pairs = coupledPairs(PAIRS, 3);
    const counts = [controlledPhaseFlip(3), controlledNot(3), controlledSwap(3), fourier(3), random(8, 3)];
    expect(counts.map((matrix) => symmetriesOf(unitary(matrix), pairs).length)).toEqual([12, 4, 4, 2, 1]);
  });

  test('with more gates in a row than a pair needs are left out', () => {
    const repeated = (count: number): readonly Pair[] => Array.from({ length: count }, () => [0, 1] as const);
    expect(isReducible(repeated(3), 3)).toBe(false);
    expect(isReducible(repeated(4), 3)).toBe(true);
    expect(isReducible([...repeated(2), [1, 2], ...repeated(2)], 3)).toBe(false);
    expect(isReducible([...repeated(1), [2, 3], ...repeated(1)], 1)).toBe(true);
  });

  test('have 4 parameters per CNOT and 9 per gate of SU(4)', () => {
    const placement: readonly Pair[] = [[0, 1], [1, 2]]; // biome-ignore format: a list of pairs
    expect(circuitsAt(state(ghz(3)), 'cnot', placement).parameters).toBe(6 + 8);
    expect(circuitsAt(unitary(controlledNot(3)), 'su4', placement).parameters).toBe(9 + 18);
  });
});

test('one gate of SU(4) that reaches a target has its Weyl coordinates', () => {
  const V = random(4, 5);
  const { entries } = front(unitary(V), { family: 'su4', mostGates: 1 });
  const [found, known] = [matrixOfCircuit(entries[1]!.circuit), V].map((m) => kakDecomposition(m).coordinates);
  found!.forEach((x, k) => {
    expect(x).toBeCloseTo(known![k]!, 5);
  });
});
