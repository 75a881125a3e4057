/** @file The curve of states that a path of Hamiltonians draws, sampled at equal steps of its own length. */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { matrixOfColumns } from '../linalg/matrix.ts';
import { buresAngle } from '../state/bures-angle.ts';
import type { Radians } from '../units.ts';
import { evolve } from './evolution.ts';
import { type Hamiltonian, hamiltonian } from './hamiltonian-action.ts';
import type { SlicedPath } from './sliced-path.ts';
import { wordTable } from './word-table.ts';

/** A curve of states ρ = A A†, as matrices A of shape (D, E); E = 1 for pure states. */
export interface SampledCurve {
  /** Length in the Fubini–Study (Bures) metric, ∫ΔH dt for pure states. */
  readonly arc: Radians;
  /** N + 1 states at equal steps of arc. */
  readonly points: readonly ComplexMatrix[];
}

/** Time over which the speed is measured; the relative error is the square of this. */
const INSTANT = 1e-4;

/**
 * The states along a path, from `start` on. As H_k commutes with its own evolution, the speed is constant in each
 * slice, so that equal steps of arc are found without integration.
 *
 * @param start - A, shape (D, E), of norm 1
 * @param steps - N
 *
 * Cost O(E · (K + N) · flips · degree · 2ⁿ).
 */
export function sampledCurve(path: SlicedPath, start: ComplexMatrix, steps: number): SampledCurve {
  const slices = path.map(({ terms, qubits }) =>
    hamiltonian(
      wordTable(
        terms.map(({ word }) => word),
        qubits,
      ),
      Float64Array.from(terms, ({ coefficient }) => coefficient),
    ),
  );
  const K = slices.length;
  const begins: Columns[] = [columnsOf(start)];
  for (const H of slices) begins.push(moved(H, begins.at(-1)!, 1 / K));
  const speeds = slices.map((H, k) => {
    const here = matrixOf(begins[k]!);
    return buresAngle(here, matrixOf(moved(H, begins[k]!, INSTANT))) / INSTANT;
  });
  const arcs = speeds.map((speed) => speed / K);
  const arc = arcs.reduce((sum, part) => sum + part, 0);
  const points: ComplexMatrix[] = [];
  let k = 0;
  let before = 0;
  for (let j = 0; j <= steps; j++) {
    const at = (arc * j) / steps;
    while (k < K - 1 && at > before + arcs[k]!) before += arcs[k++]!;
    const time = speeds[k]! > 0 ? Math.min(1 / K, (at - before) / speeds[k]!) : 0;
    points.push(matrixOf(j === steps ? begins[K]! : moved(slices[k]!, begins[k]!, time)));
  }
  return { arc, points };
}

type Columns = readonly Float64Array[];

const moved = (H: Hamiltonian, columns: Columns, time: number): Columns =>
  columns.map((psi) => evolve(H, psi, time).state);

const matrixOf = (columns: Columns): ComplexMatrix =>
  matrixOfColumns(columns.map((interleaved) => ({ length: interleaved.length / 2, interleaved })));

function columnsOf({ rows, cols, interleaved }: ComplexMatrix): Columns {
  return Array.from({ length: cols }, (_, k) =>
    Float64Array.from({ length: 2 * rows }, (__, i) => interleaved[2 * ((i >> 1) * cols + k) + (i & 1)]!),
  );
}
