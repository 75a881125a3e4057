/** @file Matrix-product states as chains of three-legged arrays: from networks and dense vectors, and their gauges. */

import type { Leg } from '../contraction/contraction-graph.ts';
import { currentEngine } from '../engine/engine.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexArray, type ComplexMatrix, type ComplexVector, sizeOf } from '../linalg/complex.ts';
import { keptValues, leadingColumns, type Truncation } from '../linalg/kept-values.ts';
import { adjoint, multiply } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { networkOfShapes } from '../network/network-of-shapes.ts';
import { networkTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { bondsOf } from '../network/tree-messages.ts';
import type { NetworkPoint } from '../network-point.ts';

/** A chain A₀A₁…: arrays with axes (left bond, site, right bond); the outer bonds have dimension 1. */
export type Chain = readonly ComplexArray[];

/**
 * The chain of an open matrix-product state.
 *
 * @param network - one node for each site, in order, with bonds between neighbours only; legs in any order
 * @throws {DomainError} another network
 */
export function chainOf(network: TensorNetwork, theta: Float64Array): Chain {
  const between = chainBonds(network);
  if (typeof between === 'string') throw new DomainError(`chainOf: ${between}`);
  return networkTensors(network, theta).map(({ shape, interleaved }, k) => {
    const { legs } = network.nodes[k]!;
    const wanted = [between.get(k), network.boundary[k]!, between.get(k + 1)];
    const axes = wanted.filter((leg) => leg !== undefined).map((leg) => legs.indexOf(leg));
    const dimensions = wanted.map((leg) => (leg === undefined ? 1 : network.dimensions[leg]!));
    return { shape: dimensions, interleaved: currentEngine().permute(interleaved, shape, axes) };
  });
}

/** Whether a network is an open matrix-product state, as `chainOf` requires. */
export const isOpenChain = (network: TensorNetwork): boolean => typeof chainBonds(network) !== 'string';

/**
 * The bond to the left of each node but the first; for a network that is not an open chain, what an open chain
 * requires.
 */
function chainBonds(network: TensorNetwork): ReadonlyMap<number, Leg> | string {
  const between = new Map<number, Leg>();
  for (const { leg, nodes } of bondsOf(network)) {
    if (nodes[1] !== nodes[0] + 1 || between.has(nodes[1])) {
      return `bonds between neighbouring nodes required, got '${leg}' elsewhere`;
    }
    between.set(nodes[1], leg);
  }
  const fits = network.nodes.every(({ legs }, k) => legs.includes(network.boundary[k]!));
  const others = network.environment.length + network.bulk.length;
  if (network.nodes.length === network.boundary.length && fits && others === 0) return between;
  return 'one node for each site, in order, and no other open legs required';
}

/** The network of a chain, all tensors free, with the chain's entries as θ. */
export function networkOfChain(chain: Chain): NetworkPoint<TensorNetwork> {
  const n = chain.length;
  const bond = (k: number): [Leg, number][] => (k > 0 && k < n ? [[`b${k}`, chain[k]!.shape[0]!]] : []);
  const shapes = chain.map(({ shape }, k) => ({
    id: `A${k}`,
    outputs: [...bond(k), [`s${k}`, shape[1]!] as const],
    inputs: bond(k + 1),
  }));
  const boundary = chain.map((_, k) => `s${k}`);
  const network = networkOfShapes(shapes, boundary, 'free');
  const theta = new Float64Array(network.parameters);
  let offset = 0;
  for (const { interleaved } of chain) {
    theta.set(interleaved, offset);
    offset += interleaved.length;
  }
  return { network, theta };
}

/**
 * The matrix-product state of a dense vector, by one singular value decomposition for each bond; left-canonical, and
 * with the vector's norm if nothing is dropped.
 *
 * @param vector - shape (Π dimensions,)
 * @param truncation - default: only values below 1e-15 of a bond's weight are dropped
 * @throws {ShapeError} the vector's length is not Π dimensions
 *
 * Cost O(D^{3/2}) for D amplitudes.
 */
export function chainOfVector(
  vector: ComplexVector,
  dimensions: readonly number[],
  { tolerance = 1e-30, bond = Infinity }: Partial<Truncation> = {},
): Chain {
  if (vector.length !== sizeOf(dimensions)) {
    throw new ShapeError(`chainOfVector: ${sizeOf(dimensions)} amplitudes required, got ${vector.length}`);
  }
  const chain: ComplexArray[] = [];
  let left = 1;
  let rest = vector.interleaved;
  dimensions.forEach((dimension, k) => {
    if (k === dimensions.length - 1) {
      chain.push({ shape: [left, dimension, 1], interleaved: rest.slice() });
      return;
    }
    const rows = left * dimension;
    const { u, values, v } = singularValueDecomposition({ rows, cols: rest.length / 2 / rows, interleaved: rest });
    const kept = keptValues(values, { tolerance, bond });
    chain.push({ shape: [left, dimension, kept], interleaved: leadingColumns(u, kept).interleaved });
    const right = adjoint(leadingColumns(v, kept));
    rest = right.interleaved.map((x, at) => x * values[Math.floor(at / 2 / right.cols)]!);
    left = kept;
  });
  return chain;
}

/** The same state with A†A = 1 for all tensors but the last, which has the state's norm. */
export function leftCanonical(chain: Chain): Chain {
  const tensors: ComplexArray[] = [];
  let carry: ComplexMatrix = { rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) };
  chain.forEach(({ shape: [left, site, right], interleaved }, k) => {
    const absorbed = multiply(carry, { rows: left!, cols: site! * right!, interleaved });
    const last = k === chain.length - 1;
    const { q, r } = last
      ? { q: absorbed, r: carry }
      : qr({ rows: carry.rows * site!, cols: right!, interleaved: absorbed.interleaved });
    tensors.push({ shape: [carry.rows, site!, last ? right! : q.cols], interleaved: q.interleaved });
    carry = r;
  });
  return tensors;
}

