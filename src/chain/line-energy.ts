/** @file The energy of terms along the rows of a two-dimensional network between boundaries, with the cotangents of its tensors. */

import { programFor } from '../contraction/program-tape.ts';
import { currentEngine } from '../engine/engine.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { addScaledMatrix, multiply } from '../linalg/matrix.ts';
import { randomStream } from '../linalg/random.ts';
import { addTo } from '../linalg/real-vector.ts';
import { asMatrix, type FittedBoundary, fittedBoundary, outerBoundary, scaledRows } from './fitted-boundary.ts';
import { conjugate, flipped, type Row } from './grid-rows.ts';
import { type ColumnShape, rowEnergyProgram, rowNormProgram, rowTangentProgram } from './row-programs.ts';

/** Terms along the rows of a grid: for each site the number of the matrix between it and the next one of its row. */
export interface LineTerms {
  readonly places: readonly (readonly (number | undefined)[])[];
  readonly matrices: readonly Float64Array[];
}

/** The energy of all terms along rows, and the cotangents of all tensors. */
export interface LinesEnergy {
  readonly energy: number;
  readonly cotangents: readonly (readonly Float64Array[])[];
  /** Greatest √(weight dropped) of a boundary. */
  readonly error: number;
  /** Greatest difference of log ⟨ψ|ψ⟩ between rows. */
  readonly spread: number;
}

/** The energy of terms along the rows of a grid, each between boundaries from above and from below. */
export function linesEnergy(grid: readonly Row[], { places, matrices }: LineTerms, bond: number): LinesEnergy {
  const cotangents = zeros(grid);
  if (matrices.length === 0) return { energy: 0, cotangents, error: 0, spread: 0 };
  const turned = grid.toReversed().map(flipped);
  const [above, under] = [fittedBoundaries(grid, bond), fittedBoundaries(turned, bond)];
  const [byAbove, byUnder] = [above, under].map((all) => zeros(all.map(({ tensors }) => tensors))) as [Sums, Sums];
  const logs: number[] = [];
  let energy = 0;
  grid.forEach((row, r) => {
    const u = grid.length - 1 - r;
    const found = rowEnergy(above[r]!, row, under[u]!, places[r]!, matrices);
    energy += found.energy;
    logs.push(found.log);
    row.forEach((_, c) => {
      addTo(byAbove[r]![c]!, 1, found.above[c]!);
      addTo(byUnder[u]![c]!, 1, found.below[c]!);
      addTo(cotangents[r]![c]!, 1, found.row[c]!);
    });
  });
  pullBack(grid, above, byAbove, (r, c, own) => {
    addTo(cotangents[r]![c]!, 1, own.interleaved);
  });
  pullBack(turned, under, byUnder, (r, c, own) => {
    addTo(cotangents[grid.length - 1 - r]![c]!, 1, flipped([own])[0]!.interleaved);
  });
  const error = Math.max(...[...above, ...under].map(({ dropped }) => dropped));
  return { energy, cotangents, error, spread: Math.max(...logs) - Math.min(...logs) };
}

type Sums = readonly (readonly Float64Array[])[];

const zeros = (grid: readonly (readonly ComplexArray[])[]): Sums =>
  grid.map((row) => row.map(({ interleaved }) => new Float64Array(interleaved.length)));

/** Share of the weight of a bond that is dropped: beyond, a cotangent divided by a singular value would be rounding. */
const NEGLIGIBLE = 1e-24;

/** Boundaries above row 0, 1, …, and the last one. */
function fittedBoundaries(grid: readonly Row[], bond: number): readonly FittedBoundary[] {
  const stream = randomStream(1, 'fitted boundaries');
  const all = [outerBoundary(grid[0]!.length)];
  for (const row of grid.slice(0, -1))
    all.push(fittedBoundary(all.at(-1)!, row, row, { bond, tolerance: NEGLIGIBLE }, stream));
  return all;
}

/** From the cotangents of all boundaries, in which those of further ones are added, to those of the rows' tensors. */
function pullBack(
  grid: readonly Row[],
  boundaries: readonly FittedBoundary[],
  cotangents: Sums,
  deliver: (row: number, column: number, cotangent: ComplexArray) => void,
): void {
  for (let r = boundaries.length - 1; r > 0; r--) {
    const [before, after, row] = [boundaries[r - 1]!, boundaries[r]!, grid[r - 1]!];
    const lambda = tangentOf(after, cotangents[r]!);
    const columns = row.map(
      (tensor, c): ColumnShape => ({
        above: before.tensors[c]!.shape,
        tensor: tensor.shape,
        below: after.tensors[c]!.shape,
      }),
    );
    const program = programFor(`tangent ${JSON.stringify(columns)}`, () => rowTangentProgram(columns));
    const inputs = row.flatMap((tensor, c) => [
      before.tensors[c]!,
      tensor,
      conjugate(tensor),
      conjugate(after.isometries[c]!),
      conjugate(lambda[c]!),
      conjugate(after.tensors[c]!),
    ]);
    const slope = Float64Array.of(Math.exp(before.log - after.log), 0);
    const arrays = inputs.map(({ interleaved }) => interleaved);
    const found = currentEngine().runProducts(program, [Float64Array.of(1, 0), slope, ...arrays]);
    row.forEach(({ shape }, c) => {
      const [above, ket, bra] = found.slice(3 * c, 3 * c + 3) as [Float64Array, Float64Array, Float64Array];
      addTo(cotangents[r - 1]![c]!, 1, above);
      deliver(r - 1, c, { shape, interleaved: withConjugate(ket, bra) });
    });
  }
}

