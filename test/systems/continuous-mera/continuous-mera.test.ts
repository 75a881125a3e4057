import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussianComplexity } from '../../../src/gaussian/gaussian-complexity.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { quadraticHamiltonian, quadraticOfHopping } from '../../../src/gaussian/quadratic-hamiltonian.ts';
import { gaussianThermofieldDouble } from '../../../src/gaussian/thermal.ts';
import { cmera } from '../../../src/systems/continuous-mera/continuous-mera.ts';
import { modeOfMera } from '../../../src/systems/continuous-mera/mera-mode.ts';
import { largestDifference } from '../../helpers/largest-difference.ts';

const momenta = fc.double({ min: 1e-3, max: 0.999, noNaN: true });
const masses = fc.double({ min: 1e-3, max: 3, noNaN: true });
const options = { seed: 1, numRuns: 20 };

describe('rates', () => {
  test('of the scalar field: ½ κ²/(κ² + m²), ½ without mass', () => {
    const massive = cmera({ statistics: 'boson', mass: 0.3, cutoff: 2 });
    for (const u of [-0.1, -1, -4]) {
      const square = (2 * Math.exp(u)) ** 2;
      expect(massive.rate(u)).toBeCloseTo(square / (square + 0.09) / 2, 15);
      expect(cmera({ statistics: 'boson' }).rate(u)).toBe(0.5);
    }
  });

  test('of the Dirac field with the linear gate: π/4 without mass, and ½ (arctan x − x/(1 + x²))', () => {
    const massive = cmera({ statistics: 'fermion', mass: 0.3, cutoff: 2 });
    for (const u of [-0.1, -1, -4]) {
      const x = (2 * Math.exp(u)) / 0.3;
      expect(massive.rate(u)).toBeCloseTo((Math.atan(x) - x / (1 + x * x)) / 2, 15);
      expect(cmera({ statistics: 'fermion' }).rate(u)).toBeCloseTo(Math.PI / 4, 15);
    }
  });

  test('vanish in the infrared with a mass: as e^{2u} for bosons, e^{3u} for fermions', () => {
    const slope = (statistics: 'boson' | 'fermion'): number => {
      const { rate } = cmera({ statistics, mass: 0.3 });
      return Math.log(rate(-9) / rate(-10));
    };
    expect(slope('boson')).toBeCloseTo(2, 5);
    expect(slope('fermion')).toBeCloseTo(3, 5);
  });

  test('of a hot double: one branch stands still, the other goes twice as fast', () => {
    const double = cmera({ statistics: 'boson', beta: 5 });
    expect(double.branches).toBe(2);
    expect(double.rate(-12, 0)).toBeCloseTo(1, 8);
    expect(double.rate(-12, 1)).toBeCloseTo(0, 8);
    const cold = cmera({ statistics: 'boson', beta: 1e4 });
    for (const branch of [0, 1]) expect(cold.rate(-1, branch)).toBeCloseTo(0.5, 15);
  });
});

