import { expect, test } from 'vitest';
import { harmonicRing } from '../../src/gaussian/boson-models.ts';
import { restricted } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import {
  omegaTimes,
  symplecticForm,
  symplecticFunction,
  symplecticValues,
} from '../../src/gaussian/symplectic-form.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { scaled } from '../../src/linalg/matrix.ts';
import { multiplyReal, realIdentity } from '../../src/linalg/real-product.ts';
import { distance } from '../helpers/dense-fermions.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

const part = restricted(gaussianGroundState(harmonicRing(8, { mass: 0.5 })).state, [0, 1, 3]).covariance;

test.each([
  ['general', randomGaussian('boson', [1, 1.5, 3], 2).covariance, [3, 1.5, 1]],
  [
    'without x–p correlations',
    gaussianThermal(harmonicRing(3, { mass: 1 }), 2).covariance,
    [1 / Math.tanh(1), 1 / Math.tanh(2), 1 / Math.tanh(2)],
  ],
  ['of a part of a ring', part, symplecticValues(part)!],
] as const)('%s: V = SνSᵀ with SΩSᵀ = Ω', (_, v, values) => {
  const form = symplecticForm(v)!;
  const omega = omegaTimes(realIdentity(6));
  expect(distance(form.values, values)).toBeLessThan(1e-13);
  expect(distance(symplecticValues(v)!, values)).toBeLessThan(1e-13);
  expect(distance(symplecticFunction(form, (nu) => nu).data, v.data)).toBeLessThan(1e-12);
  const conjugated = multiplyReal(multiplyReal(form.S, omega), form.S, { transposeB: true });
  expect(distance(conjugated.data, omega.data)).toBeLessThan(1e-12);
});

test('a matrix that is not positive has no form', () => {
  const v = scaled(-1, randomGaussian('boson', [1, 2], 3).covariance);
  expect([symplecticForm(v), symplecticValues(v)]).toEqual([undefined, undefined]);
  const blocks = scaled(-1, realIdentity(4));
  expect([symplecticForm(blocks), symplecticValues(blocks)]).toEqual([undefined, undefined]);
});
