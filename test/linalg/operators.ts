/** @file Hermitian operators by their action, with known spectra. */

import { currentEngine } from '../../src/engine/engine.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix } from '../../src/linalg/complex.ts';
import type { LinearMap } from '../../src/linalg/krylov.ts';
import { applyMatrix } from '../../src/linalg/matrix.ts';

/** The critical Ising ring −Σ Z_i Z_{i+1} − Σ X_i. */
export function isingRing(qubits: number): LinearMap {
  return ({ length, interleaved }) => {
    const out = new Float64Array(2 * length);
    for (let i = 0; i < qubits; i++) {
      const bond = (1 << i) | (1 << ((i + 1) % qubits));
      currentEngine().accumulate(out, interleaved, { flip: 0, sign: bond, quarterTurns: 0 }, -1, 0);
      currentEngine().accumulate(out, interleaved, { flip: 1 << i, sign: 0, quarterTurns: 0 }, -1, 0);
    }
    return { length, interleaved: out };
  };
}

/** Its ground-state energy by free fermions, −2 Σ_k sin(q_k/2), q_k = π(2k + 1)/n; Pfeuty, Ann. Phys. 57, 79 (1970). */
export const isingRingEnergy = (qubits: number): number =>
  Array.from({ length: qubits }, (_, k) => -2 * Math.sin((Math.PI * (2 * k + 1)) / (2 * qubits))).reduce(
    (sum, energy) => sum + energy,
    0,
  );

/** 2 − (shift + shift†) on a ring: eigenvalues 2 − 2cos(2πk/n), degenerate in pairs. */
export const ringLaplacian: LinearMap = ({ length, interleaved }: ComplexVector) => {
  const out = interleaved.map((x, k) => {
    const before = interleaved[(k + 2 * length - 2) % (2 * length)]!;
    return 2 * x - before - interleaved[(k + 2) % (2 * length)]!;
  });
  return { length, interleaved: out };
};

/** diag(values). */
export const diagonalMap =
  (values: ArrayLike<number>): LinearMap =>
  ({ length, interleaved }) => ({ length, interleaved: interleaved.map((x, k) => values[k >> 1]! * x) });

/** x ↦ A·x. */
export const mapOf =
  (a: ComplexMatrix): LinearMap =>
  (x) =>
    applyMatrix(a, x);

/** e_k ↦ e_{k−1} on a ring of n: the n-th roots of unity. */
export function cyclicShift(n: number): ComplexMatrix {
  const shift = zeroMatrix(n, n);
  for (let k = 0; k < n; k++) shift.interleaved[2 * (k * n + ((k + 1) % n))] = 1;
  return shift;
}

/** tridiag(r, 0, 1/r), similar to tridiag(1, 0, 1): eigenvalues 2cos(πk/(n + 1)), right vectors rⁱ·sin(πk(i + 1)/(n + 1)). */
export function shearedToeplitz(n: number, ratio: number): ComplexMatrix {
  const a = zeroMatrix(n, n);
  for (let k = 0; k + 1 < n; k++) {
    a.interleaved[2 * (k * n + k + 1)] = 1 / ratio;
    a.interleaved[2 * ((k + 1) * n + k)] = ratio;
  }
  return a;
}

/** The matrix with these complex numbers on its diagonal. */
export function diagonalOf({ length, interleaved }: ComplexVector): ComplexMatrix {
  const a = zeroMatrix(length, length);
  for (let k = 0; k < length; k++) a.interleaved.set(interleaved.subarray(2 * k, 2 * k + 2), 2 * k * (length + 1));
  return a;
}
