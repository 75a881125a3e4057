/** @file Hermitian operators with few entries, as controls on a space of symmetric states. */

import type { ComplexMatrix } from '../../linalg/complex.ts';
import type { ControlHamiltonian, ControlSpace } from '../state/control-space.ts';

/** Operators on a common set of entries (row, column), each a list of places in that set with values. */
interface SparseControls {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** Control a has the numbers starts[a] to starts[a + 1] of the lists. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** An entry of a matrix. */
export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly re: number;
  readonly im: number;
}

/** Controls that are tensor products of matrices, one on each factor of the space: as they act on states. */
export function sparseControls(
  controls: readonly (readonly ComplexMatrix[])[],
  dimensions: readonly number[],
): Pick<ControlSpace, 'dimension' | 'hamiltonian' | 'momenta'> {
  const dimension = dimensions.reduce((product, d) => product * d, 1);
  return controlsOfEntries(dimension, controls.length, productEntries(controls, dimensions));
}

/** Controls by their entries, none twice: as they act on states. */
export function controlsOfEntries(
  dimension: number,
  controls: number,
  entriesOf: (control: number) => readonly Entry[],
): Pick<ControlSpace, 'dimension' | 'hamiltonian' | 'momenta'> {
  return { dimension, ...actions(onCommonPlaces(dimension, controls, entriesOf), dimension) };
}

/** The entries of tensor products. */
function productEntries(
  controls: readonly (readonly ComplexMatrix[])[],
  dimensions: readonly number[],
): (control: number) => readonly Entry[] {
  const listed = new Map<ComplexMatrix, readonly Entry[]>();
  const listOf = (sum: ComplexMatrix): readonly Entry[] => {
    const list = listed.get(sum) ?? nonZero(sum);
    listed.set(sum, list);
    return list;
  };
  return (control) =>
    controls[control]!.reduce<readonly Entry[]>(
      (entries, sum, block) => tensorProduct(entries, listOf(sum), dimensions[block]!),
      [{ row: 0, column: 0, re: 1, im: 0 }],
    );
}

function onCommonPlaces(
  total: number,
  controls: number,
  entriesOf: (control: number) => readonly Entry[],
): SparseControls {
  const placeOf = new Map<number, number>();
  const starts = new Int32Array(controls + 1);
  const [places, re, im]: [number[], number[], number[]] = [[], [], []];
  for (let a = 0; a < controls; a++) {
    for (const entry of entriesOf(a)) {
      const key = entry.row * total + entry.column;
      if (!placeOf.has(key)) placeOf.set(key, placeOf.size);
      places.push(placeOf.get(key)!);
      re.push(entry.re);
      im.push(entry.im);
    }
    starts[a + 1] = places.length;
  }
  const keys = [...placeOf.keys()];
  return {
    rows: Int32Array.from(keys, (key) => Math.floor(key / total)),
    columns: Int32Array.from(keys, (key) => key % total),
    starts,
    places: Int32Array.from(places),
    re: Float64Array.from(re),
    im: Float64Array.from(im),
  };
}

function nonZero({ rows, cols, interleaved }: ComplexMatrix): readonly Entry[] {
  const scale = interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const entries: Entry[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < cols; column++) {
      const at = 2 * (row * cols + column);
      const [re, im] = [interleaved[at]!, interleaved[at + 1]!];
      if (Math.abs(re) + Math.abs(im) > 1e-14 * scale) entries.push({ row, column, re, im });
    }
  }
  return entries;
}

function tensorProduct(left: readonly Entry[], right: readonly Entry[], dimension: number): readonly Entry[] {
  return left.flatMap((a) =>
    right.map((b) => ({
      row: a.row * dimension + b.row,
      column: a.column * dimension + b.column,
      re: a.re * b.re - a.im * b.im,
      im: a.re * b.im + a.im * b.re,
    })),
  );
}

function actions(
  { rows, columns, starts, places, re, im }: SparseControls,
  dimension: number,
): Pick<ControlSpace, 'hamiltonian' | 'momenta'> {
  return {
    hamiltonian: (h): ControlHamiltonian => {
      const [x, y] = [new Float64Array(rows.length), new Float64Array(rows.length)];
      for (let a = 0; a < h.length; a++) {
        const factor = h[a]!;
        for (let k = starts[a]!; k < starts[a + 1]!; k++) {
          const e = places[k]!;
          x[e] = x[e]! + factor * re[k]!;
          y[e] = y[e]! + factor * im[k]!;
        }
      }
      return actionOf({ rows, columns, re: x, im: y }, dimension);
    },
    momenta: (pairs) => {
      const [x, y] = [new Float64Array(rows.length), new Float64Array(rows.length)]; // p̄_row ψ_column
      for (const { costate, state } of pairs) {
        for (let e = 0; e < rows.length; e++) {
          const r = 2 * rows[e]!;
          const c = 2 * columns[e]!;
          x[e] = x[e]! + costate[r]! * state[c]! + costate[r + 1]! * state[c + 1]!;
          y[e] = y[e]! + costate[r]! * state[c + 1]! - costate[r + 1]! * state[c]!;
        }
      }
      const values = new Float64Array(starts.length - 1);
      for (let a = 0; a < values.length; a++) {
        let sum = 0;
        for (let k = starts[a]!; k < starts[a + 1]!; k++) sum += re[k]! * y[places[k]!]! + im[k]! * x[places[k]!]!;
        values[a] = sum;
      }
      return values;
    },
  };
}

/** A Hermitian operator by its entries, those that are 0 left out. */
function actionOf(all: Omit<SparseControls, 'starts' | 'places'>, dimension: number): ControlHamiltonian {
  const held = Array.from(all.rows.keys()).filter((e) => all.re[e] !== 0 || all.im[e] !== 0);
  const [rows, columns] = [
    Int32Array.from(held, (e) => 2 * all.rows[e]!),
    Int32Array.from(held, (e) => 2 * all.columns[e]!),
  ];
  const [re, im] = [Float64Array.from(held, (e) => all.re[e]!), Float64Array.from(held, (e) => all.im[e]!)];
  const sums = new Float64Array(dimension);
  for (let e = 0; e < rows.length; e++) sums[rows[e]! >> 1]! += Math.sqrt(re[e]! * re[e]! + im[e]! * im[e]!);
  return {
    bound: sums.reduce((most, sum) => Math.max(most, sum), 0),
    velocity: (state) => {
      const out = new Float64Array(2 * dimension);
      for (let e = 0; e < rows.length; e++) {
        const to = rows[e]!;
        const from = columns[e]!;
        out[to] = out[to]! + re[e]! * state[from + 1]! + im[e]! * state[from]!;
        out[to + 1] = out[to + 1]! + im[e]! * state[from + 1]! - re[e]! * state[from]!;
      }
      return out;
    },
  };
}
