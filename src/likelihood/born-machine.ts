/** @file Any generative network as a model of data, by the Born rule. */

import { DomainError } from '../errors.ts';
import { asTensors, type GenerativeNetwork } from '../generative/generative-network.ts';
import { sizeOf } from '../linalg/complex.ts';
import type { RandomStream } from '../linalg/random.ts';
import { initialParameters } from '../network/initial-parameters.ts';
import { manifoldOf } from '../network/network-manifold.ts';
import { shapeOf } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { entriesOffset } from '../network/tensor-sources.ts';
import { isTree } from '../network/tree-messages.ts';
import { productManifold } from '../optimise/stiefel.ts';
import { contractedBornMachine } from './contracted-born-machine.ts';
import { denseBornMachine, MOST_AMPLITUDES } from './dense-born-machine.ts';
import type { LikelihoodModel } from './likelihood-model.ts';
import { treeBornMachine } from './tree-born-machine.ts';

/** How to read a network. */
export interface BornMachineOptions {
  /** Whether imaginary parts of tensors are held at zero; default false. A quarter of the arithmetic, for chains and trees. */
  readonly real?: boolean;
}

/** Standard deviation of the first angles of circuits, in radians. */
const SPREAD = 0.5;

/**
 * The probabilities of measuring the sites of a generated state, as a model of data:
 *
 *     p(v) = ⟨ψ|Π_v|ψ⟩ / ⟨ψ|ψ⟩,    with an environment Σ_e |ψ(v, e)|² / ⟨ψ|ψ⟩.
 *
 * Chains and trees, with or without an environment (locally purified), never make their state: hundreds of sites. Networks with
 * cycles, such as MERA and PEPS, and circuits go by the whole state up to 2^20 amplitudes; beyond, networks are contracted.
 *
 * @throws {DomainError} logical inputs, a state or a contraction too large, or `real` for a circuit
 *
 * Cost of likelihood and gradient for chains O(rows · n χ² + n d χ³), binary trees O((rows + χ) n χ³), purified chains
 * O(rows · n d χ⁴).
 *
 * @see Han, Wang, Fan, Wang & Zhang, Phys. Rev. X 8, 031012 (2018), arXiv:1709.01662
 * @see Cheng, Wang, Xiang & Zhang, Phys. Rev. B 99, 155131 (2019), for trees
 * @see Glasser, Sweke, Pancotti, Eisert & Cirac, NeurIPS 2019, arXiv:1907.03741, for purified chains
 *
 * @example
 * ```ts
 * import { barsAndStripesRows } from 'bulkweave/datasets';
 * import { lbfgs, minimised } from 'bulkweave';
 * import { randomStream } from 'bulkweave/linalg';
 * import { bornMachine, negativeLogLikelihood } from 'bulkweave/likelihood';
 * import { matrixProductState } from 'bulkweave/models';
 *
 * const rows = barsAndStripesRows(2, 2); // six pictures of four pixels
 * const model = bornMachine(matrixProductState(rows.dimensions, { bond: 4 }), { real: true });
 * const start = model.start(randomStream(1, 'start'));
 * const { value } = minimised(negativeLogLikelihood(model, rows), lbfgs(), start, { maxSteps: 200 });
 * console.log(value.evaluation.value, Math.log(6)); // 1.7918, 1.7918
 * ```
 */
export function bornMachine(network: GenerativeNetwork, { real = false }: BornMachineOptions = {}): LikelihoodModel {
  const tensors = asTensors(network);
  if (tensors === null) {
    if (real) throw new DomainError('bornMachine: a tensor network required for real: true, got a circuit');
    const start = (stream: RandomStream): Float64Array =>
      Float64Array.from({ length: network.parameters }, () => SPREAD * stream.normal());
    return denseBornMachine(network, { start });
  }
  if (tensors.bulk.length > 0) {
    throw new DomainError(`bornMachine: a network without logical inputs required, got bulk legs ${tensors.bulk}`);
  }
  const keep = real ? realEntries(tensors) : (theta: Float64Array): Float64Array => theta;
  const start = (stream: RandomStream): Float64Array => keep(initialParameters(tensors, stream));
  const manifold = productManifold(manifoldOf(tensors));
  if (isTree(tensors)) return treeBornMachine(tensors, { real, start, manifold });
  const isSmall =
    sizeOf([...tensors.boundary, ...tensors.environment].map((leg) => tensors.dimensions[leg]!)) <= MOST_AMPLITUDES;
  const model = (isSmall ? denseBornMachine : contractedBornMachine)(tensors, { start, manifold });
  if (!real) return model;
  return {
    ...model,
    logProbabilities: (theta, rows) => model.logProbabilities(keep(theta), rows),
    logLikelihood: (theta, rows, weights) => {
      const { value, gradient } = model.logLikelihood(keep(theta), rows, weights);
      return { value, gradient: keep(gradient) };
    },
    logMarginal: (theta, given) => model.logMarginal(keep(theta), given),
    sample: (theta, stream, count, given) => model.sample(keep(theta), stream, count, given),
  };
}

/** Sets the imaginary parts of all tensors that are parameters to zero. */
function realEntries({ nodes, dimensions }: TensorNetwork): (theta: Float64Array) => Float64Array {
  return (theta) => {
    const kept = theta.slice();
    for (const node of nodes) {
      const offset = entriesOffset(node.tensor);
      if (offset === null) continue;
      for (let e = 0; e < sizeOf(shapeOf(node, dimensions)); e++) kept[offset + 2 * e + 1] = 0;
    }
    return kept;
  };
}
