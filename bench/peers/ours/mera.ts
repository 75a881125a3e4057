/** @file Energy of a Heisenberg ring in a binary MERA and its gradient with respect to all tensors. */

import { localTerms, manifoldOf, networkEnergy, productManifold } from 'bulkweave';
import { isometricMera } from 'bulkweave/models';
import { given, input, measure, norm, range } from './measure.ts';

const { sites = 4, bond = 2 } = given();
const network = isometricMera(sites, { bond });
const theta = input('theta');
const terms = range(sites).flatMap((first) =>
  [...'XYZ'].map((letter) => {
    const pair = [first, (first + 1) % sites];
    return {
      word: range(sites)
        .map((site) => (pair.includes(site) ? letter : 'I'))
        .join(''),
      coefficient: 0.25,
    };
  }),
);
const energy = networkEnergy(network, localTerms({ qubits: sites, terms }));

measure(
  () => energy(theta),
  ({ value, gradient }) => ({
    energy: value,
    gradient: norm(productManifold(manifoldOf(network)).project(theta, gradient)),
  }),
);
