import { expect, test } from 'vitest';
import { harmonicFrequencies, harmonicRing } from '../../src/gaussian/boson-models.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianComplexity } from '../../src/gaussian/gaussian-complexity.ts';
import { gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { oscillatorComplexity } from '../../src/gaussian/oscillator-complexity.ts';
import { purificationComplexity } from '../../src/gaussian/purification-complexity.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { thermalComplexity } from '../../src/gaussian/thermal-complexity.ts';

test('2000 oscillators by covariances as by momenta', () => {
  const { state } = gaussianGroundState(harmonicRing(2000, { mass: 0.01 }));
  const dense = gaussianComplexity(gaussianVacuum('boson', 2000), state);
  const momenta = oscillatorComplexity(harmonicFrequencies([2000], { mass: 0.01 }), { sides: [2000] });
  expect(dense.fubiniStudy / momenta.fubiniStudy).toBeCloseTo(1, 10);
  expect(dense.modes.f1 / momenta.modes!.f1).toBeCloseTo(1, 9);
}, 300_000);

test('1000 spins of the critical Ising ring: pairs at half their Bogoliubov angle', () => {
  const sites = 1000;
  const { state } = gaussianGroundState(xyChain(sites, { field: 1 }, 'antiperiodic'), { parity: 'even' });
  const { fubiniStudy } = gaussianComplexity(gaussianVacuum('fermion', sites), state);
  // At the critical field the angle of the pair k, −k is (π − k)/4.
  const squares = Array.from({ length: sites / 2 }, (_, j) => ((Math.PI * (1 - (2 * j + 1) / sites)) / 4) ** 2);
  expect(fubiniStudy).toBeCloseTo(Math.sqrt(squares.reduce((a, b) => a + b, 0)), 9);
}, 300_000);

test('a million oscillators by momenta; ten thousand at a temperature', () => {
  const million = oscillatorComplexity(harmonicFrequencies([1_000_000], { mass: 0.01 }), { sides: [1_000_000] });
  const few = oscillatorComplexity(harmonicFrequencies([10_000], { mass: 0.01 }), { sides: [10_000] });
  expect(million.fubiniStudy / few.fubiniStudy).toBeCloseTo(10, 10);
  expect(million.modes!.f1 / few.modes!.f1).toBeCloseTo(100, 8);
  const { double, minimised } = thermalComplexity(harmonicFrequencies([10_000], { mass: 0.01 }), 3);
  expect(minimised.fubiniStudy).toBeLessThan(double.fubiniStudy);
}, 60_000);

test('the simplest purification of 50 oscillators by descent is that found mode by mode', () => {
  const thermal = gaussianThermal(harmonicRing(50, { mass: 0.2 }), 2);
  const { value, result } = purificationComplexity(gaussianVacuum('boson', 50), thermal);
  expect(result).toBe('converged');
  const { minimised } = thermalComplexity(harmonicFrequencies([50], { mass: 0.2 }), 2);
  expect(value.length).toBeCloseTo(minimised.fubiniStudy, 11);
}, 60_000);
