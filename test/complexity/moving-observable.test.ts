import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import {
  type MovingSegment,
  segmentFactors,
  segmentOperators,
  verifiedMovingBound,
} from '../../src/complexity/moving-observable.ts';
import { type MovingObservableBound, movingObservableBound } from '../../src/complexity/moving-observable-bound.ts';
import { statePairs } from '../../src/complexity/symmetric-square.ts';
import { type ComplexMatrix, type ComplexVector, complexVector } from '../../src/linalg/complex.ts';
import { addScaledMatrix, applyMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { pauliCoefficients } from '../../src/operator/pauli-coefficients.ts';
import { applyPauliSum, type PauliSum, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const bell = complexVector([Math.SQRT1_2, 0, 0, Math.SQRT1_2]);
const pairs = controlWords({ maxSize: 2, sizeWeights: [1, 1], penalty: Infinity }, 2);

/** Hyperplanes ⟨Z⟩ = x from pole to pole of a qubit, and what proves the speed 4(1 − x²). */
function poles(count: number) {
  const heights = Array.from({ length: count + 1 }, (_, k) => Math.cos((Math.PI * k) / count));
  const sum = (z: number, constant: number): PauliSum => ({
    qubits: 1,
    terms: [
      { word: 'Z', coefficient: z },
      { word: 'I', coefficient: constant },
    ],
  });
  const leaves = heights.map((x) => sum(-1, x)); // ⟨L_t⟩ falls along the list
  const segments = heights.slice(1).map((x, k): MovingSegment => {
    // 4(1 − z²) = 4(1 − h²) + (h − z)·4(h + z), and h − z = ⟨L⟩
    return { multipliers: [sum(4, 4 * heights[k]!), sum(4, 4 * x)], beta: 0, transposed: [[], [], []] };
  });
  return { leaves, segments };
}

test('hyperplanes from pole to pole of a qubit: up to π/2, which a path attains', () => {
  const controls = controlWords({ penalty: 1 }, 1);
  const [up, down] = [zeroState(1), complexVector([0, 1])];
  const bounds = [2, 8].map((count) => {
    const { leaves, segments } = poles(count);
    return verifiedMovingBound(controls, up, down, leaves, segments);
  });
  for (const bound of bounds) {
    expect(bound).toBeLessThan(Math.PI / 2);
    expect(bound).toBeCloseTo(Math.PI / 2, 3);
  }
  const { leaves, segments } = poles(8);
  const turned = [...leaves].reverse();
  expect(verifiedMovingBound(controls, down, up, turned, segments)).toBe(0); // ⟨L_t⟩ would rise
  const heavy = { ...controls, weights: controls.weights.map(() => 9) };
  const scaled = segments.map(({ multipliers, ...rest }) => ({
    ...rest,
    multipliers: multipliers.map((multiplier) => ({
      ...multiplier,
      terms: multiplier.terms.map((term) => ({ ...term, coefficient: term.coefficient / 9 })),
    })) as unknown as [PauliSum, PauliSum],
  }));
  expect(verifiedMovingBound(heavy, up, down, leaves, scaled)).toBeCloseTo(3 * bounds[0]!, 4);
});

test('the Bell state, and no state is faster across a hyperplane than its segment allows', () => {
  const found = solution(movingObservableBound(pairs, zeroState(2), bell, { segments: 2, maxSteps: 25 }));
  expect(found.bound).toBeGreaterThan(0.5553);
  expect(found.bound).toBeLessThan(Math.PI / 4 / Math.SQRT2);
  const { leaves, segments }: MovingObservableBound = JSON.parse(JSON.stringify(found));
  expect(verifiedMovingBound(pairs, zeroState(2), bell, leaves, segments)).toBeCloseTo(found.bound, 12);
  const L = leaves.map(pauliSumMatrix);
  const mean = (M: (typeof L)[number], psi: typeof bell): number => innerProduct(psi, applyMatrix(M, psi))[0];
  let [crossed, fastest] = [0, 0];
  segments.forEach((segment, k) => {
    const [first, second] = [L[k]!, L[k + 1]!];
    const factors = segmentFactors(pairs, first, second, segment)!;
    for (let trial = 0; trial < 1500; trial++) {
      const psi = randomVector(4, randomStream(trial, `state ${k}`));
      const [at, change] = [mean(first, psi), mean(second, psi) - mean(first, psi)];
      const tau = -at / change;
      if (!(tau > 0 && tau < 1)) continue;
      crossed++;
      const image = applyMatrix(addScaledMatrix(first, [tau, 0], addScaledMatrix(second, [-1, 0], first)), psi);
      const speed = pairs.words.reduce((sum, word, p) => {
        const moved = applyPauliSum({ qubits: 2, terms: [{ word, coefficient: 1 }] }, psi);
        return sum + (2 * innerProduct(moved, image)[1]) ** 2 / pairs.weights[p]!;
      }, 0);
      const [s0, middle, s1] = factors;
      const ratio = speed / change ** 2 / ((1 - tau) ** 2 * s0 + 2 * tau * (1 - tau) * middle + tau ** 2 * s1);
      fastest = Math.max(fastest, ratio);
    }
  });
  expect(crossed).toBeGreaterThan(300);
  expect(fastest).toBeLessThanOrEqual(1);
  expect(fastest).toBeGreaterThan(0.5);
});

test('what is bounded between two hyperplanes is the speed there, but for what vanishes on them', () => {
  const stream = randomStream(3, 'operators');
  const draw = (): PauliSum => ({
    qubits: 2,
    terms: ['ZI', 'XY', 'II', 'YZ'].map((word) => ({ word, coefficient: stream.normal() })),
  });
  const [first, second, G0, G1] = Array.from({ length: 4 }, () => pauliSumMatrix(draw())) as [
    ComplexMatrix,
    ComplexMatrix,
    ComplexMatrix,
    ComplexMatrix,
  ];
  const sums = [G0, G1].map((G) => pauliCoefficients(G)) as [PauliSum, PauliSum];
  const operators = segmentOperators(pairs, first, second, sums);
  const psi = randomVector(4, stream);
  const copies = complexVector(
    ...([0, 1].map((part) =>
      statePairs(4).map(([i, j]) => {
        const [a, b, c, d] = [i, j].flatMap((k) => [psi.interleaved[2 * k]!, psi.interleaved[2 * k + 1]!]);
        const product = part === 0 ? a! * c! - b! * d! : a! * d! + b! * c!;
        return product * (i === j ? 1 : Math.SQRT2);
      }),
    ) as [number[], number[]]),
  );
  const mean = (M: ComplexMatrix, state: ComplexVector): number => innerProduct(state, applyMatrix(M, state))[0];
  const [M0, middle, M1] = operators.map((M) => mean(M, copies)) as [number, number, number];
  for (const tau of [0.2, 0.7]) {
    const at = (A: ComplexMatrix, B: ComplexMatrix) => addScaledMatrix(A, [tau, 0], addScaledMatrix(B, [-1, 0], A));
    const L = at(first, second);
    const speed = pairs.words.reduce((sum, word, p) => {
      const moved = applyPauliSum({ qubits: 2, terms: [{ word, coefficient: 1 }] }, psi);
      return sum + (2 * innerProduct(moved, applyMatrix(L, psi))[1]) ** 2 / pairs.weights[p]!;
    }, 0);
    const total = (1 - tau) ** 2 * M0 + 2 * tau * (1 - tau) * middle + tau ** 2 * M1;
    expect(total).toBeCloseTo(speed - mean(L, psi) * mean(at(G0, G1), psi), 10);
  }
});

test('mistakes are named', () => {
  const { leaves, segments } = poles(2);
  const controls = controlWords({ penalty: 1 }, 1);
  const [up, down] = [zeroState(1), complexVector([0, 1])];
  expect(() => verifiedMovingBound(controls, down, up, leaves, segments.slice(1))).toThrow(
    'K + 1 observables of 1 qubits',
  );
  expect(() =>
    verifiedMovingBound(controls, down, up, leaves, [{ ...segments[0]!, beta: Number.NaN }, segments[1]!]),
  ).toThrow('finite beta required, got NaN');
  const run = (options: { segments: number }) => () =>
    solution(movingObservableBound(pairs, zeroState(2), bell, options));
  expect(run({ segments: 0 })).toThrow('a whole number of segments above 0 required, got 0');
  const complex = complexVector([1, 0, 0, 0], [0, 0.5, 0, 0.3]);
  expect(() => solution(movingObservableBound(pairs, zeroState(2), complex))).toThrow('real states required');
});
