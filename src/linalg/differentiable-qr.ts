/** @file Derivatives of the QR decomposition. */

import { type ComplexMatrix, zeroMatrix } from './complex.ts';
import {
  type Broadening,
  broadenedInverse,
  type Differentiable,
  entrywise,
  minus,
  outside,
  plus,
} from './differentiable.ts';
import { adjoint, multiply, sideBySide } from './matrix.ts';
import { type QrDecomposition, qr } from './qr.ts';
import { singularValueDecomposition } from './singular-values.ts';

/**
 * Thin A = Q·R, R with real non-negative diagonal, with its derivatives, for any m × n matrix. For m ≥ n, with
 * C = Q†·dA·R⁻¹ and ω = low(C) − low(C)† + i·Im diag(C), where low takes the part below the diagonal,
 *
 *     dQ = Q·ω + (1 − QQ†)·dA·R⁻¹,     dR = Q†·dA − ω·R;
 *
 * for m < n the first m columns of A determine Q, and the others R = Q†A.
 *
 * Differentiable where those min(m, n) leading columns are independent. Elsewhere Q is not unique, R⁻¹ is broadened,
 * and the result is finite.
 *
 * @returns `pullback` accepts any of the cotangents; those below R's diagonal, and of the diagonal's imaginary part,
 *   are ignored
 *
 * Cost O(mn·min(m, n)).
 *
 * @see Roberts & Roberts, arXiv:2009.10071 (2020)
 */
export function differentiableQr(
  a: ComplexMatrix,
  options: Broadening = {},
): Differentiable<QrDecomposition, QrDecomposition, Partial<QrDecomposition>> {
  const value = qr(a);
  const { q, r } = value;
  const width = Math.min(a.rows, a.cols);
  const inverse = inverseOf(columns(r, 0, width), options);
  const rest = columns(a, width, a.cols);
  return {
    value,
    tangent: (direction) => {
      const moved = multiply(columns(direction, 0, width), inverse);
      const omega = below(multiply(q, moved, { adjointA: true }));
      const dq = plus(multiply(q, omega), outside(q, moved));
      const leading = minus(
        multiply(q, columns(direction, 0, width), { adjointA: true }),
        multiply(omega, columns(r, 0, width)),
      );
      const others = plus(
        multiply(dq, rest, { adjointA: true }),
        multiply(q, columns(direction, width, a.cols), { adjointA: true }),
      );
      return { q: dq, r: sideBySide(upper(leading), others) };
    },
    pullback: (cotangent) => {
      const given = cotangent.r ?? zeroMatrix(r.rows, r.cols);
      const [leading, others] = [upper(columns(given, 0, width)), columns(given, width, a.cols)];
      const towardsQ = multiply(rest, others, { adjointB: true });
      const cq = cotangent.q === undefined ? towardsQ : plus(cotangent.q, towardsQ);
      const turned = minus(
        multiply(q, cq, { adjointA: true }),
        multiply(leading, columns(r, 0, width), { adjointB: true }),
      );
      const moved = plus(multiply(q, belowAdjoint(turned)), outside(q, cq));
      const first = plus(multiply(q, leading), multiply(moved, inverse, { adjointB: true }));
      return sideBySide(first, multiply(q, others));
    },
  };
}

/** C ↦ low(C) − low(C)† + i·Im diag(C). */
function below(c: ComplexMatrix): ComplexMatrix {
  const low = entrywise(c, (i, j) => (i > j ? 1 : 0));
  return plus(minus(low, adjoint(low)), imaginaryDiagonal(c));
}

/** The adjoint of `below`: K ↦ low(K − K†) + i·Im diag(K). */
function belowAdjoint(k: ComplexMatrix): ComplexMatrix {
  return plus(
    entrywise(minus(k, adjoint(k)), (i, j) => (i > j ? 1 : 0)),
    imaginaryDiagonal(k),
  );
}

/** i·Im A_kk on the diagonal, zero elsewhere. */
function imaginaryDiagonal(a: ComplexMatrix): ComplexMatrix {
  const out = zeroMatrix(a.rows, a.cols);
  for (let at = 1; at < a.interleaved.length; at += 2 * (a.cols + 1)) out.interleaved[at] = a.interleaved[at]!;
  return out;
}

/** The upper triangle with the real part of the diagonal. */
function upper(a: ComplexMatrix): ComplexMatrix {
  return minus(
    entrywise(a, (i, j) => (i <= j ? 1 : 0)),
    imaginaryDiagonal(a),
  );
}

/** R⁻¹ by its singular values, broadened. */
function inverseOf(r: ComplexMatrix, options: Broadening): ComplexMatrix {
  const { u, values, v } = singularValueDecomposition(r);
  const inverse = broadenedInverse(values[0] ?? 0, options);
  return multiply(
    entrywise(v, (_, j) => inverse(values[j]!)),
    u,
    { adjointB: true },
  );
}

/** Columns from … to − 1. */
function columns({ rows, cols, interleaved }: ComplexMatrix, from: number, to: number): ComplexMatrix {
  if (from === 0 && to === cols) return { rows, cols, interleaved };
  const out = zeroMatrix(rows, to - from);
  for (let i = 0; i < rows; i++) {
    out.interleaved.set(interleaved.subarray(2 * (i * cols + from), 2 * (i * cols + to)), 2 * i * (to - from));
  }
  return out;
}
