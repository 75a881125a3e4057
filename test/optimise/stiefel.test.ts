import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { addScaledMatrix, adjoint, frobeniusNorm, multiply } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { dot, length, plus, times } from '../../src/linalg/real-vector.ts';
import { adam } from '../../src/optimise/adam.ts';
import { conjugateGradient } from '../../src/optimise/conjugate-gradient.ts';
import { gradientDescent } from '../../src/optimise/gradient-descent.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimise, solution } from '../../src/optimise/minimise.ts';
import type { Optimiser } from '../../src/optimise/optimiser.ts';
import { isometryDefect, type ManifoldPart, productManifold } from '../../src/optimise/stiefel.ts';
import { procrustes, randomHermitian, rayleighQuotient } from './problems.ts';

/** A flat part, two isometries of different shape and retraction, and a free number at the end. */
const parts: readonly ManifoldPart[] = [
  { kind: 'flat', offset: 0, size: 2 },
  { kind: 'stiefel', offset: 2, rows: 4, columns: 2, retraction: 'polar' },
  { kind: 'stiefel', offset: 18, rows: 3, columns: 3, retraction: 'qr' },
];
const SIZE = 37;
const manifold = productManifold(parts);
const gaussian = (seed: number, scale = 1): Float64Array => {
  const stream = randomStream(seed, 'stiefel');
  return Float64Array.from({ length: SIZE }, () => scale * stream.normal());
};
const point = (seed: number): Float64Array => manifold.retract(new Float64Array(SIZE), gaussian(seed));
const seeds = fc.nat(10000);

describe('the projection', () => {
  test('is orthogonal, idempotent, and onto vectors with antihermitian W†T', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const x = point(seed);
        const [a, b] = [gaussian(seed + 1), gaussian(seed + 2)];
        const [pa, pb] = [manifold.project(x, a), manifold.project(x, b)];
        expect(length(plus(manifold.project(x, pa), -1, pa))).toBeLessThan(1e-14);
        expect(Math.abs(dot(pa, b) - dot(a, pb))).toBeLessThan(1e-13);
        const block = (y: Float64Array) => ({ rows: 4, cols: 2, interleaved: y.subarray(2, 18) });
        const overlap = multiply(block(x), block(pa), { adjointA: true });
        expect(frobeniusNorm(addScaledMatrix(overlap, [1, 0], adjoint(overlap)))).toBeLessThan(1e-14);
      }),
      { seed: 7 },
    );
  });

  test('leaves flat parts and unmentioned parameters alone, and loses as many dimensions as there are constraints', () => {
    const x = point(1);
    const v = gaussian(2);
    const projected = manifold.project(x, v);
    expect([projected[0], projected[1], projected[36]]).toEqual([v[0], v[1], v[36]]);
    // Trace of the projection: 37 − 2² − 3².
    let rank = 0;
    for (let k = 0; k < SIZE; k++) {
      const unit = new Float64Array(SIZE);
      unit[k] = 1;
      rank += manifold.project(x, unit)[k]!;
    }
    expect(rank).toBeCloseTo(SIZE - 4 - 9, 12);
  });
});

describe('the retraction', () => {
  test('stays on the manifold for short and long steps, and does nothing for none', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(1e-12, 1e-3, 1, 1e4), (seed, scale) => {
        const x = point(seed);
        const step = manifold.project(x, gaussian(seed + 1, scale));
        expect(isometryDefect(manifold.retract(x, step), parts)).toBeLessThan(1e-14);
        expect(length(plus(manifold.retract(x, new Float64Array(SIZE)), -1, x))).toBeLessThan(1e-14);
      }),
      { seed: 8 },
    );
  });

  test('agrees with x + t·v to first order, and the polar one with the geodesic to second', () => {
    const x = point(3);
    const v = manifold.project(x, gaussian(4));
    const block = (y: Float64Array): Float64Array => y.slice(2, 18);
    const order = (error: (t: number) => number): number => Math.log2(error(2e-3) / error(1e-3));
    const first = (t: number): number => length(plus(manifold.retract(x, times(t, v)), -1, plus(x, t, v)));
    // The acceleration of a geodesic is normal: its tangent part vanishes.
    const second = (t: number): number => {
      const displaced = plus(manifold.retract(x, times(t, v)), -1, plus(x, t, v));
      return length(block(manifold.project(x, displaced)));
    };
    expect(order(first)).toBeCloseTo(2, 1);
    expect(order(second)).toBeCloseTo(3, 1);
  });

  test('keeps isometries to 1e-14 over five thousand steps', () => {
    let x = point(5);
    for (let k = 0; k < 5000; k++) x = manifold.retract(x, manifold.project(x, gaussian(k, 0.1)));
    expect(isometryDefect(x, parts)).toBeLessThan(1e-14);
  });
});

