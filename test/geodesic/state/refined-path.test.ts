import { expect, test } from 'vitest';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { DomainError, ShapeError } from '../../../src/errors.ts';
import { refinedPath } from '../../../src/geodesic/state/refined-path.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { zeroVector } from '../../../src/linalg/complex.ts';

const zero = zeroVector(4);
zero.interleaved[0] = 1;
const metric = { penalty: 1 };

test('a detour on two qubits is shortened to the bi-invariant distance', () => {
  const to = haarRandom(2, 7).amplitudes;
  const steps = stateGeodesic(metric, to, { slices: 4, starts: 1, polished: 0, conjugatePoints: false });
  let next = steps.next();
  while (!next.done) next = steps.next();
  const { velocity, length } = next.value.value;
  const detour = velocity.map((h, k) => h.map((value, p) => value + 0.3 * Math.sin(7 * p + 3 * k)));
  const refined = refinedPath(metric, zero, to, detour);
  expect(refined.infidelity).toBeLessThan(1e-12);
  expect(refined.length).toBeCloseTo(length, 6);
  expect(refined.length).toBeCloseTo(Math.SQRT1_2 * Math.acos(Math.hypot(to.interleaved[0]!, to.interleaved[1]!)), 6);
});

test('velocities that do not fit are refused', () => {
  expect(() => refinedPath(metric, zero, zero, [])).toThrow(DomainError);
  expect(() => refinedPath(metric, zero, zero, [[1, 2]])).toThrow(ShapeError);
});
