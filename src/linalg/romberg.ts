/** @file Extrapolation of what is computed with a step h to h = 0. */

/**
 * A row of Romberg's scheme from the row before: what is computed with half the step, and its limits if the error is a sum of
 * h², h⁴ …: the k-th is (4ᵏa − b)/(4ᵏ − 1), a and b the (k−1)-th of this row and that before.
 *
 * @param before - the row of twice the step; none for the first row
 */
export function romberg(before: readonly Float64Array[], value: Float64Array): readonly Float64Array[] {
  const row = [value];
  before.forEach((b, k) => {
    const factor = 4 ** (k + 1);
    row.push(row[k]!.map((a, i) => (factor * a - b[i]!) / (factor - 1)));
  });
  return row;
}
