/** @file The thermofield double of any Hamiltonian: two copies, entangled so that either is thermal. */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { multiply } from '../linalg/matrix.ts';

/** Largest dimension of one copy: ten qubits, twenty of both. */
const MOST_LEVELS = 1024;

/**
 * The thermofield double at the time t = t_L + t_R,
 *
 *     |TFD(t)⟩ = Σ e^{−(β/2 + it)E}|E⟩|E*⟩/√Z,
 *
 * whose amplitudes ⟨ab|TFD⟩ are the entries of e^{−(β/2 + it)H}/√Z. Of n qubits: the left copy is qubits 0 … n − 1, the
 * right one n … 2n − 1. Either copy has the entropy of the thermal state at all times; the time shows in regions of both.
 *
 * @param hamiltonian - Hermitian, shape (D, D), D ≤ 1024
 * @param beta - inverse temperature, finite; at 0 the copies are maximally entangled
 * @param time - t, ħ = 1; default 0
 * @returns amplitudes, shape (D²,), of norm 1
 * @throws {ShapeError} not square, or too large
 * @throws {DomainError} not Hermitian, or a number that is not finite
 *
 * Cost O(D³).
 *
 * @see Maldacena, hep-th/0106112
 */
export function thermofieldDouble(hamiltonian: ComplexMatrix, beta: number, time = 0): ComplexVector {
  const { rows, cols } = hamiltonian;
  if (rows !== cols || rows > MOST_LEVELS) {
    throw new ShapeError(`thermofieldDouble: D × D with D ≤ ${MOST_LEVELS} required, got ${rows} × ${cols}`);
  }
  if (!(Number.isFinite(beta) && Number.isFinite(time))) {
    throw new DomainError(`thermofieldDouble: finite β and t required, got ${beta} and ${time}`);
  }
  const { values, vectors } = hermitianEigen(hamiltonian);
  const least = beta >= 0 ? values[0]! : values[rows - 1]!;
  const sizes = values.map((energy) => Math.exp((-beta * (energy - least)) / 2));
  const norm = Math.hypot(...sizes);
  const weighted = vectors.interleaved.slice();
  for (let at = 0; at < rows * cols; at++) {
    const k = at % cols;
    const size = sizes[k]! / norm;
    const [c, s] = [size * Math.cos(values[k]! * time), -size * Math.sin(values[k]! * time)];
    const [x, y] = [weighted[2 * at]!, weighted[2 * at + 1]!];
    weighted[2 * at] = c * x - s * y;
    weighted[2 * at + 1] = c * y + s * x;
  }
  return {
    length: rows * cols,
    interleaved: multiply({ rows, cols, interleaved: weighted }, vectors, { adjointB: true }).interleaved,
  };
}
