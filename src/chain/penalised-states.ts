/** @file States that a sweep must stay away from: w |φ⟩⟨φ| for each of them, seen from a pair of sites. */

import { type ComplexArray, type ComplexMatrix, identityMatrix } from '../linalg/complex.ts';
import { multiply, transpose } from '../linalg/matrix.ts';
import { addScaled, innerProduct } from '../linalg/vector.ts';
import { type Chain, mirrored, overlapStep } from './matrix-product-state.ts';

/** One state φ beside the chain ψ that is swept: the parts of ⟨ψ|φ⟩ to the left and to the right of each bond. */
export interface PenalisedState {
  readonly chain: Chain;
  readonly left: ComplexMatrix[];
  readonly right: ComplexMatrix[];
}

/** The state beside a chain whose first pair is to be optimised. */
export function penalisedState(state: Chain, chain: Chain): PenalisedState {
  const n = chain.length;
  const beside = {
    chain: state,
    left: [identityMatrix(1)],
    right: new Array<ComplexMatrix>(n + 1).fill(identityMatrix(1)),
  };
  for (let k = n - 1; k > 1; k--) growRight(beside, chain[k]!, k);
  return beside;
}

/** Adds site k to the part on its left, once the chain's tensor there is final. */
export function growLeft({ chain, left }: PenalisedState, tensor: ComplexArray, k: number): void {
  left[k + 1] = overlapStep(left[k]!, tensor, chain[k]!);
}

/** Adds site k to the part on its right. */
export function growRight({ chain, right }: PenalisedState, tensor: ComplexArray, k: number): void {
  right[k] = overlapStep(right[k + 1]!, mirrored([tensor])[0]!, mirrored([chain[k]!])[0]!);
}

/**
 * φ on sites k and k + 1 in the bonds of ψ, axes (left bond, site, site, right bond): the overlap with ψ is its product
 * with the pair.
 */
function onPair({ chain, left, right }: PenalisedState, k: number): ComplexArray {
  const [first, second] = [chain[k]!, chain[k + 1]!];
  const [a, s, c] = first.shape as [number, number, number];
  const [, t, b] = second.shape as [number, number, number];
  const { rows } = left[k]!;
  const half = multiply(left[k]!, { rows: a, cols: s * c, interleaved: first.interleaved });
  const whole = multiply(
    { rows: rows * s, cols: c, interleaved: half.interleaved },
    { rows: c, cols: t * b, interleaved: second.interleaved },
  );
  const { interleaved, cols } = multiply(
    { rows: rows * s * t, cols: b, interleaved: whole.interleaved },
    transpose(right[k + 2]!),
  );
  return { shape: [rows, s, t, cols], interleaved };
}

/** The operator of a pair of sites with w |φ⟩⟨φ| added for every state. */
export function withPenalty(
  apply: (pair: ComplexArray) => ComplexArray,
  states: readonly PenalisedState[],
  k: number,
  weight: number,
): (pair: ComplexArray) => ComplexArray {
  const vectors = states.map((state) => vectorOf(onPair(state, k)));
  return (pair) => {
    const out = vectors.reduce(
      (sum, phi) => {
        const [re, im] = innerProduct(phi, vectorOf(pair));
        return addScaled(sum, [weight * re, weight * im], phi);
      },
      vectorOf(apply(pair)),
    );
    return { shape: pair.shape, interleaved: out.interleaved };
  };
}

const vectorOf = ({ interleaved }: ComplexArray) => ({ length: interleaved.length / 2, interleaved });
