/** @file Entanglement across every cut of the sites into a left and a right part, through the dense state. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, sizeOf } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { multiply } from '../linalg/matrix.ts';
import { withEigenvalues } from '../linalg/spectral-matrix.ts';
import type { Objective } from '../optimise/objective.ts';
import { networkPullback, networkState } from './network-state.ts';
import type { SpectralFunction } from './spectral-function.ts';
import type { TensorNetwork } from './tensor-network.ts';

/** Most amplitudes of a network with cycles; more take minutes rather than seconds. */
export const LARGEST_CYCLIC_STATE = 2 ** 14;

/**
 * Mean of a spectral function over the n − 1 cuts of the sites into 0 … k − 1 and k … n − 1 (environment legs, if any,
 * on the right), as a function of θ with gradient. For any network, cycles or not; one site has no cut and gives 0.
 *
 * @throws {DomainError} more than 2¹⁴ amplitudes
 *
 * Cost O(n D^{3/2}) for D amplitudes.
 */
export function contiguousMean(network: TensorNetwork, spectral: SpectralFunction): Objective {
  const dimensions = [...network.boundary, ...network.environment].map((leg) => network.dimensions[leg]!);
  const size = sizeOf(dimensions);
  if (size > LARGEST_CYCLIC_STATE) {
    throw new DomainError(
      `bond entropy: at most ${LARGEST_CYCLIC_STATE} amplitudes possible for a network with cycles, got ${size}`,
    );
  }
  const cuts = network.boundary.slice(1).map((_, k) => sizeOf(dimensions.slice(0, k + 1)));
  return (theta) => {
    const state = networkState(network, theta);
    const cotangent = new Float64Array(2 * size);
    let value = 0;
    for (const rows of cuts) {
      const matrix: ComplexMatrix = { rows, cols: size / rows, interleaved: state.interleaved };
      const wide = matrix.rows <= matrix.cols;
      const { values, vectors } = hermitianEigen(
        multiply(matrix, matrix, wide ? { adjointB: true } : { adjointA: true }),
      );
      const term = spectral(values);
      const slope = withEigenvalues(vectors, term.derivative); // d Tr f(MM†) = Re⟨2 f'(MM†) M|dM⟩
      const lambda = wide ? multiply(slope, matrix) : multiply(matrix, slope);
      value += term.value / cuts.length;
      for (let k = 0; k < cotangent.length; k++) {
        cotangent[k] = cotangent[k]! + (2 * lambda.interleaved[k]!) / cuts.length;
      }
    }
    return { value, gradient: networkPullback(network, theta, { length: size, interleaved: cotangent }) };
  };
}
