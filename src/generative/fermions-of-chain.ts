/** @file Whether a matrix-product state is a Gaussian state of fermions, and which. */

import { chainCovariance } from '../chain/chain-covariance.ts';
import type { Chain } from '../chain/matrix-product-state.ts';
import type { StringLetter } from '../gaussian/jordan-wigner.ts';
import { majoranaForm, oddFunction } from '../gaussian/majorana-form.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import type { FermionState } from './target-state.ts';

/** 1 − (least singular value of Γ) up to which a state counts as Gaussian. */
const GAUSSIAN = 1e-7;
/** Entries of Γ that count as 0. */
const ROUNDING = 1e-9;

/** A Gaussian state, and how far the chain is from it. */
export interface FermionsOfChain {
  readonly fermions: FermionState;
  /** Σ_k (1 − ν_k)/2 of the singular values of Γ, one of each mode: about 1 − F. */
  readonly deviation: number;
}

/**
 * The Gaussian state that a chain of qubits is, by the first letter of strings for which all singular values of its covariance are 1: that
 * covariance, with its singular values made exactly 1. Null if there is none, as for states with interactions.
 *
 * Cost O(n² χ³).
 */
export function fermionsOfChain(name: string, chain: Chain): FermionsOfChain | null {
  for (const string of ['Z', 'X', 'Y'] satisfies readonly StringLetter[]) {
    const form = majoranaForm(withoutRounding(chainCovariance(chain, string)));
    if (form.values.some((value) => value < 1 - GAUSSIAN)) continue;
    const covariance = oddFunction(form, () => 1);
    const state = { kind: 'gaussian', statistics: 'fermion', modes: chain.length, covariance } as const;
    const deviation = form.values.reduce((sum, value) => sum + Math.max(0, 1 - value) / 2, 0);
    const dimensions = new Array<number>(chain.length).fill(2);
    return { fermions: { kind: 'gaussian', name, dimensions, state, string, regions: 'qubits' }, deviation };
  }
  return null;
}

/** Real states have no covariance between indices of the same parity; what rounding leaves there is taken away. */
function withoutRounding({ rows, cols, data }: RealMatrix): RealMatrix {
  return { rows, cols, data: data.map((value) => (Math.abs(value) < ROUNDING ? 0 : value)) };
}
