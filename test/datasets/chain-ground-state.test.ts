import { describe, expect, test } from 'vitest';
import { chainGroundState } from '../../datasets/chain-ground-state.ts';
import { groundState } from '../../datasets/ground-state.ts';
import { innerProduct, normalised } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';

const critical = (sites: number) => transverseFieldIsing(chain(sites), { coupling: 1, field: 1 });

/** Free fermions: E = 1 − 1/sin(π/(2(2n + 1))) for the open critical chain. */
const openCriticalEnergy = (sites: number): number => 1 - 1 / Math.sin(Math.PI / (2 * (2 * sites + 1)));

describe('ground states of long chains', () => {
  test('agree with Lanczos on ten sites', () => {
    const { network, theta } = chainGroundState(critical(10), { bond: 32 });
    const exact = groundState(critical(10));
    const [re, im] = innerProduct(exact.amplitudes, normalised(networkState(network, theta)));
    expect(re * re + im * im).toBeGreaterThan(1 - 1e-9);
  });

  test('have the energy of free fermions on 24 sites', () => {
    const { swept } = chainGroundState(critical(24), { bond: 16 });
    const exact = openCriticalEnergy(24);
    expect(swept.value.energy).toBeGreaterThan(exact - 1e-9);
    expect(swept.value.energy / exact).toBeCloseTo(1, 9);
  });
});

test('in the sector of a symmetry the state has its charge and the energy of the sector', () => {
  const one = chainGroundState(xxz(chain(6)), { bond: 8, symmetry: 'excitations', sector: 1 });
  expect(one.swept.value.energy).toBeCloseTo(5 - 2 * 2 * (1 + Math.cos(Math.PI / 6)), 9); // a magnon on an open chain
  const odd = chainGroundState(transverseFieldIsing(chain(6)), { bond: 8, symmetry: 'parity-x', sector: 1 });
  const even = chainGroundState(transverseFieldIsing(chain(6)), { bond: 8, symmetry: 'parity-x', sector: 0 });
  const gap = odd.swept.value.energy - even.swept.value.energy;
  expect(gap).toBeCloseTo(4 * Math.sin(Math.PI / 26), 9);
  expect(() => chainGroundState(xxz(chain(4)), { symmetry: 'excitations' })).toThrow(/symmetry and sector together/);
});
