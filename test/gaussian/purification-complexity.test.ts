import { describe, expect, test } from 'vitest';
import { harmonicFrequencies, harmonicRing } from '../../src/gaussian/boson-models.ts';
import { transformed } from '../../src/gaussian/evolution.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { gaussianComplexity } from '../../src/gaussian/gaussian-complexity.ts';
import { gaussianVacuum, restricted } from '../../src/gaussian/gaussian-state.ts';
import { purificationComplexity } from '../../src/gaussian/purification-complexity.ts';
import { gaussianThermal, gaussianThermofieldDouble } from '../../src/gaussian/thermal.ts';
import { thermalComplexity } from '../../src/gaussian/thermal-complexity.ts';
import { realIdentity } from '../../src/linalg/real-product.ts';
import { chain } from '../../src/operator/lattice.ts';
import { randomGaussian, randomSymplectic } from '../helpers/random-gaussian.ts';

const [sites, mass, reference, beta] = [6, 0.3, 2, 1.3];
const frequencies = harmonicFrequencies([sites], { mass });

describe('thermal oscillators', () => {
  test('the thermofield double: normal modes of frequencies ω tanh(βω/4) and ω coth(βω/4)', () => {
    const { double } = thermalComplexity(frequencies, beta, { reference });
    const logs = Array.from(frequencies, (omega) => {
      const t = Math.tanh((beta * omega) / 4);
      return [Math.log((omega * t) / reference), Math.log(omega / t / reference)];
    }).flat();
    expect(double.f2).toBeCloseTo(Math.hypot(...logs) / 2, 12);
    expect(double.f1).toBeCloseTo(logs.reduce((sum, log) => sum + Math.abs(log), 0) / 2, 12);
  });

  test('is that of the covariance of the double', () => {
    const state = gaussianThermofieldDouble(harmonicRing(sites, { mass }), beta);
    const { fubiniStudy, normalModes } = gaussianComplexity(gaussianVacuum('boson', 2 * sites, reference), state);
    const { double } = thermalComplexity(frequencies, beta, { reference });
    expect(fubiniStudy).toBeCloseTo(double.fubiniStudy, 11);
    expect(normalModes.f1).toBeCloseTo(double.f1, 11);
  });

  test('the simplest purification mode by mode is the one found for the whole ring by descent', () => {
    const { minimised, double } = thermalComplexity(frequencies, beta, { reference });
    const thermal = gaussianThermal(harmonicRing(sites, { mass }), beta);
    const { value, result } = purificationComplexity(gaussianVacuum('boson', sites, reference), thermal);
    expect(result).toBe('converged');
    expect(value.length).toBeCloseTo(minimised.fubiniStudy, 11);
    expect(value.canonical).toBeCloseTo(double.fubiniStudy, 11);
    const inside = restricted(value.state, [0, 1, 2, 3, 4, 5]).covariance.data;
    inside.forEach((x, k) => {
      expect(x).toBeCloseTo(thermal.covariance.data[k]!, 11);
    });
  });

  test('hot: far more complex than two vacua; cold: as two vacua; the minimum is never above the double', () => {
    for (const inverse of [0.01, 0.3, 3, 30]) {
      const { double, minimised, vacua } = thermalComplexity(frequencies, inverse, { reference });
      expect(minimised.fubiniStudy).toBeLessThanOrEqual(double.fubiniStudy);
      expect(minimised.fubiniStudy).toBeGreaterThanOrEqual(vacua.fubiniStudy / Math.SQRT2 - 1e-12);
      if (inverse === 30) expect(double.fubiniStudy / vacua.fubiniStudy - 1).toBeLessThan(1e-3);
    }
    expect(() => thermalComplexity(frequencies, 0)).toThrow('a finite inverse temperature > 0 required, got 0');
  });

  test('in the frequency of the reference the double is the simplest, with purifying modes at rest', () => {
    const { double, minimised, purifying } = thermalComplexity([2, 2], 0.8, { reference: 2 });
    expect(minimised.fubiniStudy).toBeCloseTo(double.fubiniStudy, 14);
    expect(purifying).toEqual(Float64Array.of(0, 0));
  });
});

describe('any mixed state', () => {
  test.each(['boson', 'fermion'] as const)(
    'of %ss: no squeezing or turn of the purifying modes makes it simpler',
    (statistics) => {
      const state = randomGaussian(statistics, statistics === 'boson' ? [1.9, 1.2] : [0.8, 0.3], 4);
      const from = gaussianVacuum(statistics, 2);
      const { value, result } = purificationComplexity(from, state);
      expect(result).toBe('converged');
      expect(value.length).toBeLessThan(value.canonical);
      const both = gaussianVacuum(statistics, 4);
      for (let seed = 1; seed <= 10; seed++) {
        const small = statistics === 'boson' ? randomSymplectic(2, seed) : smallTurn(seed);
        const { data } = realIdentity(8);
        const place = (k: number): number => (statistics === 'fermion' ? k + 4 : k < 2 ? k + 2 : k + 4);
        for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) data[place(i) * 8 + place(j)] = small.data[4 * i + j]!;
        const other = transformed(value.state, { rows: 8, cols: 8, data });
        expect(gaussianComplexity(both, other).fubiniStudy).toBeGreaterThanOrEqual(value.length - 1e-10);
      }
    },
  );

  test('a pure state needs no more than itself', () => {
    const state = randomGaussian('boson', [1, 1], 3);
    const { value } = purificationComplexity(gaussianVacuum('boson', 2), state);
    expect(value.length).toBeCloseTo(gaussianComplexity(gaussianVacuum('boson', 2), state).fubiniStudy, 8);
  });

  test('steps that run out are a result', () => {
    const thermal = gaussianThermal(hopping(chain(3), { chemicalPotential: 0.4 }), 2);
    const { result, steps } = purificationComplexity(gaussianVacuum('fermion', 3), thermal, { maxSteps: 1 });
    expect(['max-steps', 'converged']).toContain(result);
    expect(steps).toBeLessThanOrEqual(1);
  });
});

/** A turn in the plane of two of four Majorana operators. */
function smallTurn(seed: number) {
  const turn = realIdentity(4);
  const [a, b] = [seed % 4, (seed + 1 + (seed % 3)) % 4];
  const angle = 0.3 * Math.sin(seed);
  turn.data[5 * a] = Math.cos(angle);
  turn.data[5 * b] = Math.cos(angle);
  turn.data[4 * a + b] = Math.sin(angle);
  turn.data[4 * b + a] = -Math.sin(angle);
  return turn;
}
