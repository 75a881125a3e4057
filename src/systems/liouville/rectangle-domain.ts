/** @file Rectangles with a square lattice, and the half plane with triangles that grow with the depth. */

import { DomainError, ShapeError } from '../../errors.ts';
import { MOST_COARSE_UNKNOWNS } from '../../linalg/multigrid.ts';
import type { PlanarDomain, SideCondition } from './planar-domain.ts';

/** The four sides of a rectangle. */
export interface RectangleConditions {
  readonly bottom: SideCondition;
  readonly right: SideCondition;
  readonly top: SideCondition;
  readonly left: SideCondition;
}

/** Nodes of a lattice that need not be coarser. */
const FEW_NODES = 150;

/**
 * A rectangle with a square lattice of nodes:
 *
 *       top
 *     ┌─┬─┬─┐
 *     ├─┼─┼─┤  height · step
 *     └─┴─┴─┘
 *       width · step
 *
 * @param origin - (x, y) of the lower left corner
 * @param step - distance of neighbouring nodes
 * @param width - cells along x; powers of two times a small number make the best hierarchy
 * @param height - cells along y
 * @param conditions - of all sides, or of each
 * @throws {DomainError} a step that is not positive, or numbers of cells that are not whole and positive
 * @throws {ShapeError} numbers of cells that cannot be halved often enough
 */
export function rectangleDomain(
  origin: readonly [number, number],
  step: number,
  [width, height]: readonly [width: number, height: number],
  conditions: SideCondition | RectangleConditions,
): PlanarDomain {
  if (!(step > 0 && step < Infinity && origin.every(Number.isFinite))) {
    throw new DomainError(`rectangleDomain: a finite origin and a positive step required, got ${origin} and ${step}`);
  }
  if (![width, height].every((count) => Number.isInteger(count) && count >= 1)) {
    throw new DomainError(`rectangleDomain: whole positive numbers of cells required, got ${width} × ${height}`);
  }
  let [columns, rows, refinements] = [width, height, 0];
  while (columns % 2 === 0 && rows % 2 === 0 && (columns + 1) * (rows + 1) > FEW_NODES) {
    [columns, rows, refinements] = [columns / 2, rows / 2, refinements + 1];
  }
  if ((columns + 1) * (rows + 1) > MOST_COARSE_UNKNOWNS) {
    throw new ShapeError(
      `rectangleDomain: numbers of cells that can be halved until at most ${MOST_COARSE_UNKNOWNS} nodes remain required, got ${width} × ${height}, ` +
        `of which ${columns} × ${rows} remain`,
    );
  }
  const cell = step * 2 ** refinements;
  const node = (i: number, j: number): number => j * (columns + 1) + i;
  const points = Float64Array.from({ length: 2 * (columns + 1) * (rows + 1) }, (_, k) => {
    const at = k >> 1;
    return k % 2 === 0 ? origin[0] + cell * (at % (columns + 1)) : origin[1] + cell * Math.floor(at / (columns + 1));
  });
  const triangles = new Int32Array(6 * columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [a, b, c, d] = [node(i, j), node(i + 1, j), node(i + 1, j + 1), node(i, j + 1)];
      triangles.set([a, b, c, a, c, d], 6 * (j * columns + i));
    }
  }
  const { bottom, right, top, left } =
    'kind' in conditions ? { bottom: conditions, right: conditions, top: conditions, left: conditions } : conditions;
  const [x, y] = [origin[0] + step * width, origin[1] + step * height];
  const range = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k);
  return {
    sides: [
      { from: origin, condition: bottom },
      { from: [x, origin[1]], condition: right },
      { from: [x, y], condition: top },
      { from: [origin[0], y], condition: left },
    ],
    points,
    triangles,
    border: [
      ...range(columns).map((i) => [node(i, 0), node(i + 1, 0), 0] as const),
      ...range(rows).map((j) => [node(columns, j), node(columns, j + 1), 1] as const),
      ...range(columns).map((i) => [node(i + 1, rows), node(i, rows), 2] as const),
      ...range(rows).map((j) => [node(0, j + 1), node(0, j), 3] as const),
    ],
    refinements,
  };
}

