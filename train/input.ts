import { type ProductState, productState } from '../src/circuit/product-state.ts';
import { DomainError } from '../src/errors.ts';
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

/**
 * The circuit that starts from a product state instead of |0…0⟩.
 *
 * @throws {DomainError} with all that does not fit: a tensor network, which has no reference; a circuit that has its own; a mixed
 *         target, whose reference is its spectrum; another number of qubits
 */
export function withReference(
  network: GenerativeNetwork,
  target: TargetState,
  reference: ProductState | undefined,
): GenerativeNetwork {
  if (reference === undefined) return network;
  const mistakes = [
    ...(network.kind === 'network' ? ['reference: a model that is a circuit required, got a tensor network'] : []),
    ...(asMixed(target) !== null ? ['reference: a pure target required, as mixed ones start from their spectrum'] : []),
    ...(network.kind !== 'network' && network.reference !== undefined && asMixed(target) === null
      ? ["reference: a model without a reference of its own required (model.reference: 'zero')"]
      : []),
  ];
  if (mistakes.length > 0 || network.kind === 'network') throw new DomainError(mistakes.join('\n'));
  try {
    return { ...network, reference: productState(reference, network.qubits) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DomainError(error.message.replace('productState', 'reference'));
  }
}
