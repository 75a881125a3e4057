import type { GenerativeNetwork } from '../src/generative/generative-network.ts';
import type { RandomStream } from '../src/linalg/random.ts';
import { initialParameters } from '../src/network/initial-parameters.ts';

/**
 * Parameters to start from: angles normal with mean zero and standard deviation `amplitude` for a circuit, the
 * network's own random tensors and isometries for a tensor network.
 */
export function initialTheta(network: GenerativeNetwork, stream: RandomStream, amplitude: number): Float64Array {
  if (network.kind === 'network') return initialParameters(network, stream);
  return Float64Array.from({ length: network.parameters }, () => amplitude * stream.normal());
}
