/** @file The first law of entanglement for a state given by its amplitudes. */

import { asPure } from '../../../src/generative/state-rules.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { type FirstLaw, regionFirstLaw } from '../../../src/gravity/entanglement-first-law.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';

/** The first law for one size of a change. */
export interface FirstLawOfChange extends FirstLaw {
  readonly size: number;
}

/** Most qubits, and sizes of the change. */
const MOST_QUBITS = 12;
const SIZES = [0.1, 0.05];

/**
 * ΔS = Δ⟨K⟩ − S(ρ′‖ρ) of the first half of the sites, where the next site is pushed, ψ′ ∝ e^{ε(X+Z)/√2}ψ, so that no symmetry hides it: an operator outside the half leaves the
 * support of its state as it is. Null where amplitudes are out of reach.
 */
export function firstLawOfTarget(target: TargetState): readonly FirstLawOfChange[] | null {
  const pure = asPure(target);
  const n = target.dimensions.length;
  if (pure === null || n > MOST_QUBITS || pure.dimensions.some((dimension) => dimension !== 2)) return null;
  const half = [...Array(Math.floor(n / 2)).keys()];
  return SIZES.map((size) => {
    const changed = pushed(pure.amplitudes, n - 1 - half.length, size);
    return { size, ...regionFirstLaw(pure.amplitudes, changed, pure.dimensions, half) };
  });
}

/** e^{ε(X+Z)/√2}ψ = cosh ε ψ + sinh ε (X+Z)ψ/√2, normalised, X and Z on the qubit of the given bit. */
function pushed({ length, interleaved }: ComplexVector, bit: number, epsilon: number): ComplexVector {
  const [even, odd, flip] = [Math.cosh(epsilon), Math.sinh(epsilon) * Math.SQRT1_2, 2 << bit];
  const data = interleaved.map((x, at) => even * x + odd * (interleaved[at ^ flip]! + ((at & flip) === 0 ? x : -x)));
  const norm = Math.hypot(...data);
  return { length, interleaved: data.map((x) => x / norm) };
}
