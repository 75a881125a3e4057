/**
 * @file Norms of two-dimensional networks by boundary matrix-product states: rows are absorbed one after the other, and
 * the bonds that grow are truncated. The gradient comes from the boundaries on both sides of every row.
 */

import { contract, contractionPlan, contractPullback } from '../contraction/contract.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import { randomStream } from '../linalg/random.ts';
import { networkTensors, pullbackTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { Evaluation } from '../optimise/objective.ts';
import { fittedBoundary } from './fitted-boundary.ts';
import { conjugate, flipped, type Row } from './grid-rows.ts';
import type { Chain } from './matrix-product-state.ts';

/** How a network's nodes lie on a rectangle, row by row, and how far its boundaries are truncated. */
export interface BoundaryOptions extends Partial<Truncation> {
  readonly rows: number;
  readonly columns: number;
}

/** log ⟨ψ|ψ⟩ with its gradient, and the greatest relative error in truncating a boundary. */
export interface BoundaryEvaluation extends Evaluation {
  readonly error: number;
}

/** A chain with site = (ket leg, bra leg), and the logarithm of the factor taken out. */
export interface Boundary {
  readonly chain: Chain;
  readonly logNorm: number;
  readonly error: number;
}

/**
 * θ ↦ log ⟨ψ(θ)|ψ(θ)⟩ of a projected entangled-pair state, contracted from above with boundaries of bond χ, and its
 * gradient. The value has an error that falls with χ; the gradient is that of the exact value, with an error of the
 * same kind, not that of the approximation.
 *
 * @param network - free tensors, one for each site of the rectangle in row-major order, bonds between neighbours only
 * @param options.bond - χ, default unlimited; options.tolerance: share of the weight dropped at a bond, default 1e-30
 * @returns with the error √(weight of the values next to those kept), by which the greatest truncation was judged
 * @throws {DomainError} another network
 *
 * Cost for bonds D and sites d: O(n (χ³D⁴ + χ²D⁶d)).
 *
 * @see Verstraete, Murg & Cirac, Adv. Phys. 57, 143 (2008), sect. 4
 */
export function boundaryLogNorm(
  network: TensorNetwork,
  options: BoundaryOptions,
): (theta: Float64Array) => BoundaryEvaluation {
  const axes = gridAxes(network, options);
  const { rows, columns } = options;
  return (theta) => {
    const tensors = networkTensors(network, theta).map((tensor, k) => arrangedNode(tensor, axes[k]!));
    const grid = Array.from({ length: rows }, (_, r): Row => tensors.slice(r * columns, (r + 1) * columns));
    const above = boundaries(grid, options);
    const below = boundaries(grid.toReversed().map(flipped), options).reverse();
    const cotangents = grid.flatMap((row, r) => rowGradient(above[r]!.chain, row, below[r + 1]!.chain));
    const restored = cotangents.map((cotangent, k) => restoredNode(cotangent, tensors[k]!.shape, axes[k]!));
    return {
      value: totalOf(above[rows]!),
      gradient: pullbackTensors(network, theta, restored),
      error: Math.max(...above.map(({ error }) => error)),
    };
  };
}

/** Boundaries above row 0, 1, …, and below the last. */
export function boundaries(grid: readonly Row[], truncation: Partial<Truncation>): Boundary[] {
  const start: Chain = grid[0]!.map(() => ({ shape: [1, 1, 1], interleaved: Float64Array.of(1, 0) }));
  const all: Boundary[] = [{ chain: start, logNorm: 0, error: 0 }];
  for (const row of grid) all.push(absorbed(all.at(-1)!, row, row, truncation));
  return all;
}

/** The boundary below a row of kets and the conjugates of a row of bras, which differ where operators act. */
export function absorbed(
  { chain, logNorm, error }: Boundary,
  kets: Row,
  bras: Row,
  { bond = Infinity, tolerance = 1e-30 }: Partial<Truncation>,
): Boundary {
  const tensors = chain.map(({ shape, interleaved }) => {
    const d = Math.sqrt(shape[1]!);
    return { shape: [shape[0]!, d, d, shape[2]!], interleaved };
  });
  const stream = randomStream(1, 'boundaries');
  const next = fittedBoundary({ tensors, log: logNorm }, kets, bras, { bond, tolerance }, stream);
  return {
    chain: next.tensors.map(({ shape: [a, d, e, b], interleaved }) => ({ shape: [a!, d! * e!, b!], interleaved })),
    logNorm: next.log,
    error: Math.max(error, next.dropped),
  };
}

/** log of the number that a chain of sites of dimension 1 stands for; its modulus, since norms are positive. */
function totalOf({ chain, logNorm }: Boundary): number {
  let product: Float64Array = Float64Array.of(1, 0);
  for (const { shape, interleaved } of chain) {
    const [left, , right] = shape as [number, number, number];
    product = currentEngine().multiply(product, interleaved, 1, right, left, false, false);
  }
  return logNorm + Math.log(Math.hypot(product[0]!, product[1]!));
}

/** Cotangents of log z by the row's tensors, where z is the row between both boundaries. */
function rowGradient(above: Chain, row: Row, below: Chain): readonly Float64Array[] {
  const legs: (readonly Leg[])[] = [];
  const arrays: { readonly interleaved: Float64Array }[] = [];
  const dimensions: Record<Leg, number> = {};
  const put = (own: readonly Leg[], shape: readonly number[], interleaved: Float64Array): void => {
    legs.push(own);
    arrays.push({ interleaved });
    own.forEach((leg, k) => {
      dimensions[leg] = shape[k]!;
    });
  };
  row.forEach((tensor, c) => {
    const [up, , , , down] = tensor.shape as [number, number, number, number, number];
    const { interleaved: bra } = conjugate(tensor);
    const [upper, lower] = [above[c]!, below[c]!];
    put([`a${c}`, `u${c}`, `U${c}`, `a${c + 1}`], [upper.shape[0]!, up, up, upper.shape[2]!], upper.interleaved);
    put([`u${c}`, `k${c}`, `s${c}`, `k${c + 1}`, `d${c}`], tensor.shape, tensor.interleaved);
    put([`U${c}`, `K${c}`, `s${c}`, `K${c + 1}`, `D${c}`], tensor.shape, bra);
    put([`b${c}`, `d${c}`, `D${c}`, `b${c + 1}`], [lower.shape[0]!, down, down, lower.shape[2]!], lower.interleaved);
  });
  // The outer legs have dimension 1: one vector on each side closes them.
  for (const c of [0, row.length]) put([`a${c}`, `k${c}`, `K${c}`, `b${c}`], [1, 1, 1, 1], Float64Array.of(1, 0));
  const plan = contractionPlan(legs, dimensions, []);
  const contraction = contract(plan, arrays);
  const [re, im] = contraction.value.interleaved as unknown as readonly [number, number];
  const square = re * re + im * im;
  const wanted = legs.map((_, k) => k % 4 === 1 && k < 4 * row.length);
  // d log z = Re⟨2/z̄|dz⟩ with the bra's share, which is the conjugate of the ket's.
  const cotangent = Float64Array.of((2 * re) / square, (2 * im) / square);
  return contractPullback(plan, contraction, cotangent, wanted).filter((array) => array !== undefined);
}

/** For every node the legs (up, left, site, right, down) as axes of its tensor, undefined at the edge. */
type GridAxes = readonly (number | undefined)[];

export function gridAxes(network: TensorNetwork, { rows, columns }: BoundaryOptions): readonly GridAxes[] {
  const { nodes, boundary, bulk, environment } = network;
  if (nodes.length !== rows * columns || boundary.length !== nodes.length || bulk.length + environment.length > 0) {
    throw new DomainError(
      `boundaryLogNorm: one node for each of ${rows} × ${columns} sites and no other legs required`,
    );
  }
  return nodes.map(({ legs }, k) => {
    const [r, c] = [Math.floor(k / columns), k % columns];
    const shared = (inside: boolean, other: number): Leg | undefined =>
      inside ? legs.find((leg) => nodes[other]!.legs.includes(leg)) : undefined;
    const wanted = [
      shared(r > 0, k - columns),
      shared(c > 0, k - 1),
      boundary[k],
      shared(c + 1 < columns, k + 1),
      shared(r + 1 < rows, k + columns),
    ];
    const found = wanted.filter((leg) => leg !== undefined);
    if (new Set(found).size !== legs.length || !found.every((leg) => legs.includes(leg))) {
      throw new DomainError(`boundaryLogNorm: a site and at most one bond to each neighbour required at node ${k}`);
    }
    return wanted.map((leg) => (leg === undefined ? undefined : legs.indexOf(leg)));
  });
}

export function arrangedNode({ shape, interleaved }: ComplexArray, axes: GridAxes): ComplexArray {
  const present = axes.filter((axis) => axis !== undefined);
  return {
    shape: axes.map((axis) => (axis === undefined ? 1 : shape[axis]!)),
    interleaved: currentEngine().permute(interleaved, shape, present),
  };
}

/** Undoes `arrangedNode`. */
export function restoredNode(array: Float64Array, shape: readonly number[], axes: GridAxes): Float64Array {
  const present = axes.filter((axis) => axis !== undefined);
  const extents = shape.filter((_, k) => axes[k] !== undefined);
  return currentEngine().permute(
    array,
    extents,
    present.map((_, axis) => present.indexOf(axis)),
  );
}