/**
 * The part of a cotangent in the tangent space of chains at a boundary: Σ_c U … U λ_c V … V, U_c†λ_c = 0 but for the last column. Other
 * changes of the row leave the fit, to first order in what is dropped.
 */
function tangentOf(
  { isometries, values }: FittedBoundary,
  cotangents: readonly Float64Array[],
): readonly ComplexArray[] {
  return cotangents.map((own, c) => {
    const U = isometries[c]!;
    const inverse = values[c]!.map((s) => 1 / s);
    const slope = scaledRows({ shape: U.shape, interleaved: own }, inverse);
    if (c === cotangents.length - 1) return slope;
    const [matrix, unitary] = [asMatrix(slope, 3), asMatrix(U, 3)];
    const inside = multiply(unitary, multiply(unitary, matrix, { adjointA: true }));
    return { shape: U.shape, interleaved: addScaledMatrix(matrix, [-1, 0], inside).interleaved };
  });
}

/** λ_A + λ̄_B for a tensor A and its conjugate B. */
function withConjugate(ket: Float64Array, bra: Float64Array): Float64Array {
  return ket.map((x, k) => (k % 2 === 0 ? x + bra[k]! : x - bra[k]!));
}

interface RowEnergy {
  readonly energy: number;
  /** log ⟨ψ|ψ⟩. */
  readonly log: number;
  readonly above: readonly Float64Array[];
  readonly row: readonly Float64Array[];
  readonly below: readonly Float64Array[];
}

/** The energy of a row's terms with cotangents of its tensors and of both boundaries. */
function rowEnergy(
  above: FittedBoundary,
  row: Row,
  below: FittedBoundary,
  terms: readonly (number | undefined)[],
  matrices: readonly Float64Array[],
): RowEnergy {
  const columns = row.map(
    (tensor, c): ColumnShape => ({
      above: above.tensors[c]!.shape,
      tensor: tensor.shape,
      below: below.tensors[c]!.shape,
    }),
  );
  const key = JSON.stringify([columns, terms, matrices.length]);
  const one = Float64Array.of(1, 0);
  const inputs = row.map((tensor, c) => [
    above.tensors[c]!.interleaved,
    tensor.interleaved,
    conjugate(tensor).interleaved,
    below.tensors[c]!.interleaved,
  ]);
  const normProgram = programFor(`norm ${key}`, () => rowNormProgram(columns));
  const [norm] = currentEngine().runProducts(normProgram, [one, ...inputs.flat()]);
  const [re, im] = norm as unknown as [number, number];
  const square = re * re + im * im;
  // The boundary below divided by ⟨ψ|ψ⟩, of which the last digits may be complex.
  const inverse = [re / square, -im / square] as const;
  inputs[0]![3] = timesNumber(inputs[0]![3]!, inverse);
  const d = row[0]!.shape[2]!;
  const program = programFor(`energy ${key}`, () => rowEnergyProgram(columns, terms, matrices.length));
  const unit = Float64Array.from({ length: 2 * d * d }, (_, k) => (k % (2 * (d + 1)) === 0 ? 1 : 0));
  const outputs = currentEngine().runProducts(program, [
    one,
    Float64Array.of(-1, 0),
    unit,
    ...matrices,
    ...inputs.flat(),
  ]);
  const part = (c: number, k: number): Float64Array => outputs[1 + 4 * c + k]!;
  return {
    energy: outputs[0]![0]!,
    log: Math.log(square) / 2 + above.log + below.log,
    above: row.map((_, c) => part(c, 0)),
    row: row.map((_, c) => withConjugate(part(c, 1), part(c, 2))),
    below: row.map((_, c) => (c === 0 ? timesNumber(part(0, 3), [inverse[0], -inverse[1]]) : part(c, 3))),
  };
}

function timesNumber(array: Float64Array, [re, im]: readonly [number, number]): Float64Array {
  return array.map((x, k) => (k % 2 === 0 ? re * x - im * array[k + 1]! : re * x + im * array[k - 1]!));
}
