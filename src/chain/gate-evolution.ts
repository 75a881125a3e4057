/** @file Evolution of chains by gates on neighbours: Trotter's splitting with truncated bonds (TEBD). */

import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { identityMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, adjoint, kronecker, multiply } from '../linalg/matrix.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { LocalTerm } from '../operator/local-terms.ts';
import { applyToNeighbours, type CentredChain, centredChain } from './centred-chain.ts';
import { checkEvolution, type EvolutionOptions, FRACTIONS } from './chain-evolution.ts';
import { chainOf, networkOfChain } from './matrix-product-state.ts';

/** What a step has reached. */
export interface GateStep {
  readonly step: number;
  readonly time: number;
  /** Sum of the Schmidt weights dropped since the start. */
  readonly discarded: number;
  /** Greatest bond dimension. */
  readonly bond: number;
  /** The state, of norm 1. */
  readonly state: () => NetworkPoint<TensorNetwork>;
}

/**
 * exp(−itH)ψ for H a sum of terms on single sites and neighbours: exp(−i dt h_k) on the bonds from left to right and back,
 * each for half a step, of order 2; of order 4 by Suzuki's five.
 *
 * @param terms - of a chain's Hamiltonian, e.g. `localTerms(sum)`
 * @param start - an open matrix-product state
 * @throws {DomainError} terms on other sites than neighbours; times, steps or bonds that make no sense
 *
 * Cost of a step O(n d² χ³).
 *
 * @see Vidal, Phys. Rev. Lett. 93, 040502 (2004)
 */
export function* gateEvolution(
  terms: readonly LocalTerm[],
  start: NetworkPoint<TensorNetwork>,
  options: Omit<EvolutionOptions, 'imaginary'>,
): Generator<GateStep, GateStep> {
  checkEvolution('gateEvolution', options);
  const { time, steps, bond, tolerance = 1e-13, order = 2 } = options;
  const chain: CentredChain = centredChain(chainOf(start.network, start.theta));
  const bonds = bondTerms(
    terms,
    chain.tensors.map(({ shape }) => shape[1]!),
  );
  const gates = new Map(
    [...new Set(FRACTIONS[order])].map((fraction) => {
      const half = (fraction * time) / steps / 2;
      return [fraction, bonds.map((h) => evolutionGate(h, half))];
    }),
  );
  let discarded = 0;
  for (let step = 1; ; step++) {
    for (const fraction of FRACTIONS[order]) {
      const own = gates.get(fraction)!;
      const apply = (k: number, rightwards: boolean): void => {
        const lost = applyToNeighbours(chain, k, 2, own[k]!, { tolerance, bond }, rightwards);
        discarded += lost[0]!;
      };
      for (let k = 0; k < own.length; k++) apply(k, true);
      for (let k = own.length - 1; k >= 0; k--) apply(k, false);
    }
    const widest = Math.max(...chain.tensors.map(({ shape }) => shape[2]!));
    const tensors = [...chain.tensors];
    const reached = {
      step,
      time: (time * step) / steps,
      discarded,
      bond: widest,
      state: () => networkOfChain(tensors),
    };
    if (step === steps) return reached;
    yield reached;
  }
}

/** One matrix for each bond; terms on a site go to the bond on its right, those on the last to its left. */
function bondTerms(terms: readonly LocalTerm[], dimensions: readonly number[]): readonly ComplexMatrix[] {
  const n = dimensions.length;
  const bonds: ComplexMatrix[] = dimensions.slice(1).map((d, k) => {
    const size = d * dimensions[k]!;
    return { rows: size, cols: size, interleaved: new Float64Array(2 * size * size) };
  });
  for (const { sites, matrix } of terms) {
    const [first, second] = sites as [number, number?];
    const isNear = sites.length === 1 || (sites.length === 2 && second === first + 1);
    if (!isNear || first >= n) {
      throw new DomainError(`gateEvolution: terms on single sites or neighbours required, got one on [${sites}]`);
    }
    const at = second === undefined ? Math.min(first, n - 2) : first;
    const whole =
      second !== undefined
        ? matrix
        : at === first
          ? kronecker(matrix, identityMatrix(dimensions[at + 1]!))
          : kronecker(identityMatrix(dimensions[at]!), matrix);
    bonds[at] = addScaledMatrix(bonds[at]!, [1, 0], whole);
  }
  return bonds;
}

/** exp(−i·time·h). */
function evolutionGate(h: ComplexMatrix, time: number): ComplexMatrix {
  const { values, vectors } = hermitianEigen(h);
  const turned = vectors.interleaved.slice();
  for (let i = 0; i < vectors.rows; i++) {
    for (let k = 0; k < vectors.cols; k++) {
      const at = 2 * (i * vectors.cols + k);
      const [c, s] = [Math.cos(time * values[k]!), -Math.sin(time * values[k]!)];
      const [x, y] = [turned[at]!, turned[at + 1]!];
      turned[at] = c * x - s * y;
      turned[at + 1] = c * y + s * x;
    }
  }
  return multiply({ ...vectors, interleaved: turned }, adjoint(vectors));
}