describe('problems with known answers', () => {
  const optimise = (optimiser: Optimiser<unknown>, problem: ReturnType<typeof procrustes>) =>
    solution(minimise(problem.objective, optimiser, problem.start, { maxSteps: 3000 })).value;

  test('the closest isometry is the polar factor, found to half of the digits of the value and all of the gradient', () => {
    const problem = procrustes(8, 3);
    for (const optimiser of [
      lbfgs({ manifold: problem.manifold }),
      conjugateGradient({ manifold: problem.manifold }),
    ]) {
      const { x } = optimise(optimiser as Optimiser<unknown>, problem);
      expect(length(plus(x.slice(3), -1, problem.closest.interleaved))).toBeLessThan(1e-13);
    }
  });

  test('gradient descent keeps to the manifold all the way down', () => {
    const problem = rayleighQuotient(randomHermitian(6), 2, 'qr');
    const descent = gradientDescent({ learningRate: 0.02, manifold: problem.manifold });
    let last = Infinity;
    for (const { x, evaluation } of minimise(problem.objective, descent, problem.start, { maxSteps: 800 })) {
      expect(isometryDefect(x, problem.parts)).toBeLessThan(1e-14);
      expect(evaluation.value).toBeLessThanOrEqual(last + 1e-13);
      last = evaluation.value;
    }
    expect(last - problem.least).toBeLessThan(1e-6);
  });
});

describe('what optimisers remember is tangent', () => {
  const { objective, start, manifold: stiefel } = rayleighQuotient(randomHermitian(6), 2, 'polar');
  const normalPart = (x: Float64Array, v: Float64Array): number => length(plus(stiefel.project(x, v), -1, v));

  test('Adam’s mean gradient, at the point where it was taken', () => {
    const iterates = [...minimise(objective, adam({ manifold: stiefel }), start, { maxSteps: 10 })];
    iterates.slice(1).forEach(({ state }, k) => {
      expect(normalPart(iterates[k]!.x, state.first)).toBeLessThan(1e-14 * length(state.first) + 1e-15);
    });
  });

  test('the pairs of L-BFGS and the direction of conjugate gradients, at the present point', () => {
    for (const { x, state } of minimise(objective, lbfgs({ manifold: stiefel }), start, { maxSteps: 10 })) {
      for (const { s, y } of state.pairs) {
        expect(normalPart(x, s)).toBeLessThan(1e-13);
        expect(normalPart(x, y)).toBeLessThan(1e-13);
      }
    }
    for (const { x, state } of minimise(objective, conjugateGradient({ manifold: stiefel }), start, { maxSteps: 10 })) {
      expect(normalPart(x, state.direction)).toBeLessThan(1e-13);
    }
  });
});

test('a defect is measured, parts that cannot be are named', () => {
  const x = point(6);
  x[2] = x[2]! + 0.1;
  expect(isometryDefect(x, parts)).toBeGreaterThan(1e-3);
  expect(isometryDefect(x, parts.slice(0, 1))).toBe(0);
  expect(() => productManifold([{ kind: 'stiefel', offset: 0, rows: 2, columns: 3 }])).toThrow(ShapeError);
  const overlapping = [...parts, { kind: 'flat', offset: 35, size: 2 } as const];
  expect(() => productManifold(overlapping)).toThrow(/offset 35 < 36/);
});
