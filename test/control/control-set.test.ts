import { describe, expect, test } from 'vitest';
import { controlSet } from '../../src/control/control-set.ts';
import type { ControlBound } from '../../src/control/drift-system.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { dot, plus } from '../../src/linalg/real-vector.ts';
import { sum } from './systems.ts';

const controls = [sum(2, { XI: 2 }), sum(2, { ZZ: 1, IX: 1 }), sum(2, { YI: 1 })];
const drift = sum(2, { XI: 0.5, ZZ: 1 });
/** |H|² with the drift. */
const square = (u: Float64Array): number => (0.5 + 2 * u[0]!) ** 2 + (1 + u[1]!) ** 2 + u[1]! ** 2 + u[2]! ** 2;

const BOUNDS: readonly (readonly [ControlBound, (u: Float64Array) => boolean])[] = [
  [{ kind: 'each', bounds: [1, 2, 0.5] }, (u) => [1, 2, 0.5].every((b, a) => Math.abs(u[a]!) <= b + 1e-12)],
  [{ kind: 'sum', bound: 1.5 }, (u) => dot(u, u) <= 1.5 ** 2 + 1e-12],
  [{ kind: 'norm', bound: 2 }, (u) => square(u) <= 4 + 1e-12],
];

describe.each(BOUNDS)('controls of %j', (bound, isInside) => {
  const set = controlSet({ drift, controls, bound });
  const stream = randomStream(5, 'controls');
  const points = Array.from({ length: 40 }, () => Float64Array.from({ length: 3 }, () => 2 * stream.normal()));

  test('stay inside, and reach the boundary', () => {
    for (const v of points) expect(isInside(set.at(v))).toBe(true);
    const edge = set.best(Float64Array.of(1, -2, 0.3));
    expect(isInside(edge)).toBe(true);
    expect(isInside(plus(edge, 1e-6, Float64Array.of(1, -2, 0.3)))).toBe(false);
    for (const share of set.strain(edge)) expect(share).toBeCloseTo(1, 12);
  });

  test('have the derivatives of their coordinates', () => {
    const [dv, slope] = [Float64Array.of(0.3, -1, 0.7), Float64Array.of(1, 2, -0.4)];
    for (const v of [...points, Float64Array.of(1e-5, 0, 1e-6), Float64Array.of(5e-3, 5e-3, 0)]) {
      const [ahead, behind] = [1e-6, -1e-6].map((h) => set.at(plus(v, h, dv)));
      const moved = set.pushforward(v, dv);
      moved.forEach((x, a) => {
        expect(x).toBeCloseTo((ahead![a]! - behind![a]!) / 2e-6, 7);
      });
      expect(dot(set.pullback(v, slope), dv)).toBeCloseTo(dot(slope, moved), 12);
    }
  });

  test('reach no farther than the greatest, which the best attains', () => {
    const switching = Float64Array.of(0.4, -1.1, 0.7);
    for (const v of points) expect(dot(switching, set.at(v))).toBeLessThanOrEqual(set.greatest(switching) + 1e-12);
    expect(dot(switching, set.best(switching))).toBeCloseTo(set.greatest(switching), 12);
  });
});
