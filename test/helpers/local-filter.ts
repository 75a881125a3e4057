import type { ComplexVector } from '../../src/linalg/complex.ts';

/** exp(ε(X + Z)/√2) on one qubit of a register, which is cosh ε + sinh ε (X + Z)/√2. */
export function expMatrixAction({ length, interleaved }: ComplexVector, site: number, epsilon: number): ComplexVector {
  const bit = length >> (site + 1);
  const [even, odd] = [Math.cosh(epsilon), Math.sinh(epsilon) / Math.SQRT2];
  const image = interleaved.map((x, k) => {
    const [index, part] = [k >> 1, k & 1];
    const z = (index & bit) === 0 ? 1 : -1;
    return (even + z * odd) * x + odd * interleaved[2 * (index ^ bit) + part]!;
  });
  return { length, interleaved: image };
}
