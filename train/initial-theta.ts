import { byKind } from '../src/by-kind.ts';
import type { GenerativeNetwork } from '../src/generative/generative-network.ts';
import type { RandomStream } from '../src/linalg/random.ts';
import { initialParameters } from '../src/network/initial-parameters.ts';

/**
 * Parameters to start from: angles, or coefficients of blocks, normal with mean zero and standard deviation `amplitude` for a circuit, the
 * network's own random tensors and isometries for a tensor network.
 */
export const initialTheta = byKind<GenerativeNetwork, [stream: RandomStream, amplitude: number], Float64Array>({
  circuit: ({ parameters }, stream, amplitude) =>
    Float64Array.from({ length: parameters }, () => amplitude * stream.normal()),
  'block-circuit': ({ parameters }, stream, amplitude) =>
    Float64Array.from({ length: parameters }, () => amplitude * stream.normal()),
  network: initialParameters,
});
