import { expect, test } from 'vitest';
import { hopping, latticeDirac, xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { occupations } from '../../src/gaussian/parity.ts';
import { chain, grid, ring } from '../../src/operator/lattice.ts';
import { distance } from '../helpers/dense-fermions.ts';

const ascending = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
const momenta = (sites: number, shift = 0): readonly number[] =>
  Array.from({ length: sites }, (_, k) => (2 * Math.PI * (k + shift)) / sites);

test('hopping on a ring has the energies −2t cos k − μ, whose modes fill where they are negative', () => {
  const mu = 0.7;
  const { excitations, energy, state } = gaussianGroundState(hopping(ring(7), { chemicalPotential: mu }));
  const energies = momenta(7).map((k) => -2 * Math.cos(k) - mu);
  expect(distance(excitations, ascending(energies.map(Math.abs)))).toBeLessThan(1e-14);
  expect(energy).toBeCloseTo(
    energies.reduce((sum, e) => sum + Math.min(0, e), 0),
    13,
  );
  const filled = energies.filter((e) => e < 0).length;
  expect(occupations(state).reduce((sum, n) => sum + n, 0)).toBeCloseTo(filled, 12);
  expect(filled).toBe(5);
});

test('hopping on a triangle tells the sign of t, and on a torus the energies add', () => {
  expect(gaussianGroundState(hopping(ring(3))).energy).toBeCloseTo(-2, 13);
  expect(gaussianGroundState(hopping(ring(3), { amplitude: -1 })).energy).toBeCloseTo(-2, 13);
  expect(gaussianGroundState(hopping(ring(3), { chemicalPotential: 0.5 })).energy).toBeCloseTo(-2.5, 13); // −2.5, ½, ½
  const torus = gaussianGroundState(hopping(grid(3, 5, true), { chemicalPotential: 0.1 }));
  const energies = momenta(3).flatMap((k) => momenta(5).map((q) => -2 * Math.cos(k) - 2 * Math.cos(q) - 0.1));
  expect(torus.energy).toBeCloseTo(
    energies.reduce((sum, e) => sum + Math.min(0, e), 0),
    12,
  );
});

test.each([
  ['periodic', 0],
  ['antiperiodic', 0.5],
] as const)(
  'the lattice Dirac fermion, %s, has the energies √(sin²k + (m + r(1 − cos k))²), each twice',
  (boundary, shift) => {
    const { excitations } = gaussianGroundState(latticeDirac(7, { mass: 0.3, wilson: 0.8 }, boundary));
    const exact = momenta(7, shift).map((k) => Math.hypot(Math.sin(k), 0.3 + 0.8 * (1 - Math.cos(k))));
    expect(distance(excitations, ascending([...exact, ...exact]))).toBeLessThan(1e-14);
  },
);

test('the open lattice Dirac fermion of negative mass has zero modes at its ends', () => {
  expect(gaussianGroundState(latticeDirac(60, { mass: -0.8 }, 'open')).zeroModes).toBe(2);
  expect(gaussianGroundState(latticeDirac(60, { mass: 0.8 }, 'open')).zeroModes).toBe(0);
});

test('the XY ring has the energies 2√((h − J cos k)² + (Jγ sin k)²)', () => {
  const couplings = { coupling: 0.9, anisotropy: 0.4, field: 0.6 };
  const exact = momenta(9, 0.5).map((k) => 2 * Math.hypot(0.6 - 0.9 * Math.cos(k), 0.36 * Math.sin(k)));
  expect(
    distance(gaussianGroundState(xyChain(9, couplings, 'antiperiodic')).excitations, ascending(exact)),
  ).toBeLessThan(1e-14);
});

test('what does not fit is named', () => {
  expect(() => hopping(chain(3), { amplitude: [1] })).toThrow('hopping: amplitudes: 2 numbers required, got 1');
  expect(() => hopping(chain(3), { chemicalPotential: Number.NaN })).toThrow('finite numbers required, got NaN');
  expect(() => latticeDirac(2)).toThrow('at least 3 sites required, got 2');
  expect(() => xyChain(3, { field: Number.NaN })).toThrow('finite coefficients required, got NaN');
});