/** The same state with AA† = 1 for all tensors but the first, which has the state's norm. */
export function rightCanonical(chain: Chain): Chain {
  return mirrored(leftCanonical(mirrored(chain)));
}

/** The chain read from right to left. */
export function mirrored(chain: Chain): Chain {
  return chain.toReversed().map(({ shape, interleaved }) => ({
    shape: shape.toReversed(),
    interleaved: currentEngine().permute(interleaved, shape, [2, 1, 0]),
  }));
}

/**
 * Schmidt values of every cut of the chain, descending, of the normalised state: n − 1 lists. Small ones are accurate
 * to about 1e-15, so that their squares p are accurate to 1e-30.
 */
export function schmidtValues(chain: Chain): readonly Float64Array[] {
  const canonical = leftCanonical(chain);
  const spectra: Float64Array[] = [];
  let centre: ComplexMatrix | undefined;
  for (let k = chain.length - 1; k > 0; k--) {
    const { shape, interleaved } = canonical[k]!;
    const [left, site, right] = shape as [number, number, number];
    const tensor =
      centre === undefined
        ? interleaved
        : multiply({ rows: left * site, cols: right, interleaved }, centre).interleaved;
    const columns = centre?.cols ?? right;
    const { u, values } = singularValueDecomposition({ rows: left, cols: site * columns, interleaved: tensor });
    const norm = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
    spectra.unshift(values.map((x) => x / norm));
    centre = {
      rows: u.rows,
      cols: u.cols,
      interleaved: u.interleaved.map((x, at) => (x * values[(at >> 1) % u.cols]!) / norm),
    };
  }
  return spectra;
}

/**
 * ⟨a|b⟩ of two chains as a 1 × 1 matrix product from left to right; ordinary norms only, no rescaling.
 *
 * @throws {ShapeError} other sites
 */
export function chainOverlap(a: Chain, b: Chain): readonly [re: number, im: number] {
  const [required, got] = [a, b].map((chain) => chain.map(({ shape }) => shape[1]).join());
  if (got !== required) throw new ShapeError(`chainOverlap: sites [${required}] required, got [${got}]`);
  let between: ComplexMatrix = { rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) }; // (bond of a, bond of b)
  for (let k = 0; k < a.length; k++) between = overlapStep(between, a[k]!, b[k]!);
  return [between.interleaved[0]!, between.interleaved[1]!];
}

/** E ↦ Σ_s A^s† E B^s. */
export function overlapStep(between: ComplexMatrix, a: ComplexArray, b: ComplexArray): ComplexMatrix {
  const [leftB, site, rightB] = b.shape as [number, number, number];
  const [leftA, , rightA] = a.shape as [number, number, number];
  const half = multiply(between, { rows: leftB, cols: site * rightB, interleaved: b.interleaved });
  return multiply(
    { rows: leftA * site, cols: rightA, interleaved: a.interleaved },
    { rows: leftA * site, cols: rightB, interleaved: half.interleaved },
    { adjointA: true },
  );
}
