/** @file Solutions of Regge's equations: discrete space-times with given edges at their boundary. */

import { DomainError } from '../errors.ts';
import { type SparseMatrix, sparseMatrix } from '../linalg/sparse-matrix.ts';
import { type LevenbergMarquardtOptions, levenbergMarquardt, type Residuals } from '../optimise/levenberg-marquardt.ts';
import type { Solution } from '../solution.ts';
import { geometryJets, type SimplicialGeometry, simplexTables } from './geometry-jets.ts';
import { checkSources, deficitOf, type ReggeOptions, reggeTerms } from './regge-action.ts';
import { timelikeDirections } from './signature.ts';

export interface SolveReggeOptions extends ReggeOptions, LevenbergMarquardtOptions {}

export interface SolveDeficitsOptions extends Pick<ReggeOptions, 'sources'>, LevenbergMarquardtOptions {}

/**
 * Lengths at which ∂S/∂s vanishes for every edge that is not held. The action is a saddle, and moving an inner vertex of a flat
 * region changes nothing, so the equations themselves are solved, by damped steps: Newton's method fails on the zero modes.
 * Steps that would change the signature of a simplex are refused.
 *
 * In four dimensions curved lengths can come so close to solutions that steps end there, and vertices are free only where
 * space is flat: `solveDeficits` finds flat space from farther away.
 *
 * @param geometry - where to begin
 * @param fixed - numbers of the edges whose lengths are held
 * @returns the geometry whose residuals are at most the tolerance (default 1e-14) in absolute value
 * @throws {DomainError} an edge that does not exist, or none that is free
 *
 * Cost of a step O(simplices) and some hundred products with the second derivatives, which are sparse.
 */
export function solveRegge(
  geometry: SimplicialGeometry,
  fixed: readonly number[],
  options: SolveReggeOptions = {},
): Solution<SimplicialGeometry> {
  const free = freeEdges('solveRegge', geometry, fixed);
  const columns = new Map(free.map((edge, k) => [edge, k]));
  return solved(geometry, free, options, (at) => {
    const rows = free.flatMap(() => [new Map<number, number>(), new Map<number, number>()]);
    const { gradient } = reggeTerms(at, options, (e, f, re, im) => {
      const [row, column] = [columns.get(e), columns.get(f)];
      if (row === undefined || column === undefined) return;
      addEntry(rows[2 * row]!, column, re);
      addEntry(rows[2 * row + 1]!, column, im);
    });
    return { values: free.flatMap((edge) => [gradient[2 * edge]!, gradient[2 * edge + 1]!]), rows };
  });
}

/**
 * Lengths at which the deficit of every hinge inside is the one that is wanted, 0 where nothing is said: flat space, or the cones
 * of given matter. They solve Regge's equations, too, but there are more hinges than edges in four dimensions, so that few
 * boundaries have such a filling; without one the sum of the squares of what is missing is least where the steps end.
 *
 * @param geometry - where to begin
 * @param fixed - numbers of the edges whose lengths are held
 * @returns the geometry whose deficits inside differ from the wanted ones by at most the tolerance (default 1e-14)
 * @throws {ShapeError} another number of sources than hinges
 * @throws {DomainError} an edge that does not exist, or none that is free
 *
 * Cost of a step O(simplices) and some hundred products with the derivatives of the deficits, which are sparse.
 */
export function solveDeficits(
  geometry: SimplicialGeometry,
  fixed: readonly number[],
  options: SolveDeficitsOptions = {},
): Solution<SimplicialGeometry> {
  const { sources } = options;
  const { hinges } = geometry.complex;
  checkSources(geometry.complex, sources);
  const free = freeEdges('solveDeficits', geometry, fixed);
  const columns = new Map(free.map((edge, k) => [edge, k]));
  const inner = hinges.flatMap(({ isOuter }, h) => (isOuter ? [] : [h]));
  return solved(geometry, free, options, (at) => {
    const { angles, edges } = geometryJets(at);
    const values = inner.flatMap((h) => {
      const [re, im] = deficitOf(false, angles[h]!);
      return [re - (sources?.[h] ?? 0), im];
    });
    const rows = inner.flatMap((h) => {
      const parts = [new Map<number, number>(), new Map<number, number>()];
      for (const { simplex, jet } of angles[h]!) {
        edges[simplex]!.forEach((edge, k) => {
          const column = columns.get(edge);
          if (column !== undefined) addEntry(parts[jet.isImaginary ? 1 : 0]!, column, -jet.gradient[k]!);
        });
      }
      return parts;
    });
    return { values, rows };
  });
}

function addEntry(row: Map<number, number>, column: number, value: number): void {
  row.set(column, (row.get(column) ?? 0) + value);
}

function freeEdges(name: string, { complex }: SimplicialGeometry, fixed: readonly number[]): readonly number[] {
  const count = complex.edges.length;
  const held = new Set(fixed);
  const wrong = fixed.find((edge) => !(Number.isInteger(edge) && edge >= 0 && edge < count));
  const free = Array.from({ length: count }, (_, edge) => edge).filter((edge) => !held.has(edge));
  if (wrong !== undefined || free.length === 0) {
    throw new DomainError(`${name}: edges below ${count}, not all of them, required, got ${wrong ?? 'all'}`);
  }
  return free;
}

/** Equations of a geometry: what should vanish, and its derivatives by the free squared lengths. */
type Equations = (at: SimplicialGeometry) => {
  readonly values: readonly number[];
  readonly rows: readonly ReadonlyMap<number, number>[];
};

function solved(
  { complex, squaredLengths }: SimplicialGeometry,
  free: readonly number[],
  options: LevenbergMarquardtOptions,
  equations: Equations,
): Solution<SimplicialGeometry> {
  const at = (x: Float64Array): SimplicialGeometry => {
    const lengths = squaredLengths.slice();
    free.forEach((edge, k) => {
      lengths[edge] = x[k]!;
    });
    return { complex, squaredLengths: lengths };
  };
  const signatures = simplexTables({ complex, squaredLengths }).map(timelikeDirections);
  const residuals: Residuals<SparseMatrix> = (x) => {
    const geometry = at(x);
    if (simplexTables(geometry).some((table, k) => timelikeDirections(table) !== signatures[k])) return null;
    try {
      const { values, rows } = equations(geometry);
      return values.every(Number.isFinite)
        ? { values: Float64Array.from(values), jacobian: sparseMatrix(rows, free.length) }
        : null;
    } catch (error) {
      // A null hinge, or a null direction across one.
      if (error instanceof DomainError) return null;
      throw error;
    }
  };
  const start = Float64Array.from(free, (edge) => squaredLengths[edge]!);
  const { value, result, steps } = levenbergMarquardt(residuals, start, options);
  return { value: at(value), result, steps };
}
