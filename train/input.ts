import type { GenerativeNetwork } from '../src/generative/generative-network.ts';
import { asMixed } from '../src/generative/state-rules.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import { hermitianEigen } from '../src/linalg/hermitian-eigen.ts';

/**
 * The network with the input that its target asks for. A circuit is to reach a mixed state ρ = U Λ U† from the diagonal
 * state Λ with the same spectrum in descending order, as Dong & Zhou define the complexity of mixed states (sect.
 * III.A); any other network is returned unchanged.
 */
export function withInput(network: GenerativeNetwork, target: TargetState): GenerativeNetwork {
  const rho = asMixed(target)?.density;
  if (network.kind === 'network' || rho === undefined) return network;
  const { values } = hermitianEigen(rho);
  const spectrum = [...values].reverse().map((value) => Math.max(0, value));
  return { ...network, reference: { spectrum } };
}
