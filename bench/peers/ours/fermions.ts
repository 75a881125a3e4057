/** @file Fermions hopping on a chain with random potentials: ground state and entropies. */

import { entropiesOfGaussian, gaussianGroundState, hopping } from 'bulkweave/gaussian';
import { chain } from 'bulkweave/operator';
import { given, input, measure, range } from './measure.ts';

const { sites, task } = given<{ readonly sites: number; readonly task: string }>();
const hamiltonian = hopping(chain(sites), { chemicalPotential: [...input('potential')] });

switch (task) {
  case 'ground':
    measure(
      () => {
        const { state, energy } = gaussianGroundState(hamiltonian);
        return { energy, entropy: entropiesOfGaussian(state).entropy(range(sites / 2)) };
      },
      (values) => values,
    );
    break;
  case 'intervals': {
    const { state } = gaussianGroundState(hamiltonian);
    measure(
      () => entropiesOfGaussian(state).contiguous!(),
      (regions) => ({
        sum: regions.reduce((sum, { entropy }) => sum + entropy, 0),
        half: regions.find(({ start, length }) => start === 0 && length === sites / 2)!.entropy,
      }),
    );
    break;
  }
}
