/** @file Solutions of Regge's equations: discrete space-times with given edges at their boundary. */

import { DomainError } from '../errors.ts';
import { type LevenbergMarquardtOptions, levenbergMarquardt } from '../optimise/levenberg-marquardt.ts';
import type { Solution } from '../solution.ts';
import { type ReggeOptions, reggeEquations, type SimplicialGeometry } from './regge-action.ts';

export interface SolveReggeOptions extends ReggeOptions, LevenbergMarquardtOptions {}

/**
 * Lengths at which ∂S/∂s vanishes for every edge that is not held. The action is a saddle, and moving an inner vertex of a flat
 * region changes nothing, so the equations themselves are solved, by damped steps: Newton's method fails on the zero modes.
 *
 * @param geometry - where to begin
 * @param fixed - numbers of the edges whose lengths are held
 * @returns the geometry whose residuals are at most the tolerance (default 1e-14) in absolute value
 * @throws {DomainError} an edge that does not exist, or none that is free
 *
 * Cost of a step O(E³) for E free edges.
 */
export function solveRegge(
  geometry: SimplicialGeometry,
  fixed: readonly number[],
  options: SolveReggeOptions = {},
): Solution<SimplicialGeometry> {
  const { complex, squaredLengths } = geometry;
  const count = complex.edges.length;
  const wrong = fixed.find((edge) => !(Number.isInteger(edge) && edge >= 0 && edge < count));
  const free = Array.from({ length: count }, (_, edge) => edge).filter((edge) => !fixed.includes(edge));
  if (wrong !== undefined || free.length === 0) {
    throw new DomainError(`solveRegge: edges below ${count}, not all of them, required, got ${wrong ?? 'all'}`);
  }
  const at = (x: Float64Array): SimplicialGeometry => {
    const lengths = squaredLengths.slice();
    free.forEach((edge, k) => {
      lengths[edge] = x[k]!;
    });
    return { complex, squaredLengths: lengths };
  };
  const { value, result, steps } = levenbergMarquardt(
    (x) => residualsOf(at(x), free, options),
    Float64Array.from(free, (edge) => squaredLengths[edge]!),
    options,
  );
  return { value: at(value), result, steps };
}

/** Real and imaginary parts of ∂S/∂s of the free edges; null where a simplex is degenerate. */
function residualsOf(geometry: SimplicialGeometry, free: readonly number[], options: ReggeOptions) {
  const count = geometry.complex.edges.length;
  let equations: ReturnType<typeof reggeEquations>;
  try {
    equations = reggeEquations(geometry, options, true);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
  const { gradient, hessian } = equations;
  const rows = free.flatMap((edge) => [2 * edge, 2 * edge + 1]);
  const values = Float64Array.from(rows, (place) => gradient[place]!);
  const jacobian = new Float64Array(rows.length * free.length);
  rows.forEach((place, row) => {
    const [edge, part] = [Math.floor(place / 2), place % 2];
    free.forEach((other, column) => {
      jacobian[row * free.length + column] = hessian![2 * (edge * count + other) + part]!;
    });
  });
  return values.every(Number.isFinite) ? { values, jacobian } : null;
}
