/** @file The cost of following a path with gates, and how fast the error falls. */

import type { Circuit } from '../circuit/circuit.ts';
import { runCircuit } from '../circuit/run-circuit.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { columnOf, matrixOfColumns } from '../linalg/matrix.ts';
import { support } from '../operator/pauli.ts';
import { sampledCurve } from '../path/sampled-curve.ts';
import type { SlicedPath } from '../path/sliced-path.ts';
import { buresAngle } from '../state/bures-angle.ts';
import type { Radians } from '../units.ts';
import { trotterCircuit } from './trotter.ts';

/** One product formula. */
export interface TrotterRow {
  readonly order: 1 | 2 | 4;
  /** Product formulas in each slice. */
  readonly steps: number;
  readonly gates: number;
  readonly cnots: number;
  /** Distance of its end from that of the path, in the Fubini–Study (Bures) metric. */
  readonly error: Radians;
}

/** Product formulas of orders 1, 2 and 4 for one path. */
export interface TrotterStudy {
  readonly rows: readonly TrotterRow[];
  /** −d log(error)/d log(steps) at the two finest; the order of the formula. null where the error is rounding. */
  readonly slopes: readonly { readonly order: 1 | 2 | 4; readonly slope: number | null }[];
}

const [ORDERS, STEPS] = [[1, 2, 4] as const, [1, 2, 4]];
/** Errors below this are rounding. */
const FLOOR = 1e-11;

/**
 * The circuits of a path by product formulas of order 1, 2 and 4 with 1, 2 and 4 steps in each slice, and how far from
 * the path's end they arrive.
 *
 * @param start - the state they act on, A with ρ = A A†, shape (D, E)
 */
export function trotterStudy(path: SlicedPath, start: ComplexMatrix): TrotterStudy {
  const end = sampledCurve(path, start, 1).points[1]!;
  const rows = ORDERS.flatMap((order) =>
    STEPS.map((steps): TrotterRow => {
      const circuit = trotterCircuit(path, { order, steps });
      const cnots = circuit.gates.reduce((sum, { word }) => sum + 2 * Math.max(0, support(word).length - 1), 0);
      return { order, steps, gates: circuit.gates.length, cnots, error: buresAngle(applied(circuit, start), end) };
    }),
  );
  const slopes = ORDERS.map((order) => {
    const [coarse, fine] = rows.filter((row) => row.order === order).slice(-2) as [TrotterRow, TrotterRow];
    return { order, slope: fine.error > FLOOR ? Math.log2(coarse.error / fine.error) : null };
  });
  return { rows, slopes };
}

/** The circuit's unitary times A. */
function applied(circuit: Circuit, start: ComplexMatrix): ComplexMatrix {
  const columns = Array.from({ length: start.cols }, (_, k) => columnOf(start, k));
  return matrixOfColumns(columns.map((column) => runCircuit(circuit, new Float64Array(0), column)));
}
