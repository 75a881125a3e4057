/** @file How well the length of a path to a target is known, if the path ends beside it. */

/**
 * How much the length of the shortest path to the target, of those near a given one, can differ from the length L of that path, which
 * misses the target by c. Let E(c) be the least energy of the paths nearby that end at c. By Pontryagin's principle dE = Re⟨p|dc⟩ with p the
 * costate at the end, which is the multiplier of the end point and is as long at the start. So, with E = L²/2,
 *
 *     δL = −Re⟨p|c⟩/L + O(|c|²),      |δL| ≤ |p|·|c|/L.
 *
 * Equality holds where the miss is along p. For unitaries p is the momentum and c the logarithm of the miss. It is of first order: the
 * path must be able to mend its miss by a small move. It does not say that no other path is shorter.
 *
 * @param costate - |p|, in the norm in which the miss is measured; of an abnormal path, which has many, any will do
 * @param residual - |c|
 * @returns null for a path without length, whose p does not tell
 */
export function lengthUncertainty(costate: number, residual: number, length: number): number | null {
  return length > NO_LENGTH ? (costate * residual) / length : null;
}

const NO_LENGTH = 1e-12;

/** The greatest uncertainty, as a share of the length, of a length that is called certified: its sixth decimal counts. */
const CERTIFIED = 1e-6;

/** Whether a length is known as exactly as a certificate claims. */
export const isCertain = (uncertainty: number | null, length: number): boolean =>
  uncertainty === null || uncertainty <= CERTIFIED * length;