export interface HalfPlaneOptions {
  /** Cutoff ε > 0: the boundary is z = ε with e^φ = 1/ε. */
  readonly epsilon: number;
  /** The greatest depth is ε·2^doublings; 1 to 20. */
  readonly doublings: number;
  /** Cells of the deepest row; the width is ε·2^doublings·cells. Default 2. */
  readonly cells?: number;
  /** How often each triangle is divided into four: the spacing is z/2^refinements or less; at least 2, default 4. */
  readonly refinements?: number;
  /** Condition at the sides and at the greatest depth; default e^φ = 1/z. */
  readonly far?: SideCondition;
}

/**
 * The half plane z ≥ ε down to a depth, with triangles whose size is a share of z, as for a network with a layer for each doubling:
 *
 *     z = 4ε  ┌───────────────┐
 *             │\     / \     /│
 *     z = 2ε  ├───────┬───────┤
 *             │\ / \ /│\ / \ /│
 *     z = ε   └───┴───┴───┴───┘      x to the right; y is z
 *
 * All triangles are right-angled with equal legs, and refinement keeps that.
 *
 * @throws {DomainError} a number outside of its range, or too few refinements to resolve the cutoff
 */
export function halfPlaneDomain({
  epsilon,
  doublings,
  cells = 2,
  refinements = 4,
  far = { kind: 'values', phi: (_, z) => -Math.log(z) },
}: HalfPlaneOptions): PlanarDomain {
  if (!(epsilon > 0 && epsilon < Infinity)) {
    throw new DomainError(`halfPlaneDomain: a positive cutoff required, got ${epsilon}`);
  }
  const whole = (value: number, least: number, most: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!whole(doublings, 1, 20) || !whole(cells, 1, 64) || !whole(refinements, 2, 10)) {
    throw new DomainError(
      `halfPlaneDomain: 1 to 20 doublings, 1 to 64 cells and 2 to 10 refinements required, got ${doublings}, ${cells} and ${refinements}`,
    );
  }
  const points: number[] = [];
  const starts: number[] = []; // the first node of each row; row k has cells·2^(doublings − k) cells
  const width = epsilon * 2 ** doublings * cells;
  for (let k = 0; k <= doublings; k++) {
    starts.push(points.length / 2);
    const count = cells * 2 ** (doublings - k);
    for (let i = 0; i <= count; i++) points.push((width * i) / count, epsilon * 2 ** k);
  }
  const triangles: number[] = [];
  for (let k = 0; k < doublings; k++) {
    for (let i = 0; i < cells * 2 ** (doublings - k - 1); i++) {
      const low = starts[k]! + 2 * i;
      const high = starts[k + 1]! + i;
      triangles.push(low, low + 1, high, low + 1, high + 1, high, low + 1, low + 2, high + 1);
    }
  }
  const border: (readonly [number, number, number])[] = [];
  for (let i = 0; i < cells * 2 ** doublings; i++) border.push([i, i + 1, 0]);
  for (let k = 0; k < doublings; k++) {
    const count = (row: number): number => cells * 2 ** (doublings - row);
    border.push([starts[k]! + count(k), starts[k + 1]! + count(k + 1), 1], [starts[k + 1]!, starts[k]!, 3]);
  }
  for (let i = 0; i < cells; i++) border.push([starts[doublings]! + i + 1, starts[doublings]! + i, 2]);
  const depth = epsilon * 2 ** doublings;
  return {
    sides: [
      { from: [0, epsilon], condition: { kind: 'cutoff', epsilon } },
      { from: [width, epsilon], condition: far },
      { from: [width, depth], condition: far },
      { from: [0, depth], condition: far },
    ],
    points: Float64Array.from(points),
    triangles: Int32Array.from(triangles),
    border,
    refinements,
  };
}
