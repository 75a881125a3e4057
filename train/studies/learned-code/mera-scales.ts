/** @file How leakage from a MERA falls with the scale at which something enters: trained on the critical ring, and random. */

import { isometricMera } from '../../../models/isometric-mera.ts';
import { causalCone } from '../../../src/bulk/causal-cones.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { networkEnergy } from '../../../src/network/network-energy.ts';
import { manifoldOf } from '../../../src/network/network-manifold.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { significant } from '../../../src/number-format.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { ring } from '../../../src/operator/lattice.ts';
import { localTerms } from '../../../src/operator/local-terms.ts';
import { conjugateGradient } from '../../../src/optimise/conjugate-gradient.ts';
import { minimise } from '../../../src/optimise/minimise.ts';
import { productManifold } from '../../../src/optimise/stiefel.ts';
import { networkRecoverability } from '../../../src/systems/holography/network-recoverability.ts';
import type { PartStep } from '../../study.ts';
import { mean } from './leakage.ts';

export interface MeraScales {
  readonly sites: number;
  readonly energy: number;
  /** −2/sin(π/2N), the lowest energy of the ring. */
  readonly exact: number;
  /** For each level from the boundary on, mean over bonds and single lost sites in their future of I(R:E), in nats. */
  readonly trained: readonly number[];
  readonly random: readonly number[];
  /** Leakage I(R:E), in nats, at the bond above each isometry when four sites in the middle are lost; by node. */
  readonly lost: readonly number[];
  readonly leaks: Readonly<Record<string, number>>;
}

/** Trains a MERA on the energy of the critical ring, and follows the leakage of single sites from level to level. */
export function* meraScales(sites: number, steps: number, seed: number): Generator<PartStep, MeraScales> {
  const network = isometricMera(sites, { bond: 4 });
  const objective = networkEnergy(network, localTerms(transverseFieldIsing(ring(sites))));
  const manifold = productManifold(manifoldOf(network));
  const stream = (name: string): RandomStream => randomStream(seed, name);
  const start = initialParameters(network, stream('MERA'));
  let [theta, energy] = [start, Infinity];
  for (const { x, evaluation, step } of minimise(objective, conjugateGradient({ manifold }), start, {
    maxSteps: steps,
    manifold,
  })) {
    [theta, energy] = [x, evaluation.value];
    if (step % 10 === 0) yield { message: `energy ${significant(energy, 7)}`, progress: (0.7 * step) / steps };
  }
  const random = initialParameters(network, stream('random MERA'));
  const lost = [-1, 0, 1, 2].map((k) => sites / 2 + k);
  const leaks: Record<string, number> = {};
  const isometries = network.nodes.filter(({ id }) => id.startsWith('w'));
  for (const [k, { id, legs }] of isometries.entries()) {
    yield { message: `bond above ${id}`, progress: 0.7 + (0.2 * k) / isometries.length };
    const region = [...network.boundary.keys()].filter((site) => !lost.includes(site));
    leaks[id] = networkRecoverability(network, theta, [legs.at(-1)!], region).leaked;
  }
  return {
    sites,
    energy,
    exact: -2 / Math.sin(Math.PI / (2 * sites)),
    trained: levelLeaks(network, theta),
    random: levelLeaks(network, random),
    lost,
    leaks,
  };
}

/** Two bonds of each level, and every site that they can reach. */
function levelLeaks(network: TensorNetwork, theta: Float64Array): readonly number[] {
  const levels = Math.log2(network.boundary.length) - 1;
  const sites = [...network.boundary.keys()];
  const cones = sites.map((site) => new Set(causalCone(network, [site]).nodes));
  return Array.from({ length: levels }, (_, level) => {
    const leaks = [0, 1].flatMap((k) => {
      const reached = sites.filter((site) => cones[site]!.has(`w${level}.${k}`));
      return reached.map(
        (site) => networkRecoverability(network, theta, [`b${level}.${k}`], sites.toSpliced(site, 1)).leaked,
      );
    });
    return mean(leaks);
  });
}
