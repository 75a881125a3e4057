/** @file Ground state of a chain by sweeps without a symmetry, from a random product state. */

import { groundStateBySweeps, matrixProductOperator } from 'bulkweave/network';
import { chain, transverseFieldIsing, xxz } from 'bulkweave/operator';
import { given, measure } from './measure.ts';

const { model, sites, bond } = given<{ readonly model: string; readonly sites: number; readonly bond: number }>();
const hamiltonian = {
  ising: () => transverseFieldIsing(chain(sites)),
  heisenberg: () => xxz(chain(sites)),
  xxz: () => xxz(chain(sites), { anisotropy: 0.5 }),
}[model]!();

measure(
  () => groundStateBySweeps(matrixProductOperator(hamiltonian), { bond, energyTolerance: 1e-10, sweeps: 40 }).value,
  ({ energy }) => ({ energy }),
  true,
  false,
);