describe('states', () => {
  test('bosons reach the ground state of p² + (k² + m²)x² at all momenta, with any gate', () => {
    fc.assert(
      fc.property(momenta, masses, fc.constantFrom(0, 1, 2), (k, mass, gate) => {
        const mera = cmera({ statistics: 'boson', mass, gate });
        const matrix = { rows: 2, cols: 2, data: Float64Array.of(k * k + mass * mass, 0, 0, 1) };
        const { state } = gaussianGroundState(quadraticHamiltonian('boson', matrix));
        const { covariance } = modeOfMera(mera, k, 0);
        expect(largestDifference(covariance.data, state.covariance.data)).toBeLessThan(1e-12 / Math.hypot(k, mass));
      }),
      options,
    );
  });

  test('fermions reach φ_k − (k/Λ)φ_Λ, φ_k = ½ arctan(k/m): the ground state of kσ_x + mσ_z where k ≪ Λ', () => {
    fc.assert(
      fc.property(momenta, masses, (k, mass) => {
        const mera = cmera({ statistics: 'fermion', mass });
        expect(mera.angle(k, 0)).toBeCloseTo((Math.atan(k / mass) - k * Math.atan(1 / mass)) / 2, 13);
        const far = cmera({ statistics: 'fermion', mass, cutoff: 1e9 });
        const { state } = gaussianGroundState(
          quadraticOfHopping({ rows: 2, cols: 2, data: Float64Array.of(mass, k, k, -mass) }),
        );
        const { covariance } = modeOfMera(far, k, 0);
        expect(largestDifference(covariance.data, state.covariance.data)).toBeLessThan(2e-9);
      }),
      options,
    );
  });

  test('a double reaches the thermofield double, but for e^{−βΛ/2}: its branches are sum and difference of the copies', () => {
    const [mass, beta, k] = [0.4, 6, 0.3];
    const mera = cmera({ statistics: 'boson', mass, beta, cutoff: 10 });
    const matrix = { rows: 2, cols: 2, data: Float64Array.of(k * k + mass * mass, 0, 0, 1) };
    const { data } = gaussianThermofieldDouble(quadraticHamiltonian('boson', matrix), beta).covariance;
    const reached = modeOfMera(mera, k, 0).covariance.data;
    expect(reached[0]).toBeCloseTo(data[0]! + data[1]!, 10);
    expect(reached[5]).toBeCloseTo(data[0]! - data[1]!, 10);
    expect(reached[10]).toBeCloseTo(data[10]! + data[11]!, 10);
    expect(reached[15]).toBeCloseTo(data[10]! - data[11]!, 10);
  });

  test('begin as the reference, and move at the rate of the gate once Λe^u exceeds their momentum', () => {
    for (const statistics of ['boson', 'fermion'] as const) {
      const mera = cmera({ statistics, mass: 0.2 });
      const entry = Math.log(0.4);
      expect(mera.angle(0.4, entry - 0.1)).toBe(0);
      const [h, u] = [1e-5, -0.3];
      const speed = (mera.angle(0.4, u + h) - mera.angle(0.4, u - h)) / (2 * h);
      const gate = statistics === 'boson' ? 1 : 0.4 * Math.exp(0.3);
      expect(speed).toBeCloseTo(mera.rate(u) * gate, 9);
      const { fubiniStudy } = gaussianComplexity(modeOfMera(mera, 0.4, -9), modeOfMera(mera, 0.4, u));
      expect(fubiniStudy).toBeCloseTo(mera.angle(0.4, u) / (statistics === 'boson' ? Math.SQRT2 : 1), 12);
    }
  });

  test('a rate given by the user, the one that follows, leads to the same angles by quadrature', () => {
    fc.assert(
      fc.property(momenta, masses, fc.constantFrom('boson', 'fermion'), (k, mass, statistics) => {
        const known = cmera({ statistics, mass, infrared: -3, gate: 1 });
        const given = cmera({ statistics, mass, infrared: -3, gate: 1, rate: (u) => known.rate(u) });
        for (const u of [0, -0.7, -3.5]) expect(given.angle(k, u)).toBeCloseTo(known.angle(k, u), 12);
      }),
      options,
    );
  });

  test('from an infrared end on, what lies below moves as one', () => {
    const mera = cmera({ statistics: 'boson', infrared: -2 });
    expect(mera.angle(1e-9, 0)).toBe(1);
    expect(mera.angle(0, 0)).toBe(1);
    expect(mera.rate(-2.1)).toBe(0);
  });

  test('the derivative in the mass is that of differences', () => {
    for (const [statistics, beta, gate] of [
      ['boson', Infinity, 0],
      ['boson', Infinity, 1],
      ['boson', 3, 0],
      ['boson', 3, 2],
      ['fermion', Infinity, 1],
    ] as const) {
      const at = (mass: number) => cmera({ statistics, mass, beta, gate });
      const h = 1e-5;
      for (let branch = 0; branch < at(1).branches; branch++) {
        const difference = (at(0.5 + h).angle(0.3, -0.2, branch) - at(0.5 - h).angle(0.3, -0.2, branch)) / (2 * h);
        expect(at(0.5).angleByMass!(0.3, -0.2, branch)).toBeCloseTo(difference, 9);
      }
    }
  });
});

test.each([
  [{ statistics: 'boson', mass: -1 }, 'a mass ≥ 0 required, got -1'],
  [{ statistics: 'boson', cutoff: 0 }, 'a cut-off > 0 required, got 0'],
  [{ statistics: 'boson', dimension: 1.5 }, 'a dimension from 1 to 10 required, got 1.5'],
  [{ statistics: 'fermion', gate: 0 }, 'a power of the gate from 1 to 10 for fermions required, got 0'],
  [{ statistics: 'boson', infrared: 1 }, 'an infrared scale u < 0 required, got 1'],
  [{ statistics: 'boson', rate: () => 1 }, 'a finite infrared scale for a given rate required'],
  [{ statistics: 'fermion', beta: 1 }, 'bosons for a finite temperature required, got fermions'],
  [{ statistics: 'anyon' as 'boson' }, "statistics 'boson' or 'fermion' required, got 'anyon'"],
] as const)('%j is refused', (wrong, message) => {
  expect(() => cmera(wrong)).toThrow(`cmera: ${message}`);
});

test('branches, momenta and scales out of range are named', () => {
  const mera = cmera({ statistics: 'boson' });
  expect(() => mera.rate(-1, 1)).toThrow('cmera: a branch below 1 required, got 1');
  expect(() => modeOfMera(mera, 0, -1)).toThrow('modeOfMera: a momentum > 0 required, got 0');
  expect(() => modeOfMera(mera, 1, 1)).toThrow('modeOfMera: a scale u ≤ 0 required, got 1');
});
