/** @file Ground states and paths of free fermions by dense matrices alone, written apart from the library. */

type Dense = readonly (readonly number[])[];

const product = (A: Dense, B: Dense): number[][] =>
  A.map((row) => B[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * B[k]![j]!, 0)));
const transposed = (A: Dense): number[][] => A[0]!.map((_, j) => A.map((row) => row[j]!));
const unit = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_c, j) => Number(i === j)));

/** e^A by Taylor's series of A/2^s and s squares. */
export function denseExponential(A: Dense): number[][] {
  const size = Math.max(...A.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  const squares = Math.max(0, Math.ceil(Math.log2(size / 0.25)));
  const small = A.map((row) => row.map((value) => value / 2 ** squares));
  let sum = unit(A.length);
  let term = unit(A.length);
  for (let m = 1; m <= 16; m++) {
    term = product(term, small).map((row) => row.map((value) => value / m));
    sum = sum.map((row, i) => row.map((value, j) => value + term[i]![j]!));
  }
  for (let s = 0; s < squares; s++) sum = product(sum, sum);
  return sum;
}

/** Eigenvalues and vectors (columns) of a symmetric matrix by Jacobi's rotations. */
function jacobi(given: Dense): { readonly values: readonly number[]; readonly vectors: Dense } {
  const n = given.length;
  const A = given.map((row) => [...row]);
  const V = unit(n);
  const turn = (M: number[][], p: number, q: number, c: number, s: number, columns: boolean): void => {
    for (let k = 0; k < n; k++) {
      const [x, y] = columns ? [M[k]![p]!, M[k]![q]!] : [M[p]![k]!, M[q]![k]!];
      if (columns) [M[k]![p], M[k]![q]] = [c * x - s * y, s * x + c * y];
      else [M[p]![k], M[q]![k]] = [c * x - s * y, s * x + c * y];
    }
  };
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(A[p]![q]!) < 1e-300) continue;
        const angle = Math.atan2(2 * A[p]![q]!, A[q]![q]! - A[p]![p]!) / 2;
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        turn(A, p, q, c, s, true);
        turn(A, p, q, c, s, false);
        turn(V, p, q, c, s, true);
      }
    }
  }
  return { values: A.map((row, i) => row[i]!), vectors: V };
}

/**
 * Γ, shape (2n·2n,), of the ground state of −ΣXX − hΣZ on an open chain. With Z_j = −iγ_2jγ_2j+1 and X_jX_j+1 =
 * −iγ_2j+1γ_2j+2 it is H = (i/2)Σγ_aA_abγ_b, and Γ = −A(AᵀA)^{−1/2}.
 */
export function isingCovariance(sites: number, field: number): Float64Array {
  const n = 2 * sites;
  const A = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const join = (a: number, b: number, value: number): void => {
    A[a]![b] = value;
    A[b]![a] = -value;
  };
  for (let j = 0; j < sites; j++) {
    join(2 * j, 2 * j + 1, field);
    if (j + 1 < sites) join(2 * j + 1, 2 * j + 2, 1);
  }
  const { values, vectors } = jacobi(product(transposed(A), A));
  const root = product(
    vectors.map((row) => row.map((value, k) => value / Math.sqrt(values[k]!))),
    transposed(vectors),
  );
  return Float64Array.from(product(A, root).flat(), (value) => -value);
}

/** Γ at the end of the path from the vacuum along Σh·iγ_aγ_b in slices of equal times. */
export function gaussianPathEnd(
  modes: number,
  pairs: readonly (readonly [a: number, b: number])[],
  velocity: readonly Float64Array[],
): Float64Array {
  const n = 2 * modes;
  let covariance: number[][] = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_c, j) => (j === (i ^ 1) ? (i % 2 === 0 ? -1 : 1) : 0)),
  );
  for (const h of velocity) {
    const generator = Array.from({ length: n }, () => new Array<number>(n).fill(0));
    pairs.forEach(([a, b], k) => {
      generator[a]![b] = (2 * h[k]!) / velocity.length;
      generator[b]![a] = (-2 * h[k]!) / velocity.length;
    });
    const turn = denseExponential(generator);
    covariance = product(product(turn, covariance), transposed(turn));
  }
  return Float64Array.from(covariance.flat());
}
