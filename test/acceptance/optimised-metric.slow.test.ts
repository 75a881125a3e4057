import { expect, test } from 'vitest';
import { optimiseMetric, rectangleDomain } from '../../src/systems/liouville/index.ts';
import { failures, findingsOf } from '../train/studies/found.ts';

test('half planes of up to 512 × 512 cells converge to 1/z with the square of the step', () => {
  const [epsilon, phi] = [1 / 16, (_: number, z: number): number => -Math.log(z)];
  const vacuum = { kind: 'values', phi } as const;
  const errors = [64, 128, 256, 512].map((n) => {
    const sides = { bottom: { kind: 'cutoff', epsilon }, right: vacuum, top: vacuum, left: vacuum } as const;
    const { value, result } = optimiseMetric(rectangleDomain([0, epsilon], 1 / n, [n, n], sides));
    expect(result).toBe('converged');
    return value.phi.reduce((most, at, i) => Math.max(most, Math.abs(at - phi(0, value.mesh.points[2 * i + 1]!))), 0);
  });
  [2.9e-3, 7.5e-4, 1.9e-4, 4.7e-5].forEach((most, k) => {
    expect(errors[k]).toBeLessThan(most);
  });
  errors.slice(1).forEach((error, k) => {
    expect(Math.log2(errors[k]! / error)).toBeCloseTo(2, 1);
  });
});

test('the study of optimised path integrals at its full size', async () => {
  const findings = await findingsOf('path-integral-optimisation');
  expect(failures(findings)).toEqual([]);
  expect(findings.checks).toHaveLength(27);
});
