import { expect, test } from 'vitest';
import { besselFunctions, knownOf } from '../../../train/studies/light-cones/fermion-front.ts';
import { failures, findingsOf } from './found.ts';

test('60 qubits and 80 sites: nothing outside of cones of gates, Bessel functions outside of those of fermions', async () => {
  const findings = await findingsOf('light-cones', { qubits: 60, layers: 4, sites: 80, times: [3, 8] });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(13);
  expect(findings.sections[0]!.exhibits[0]!.kind).toBe('scale');
  expect(findings.answer).toContain('5 copies of a bit and corrects no loss');
});

test('Bessel functions have their tabulated values and squares of sum 1', () => {
  const values = besselFunctions(2, 12);
  expect(values[0]).toBeCloseTo(0.223890779141236, 14);
  expect(values[1]).toBeCloseTo(0.576724807756873, 14);
  expect(values[10]! / 2.515386282716737e-7).toBeCloseTo(1, 12);
  const far = besselFunctions(100, 300);
  expect(far[0]! ** 2 + 2 * far.slice(1).reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 13);
  expect(besselFunctions(0, 3)).toEqual([1, 0, 0]);
});

test('a place without the fermion knows nothing of it, one that has it all', () => {
  expect(knownOf(0)).toBe(0);
  expect(knownOf(1)).toBeCloseTo(2 * Math.LN2, 14);
});
