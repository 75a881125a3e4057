import { expect, test } from 'vitest';
import { planeEnergy } from '../../src/chain/plane-energy.ts';
import { planeGroundState } from '../../src/chain/plane-ground-state.ts';
import { lanczos } from '../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { grid } from '../../src/operator/lattice.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { pauliSumOperator } from '../../src/operator/pauli-sum.ts';

// Quantum Monte Carlo, spins ½ with open edges: Lubasch, Cirac & Bañuls, Phys. Rev. B 90, 064425 (2014), for 10 × 10; the value of 6 × 6 was
// confirmed by an independent stochastic series expansion, −0.60353 ± 0.00023.
test.each([
  [6, 150, -0.6035218, -0.586],
  [10, 120, -0.628656, -0.6155],
])(
  'the Heisenberg model on a square of side %i at bond 2, between boundaries of bond 12',
  (side, maxSteps, exact, atMost) => {
    const sum = xxz(grid(side, side));
    const plane = { rows: side, columns: side };
    const { value } = planeGroundState(sum, { ...plane, bond: 2, boundary: 12, maxSteps });
    const perSite = (energy: number): number => energy / (4 * side * side);
    const { value: wide, error } = planeEnergy(value.network, localTerms(sum), { ...plane, bond: 24 })(value.theta);
    console.log(`${side} × ${side}: ${perSite(value.energy)}, at χ = 24 ${perSite(wide)}, dropped ${error}`);
    expect(perSite(wide)).toBeCloseTo(perSite(value.energy), 6);
    expect(perSite(wide)).toBeLessThan(atMost);
    expect(perSite(wide)).toBeGreaterThan(exact);
    expect(value.energy).toBeLessThan(value.simpleEnergy);
  },
  1_800_000,
);

test('the Ising model at the critical field of the infinite plane, 4 × 4 sites at bond 2 between boundaries, is above its least eigenvalue by less than 1e-4 of it', () => {
  const sum = transverseFieldIsing(grid(4, 4), { field: 3.04438 });
  const exact = lanczos(pauliSumOperator(sum), randomVector(2 ** 16, randomStream(1, 'plane'))).value.values[0]!;
  const { value } = planeGroundState(sum, { rows: 4, columns: 4, bond: 2, boundary: 16, maxSteps: 80 });
  expect(value.energy).toBeGreaterThan(exact);
  expect(value.energy).toBeLessThan(exact * (1 - 1e-4));
}, 600_000);
