/**
 * @file What can be wrong with a call. Misuse is thrown, once, at the public boundary, with a
 * message of the form `function: what is required, got what`. A computation that merely does not
 * converge is not an error: see `solution.ts`.
 */

/** An array, register or network does not have the shape that the function needs. */
export class ShapeError extends RangeError {
  override readonly name = 'ShapeError';
}

/** A value lies outside the domain of the function: NaN, not normalised, not Hermitian, unknown word … */
export class DomainError extends RangeError {
  override readonly name = 'DomainError';
}
