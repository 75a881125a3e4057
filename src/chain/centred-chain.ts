/** @file A matrix-product state in canonical form about a centre, and gates on neighbouring sites of it. */

import type { BlochPoint, Circuit } from '../circuit/circuit.ts';
import { productVector } from '../circuit/run-circuit.ts';
import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import { adjoint, multiply } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import { type Chain, rightCanonical } from './matrix-product-state.ts';
import { splitPair, unitTensor } from './split-pair.ts';

/**
 * A chain of norm 1 whose tensors left of the centre are isometries, and those right of it co-isometries. It is changed in
 * place; tensors are replaced, never changed.
 */
export interface CentredChain {
  readonly tensors: ComplexArray[];
  centre: number;
}

/** The chain with its centre at site 0, normalised. */
export function centredChain(chain: Chain): CentredChain {
  const [first, ...others] = rightCanonical(chain);
  return { tensors: [unitTensor(first!), ...others], centre: 0 };
}

/**
 * The product state that a circuit begins with.
 *
 * @param name - who asks, for the error
 * @throws {DomainError} a reference that is a spectrum
 */
export function productChain({ qubits, reference }: Pick<Circuit, 'qubits' | 'reference'>, name: string): CentredChain {
  const points = reference ?? new Array<BlochPoint>(qubits).fill({ polar: 0, azimuth: 0 });
  if ('spectrum' in points) throw new DomainError(`${name}: a product state as reference required, got a spectrum`);
  const tensors = points.map((point) => ({ shape: [1, 2, 1], interleaved: productVector([point]).interleaved }));
  return { tensors, centre: 0 };
}

/** Moves the centre to the nearest site between `first` and `last`. O(χ³) for each site on the way. */
export function moveCentre(state: CentredChain, first: number, last: number): void {
  while (state.centre < first) moveRight(state);
  while (state.centre > last) moveLeft(state);
}

function moveRight(state: CentredChain): void {
  const k = state.centre;
  const [left, site, right] = state.tensors[k]!.shape as [number, number, number];
  const { q, r } = qr(asMatrix(state.tensors[k]!, left * site, right));
  const [, next, end] = state.tensors[k + 1]!.shape as [number, number, number];
  const moved = multiply(r, asMatrix(state.tensors[k + 1]!, right, next * end));
  state.tensors[k] = { shape: [left, site, q.cols], interleaved: q.interleaved };
  state.tensors[k + 1] = { shape: [q.cols, next, end], interleaved: moved.interleaved };
  state.centre = k + 1;
}

function moveLeft(state: CentredChain): void {
  const k = state.centre;
  const [left, site, right] = state.tensors[k]!.shape as [number, number, number];
  const { q, r } = qr(adjoint(asMatrix(state.tensors[k]!, left, site * right)));
  const [start, before] = state.tensors[k - 1]!.shape as [number, number, number];
  const moved = multiply(asMatrix(state.tensors[k - 1]!, start * before, left), r, { adjointB: true });
  state.tensors[k] = { shape: [q.cols, site, right], interleaved: adjoint(q).interleaved };
  state.tensors[k - 1] = { shape: [start, before, q.cols], interleaved: moved.interleaved };
  state.centre = k - 1;
}

/** Neighbouring tensors as one, axes (left bond, all sites, right bond). */
export function mergedSites(tensors: readonly ComplexArray[]): ComplexArray {
  return tensors.reduce((a, b) => {
    const [left, first, middle] = a.shape as [number, number, number];
    const [, second, right] = b.shape as [number, number, number];
    const { interleaved } = multiply(asMatrix(a, left * first, middle), asMatrix(b, middle, second * right));
    return { shape: [left, first * second, right], interleaved };
  });
}

/**
 * ψ ← Uψ for a unitary on neighbouring sites, cut at their bonds by singular values and normalised. A gate on one site
 * leaves the canonical form as it is; for others the centre ends at the last site (rightwards) or the first.
 *
 * @param unitary - shape (d, d) for the dimension d of the sites together, the first site most significant
 * @returns the weights dropped, one for each bond cut
 *
 * Cost O(d² χ³).
 */
export function applyToNeighbours(
  state: CentredChain,
  first: number,
  sites: number,
  unitary: ComplexMatrix,
  truncation: Truncation,
  rightwards = true,
): readonly number[] {
  const last = first + sites - 1;
  if (sites > 1) moveCentre(state, first, last);
  const dimensions = state.tensors.slice(first, last + 1).map(({ shape }) => shape[1]!);
  const { shape, interleaved } = mergedSites(state.tensors.slice(first, last + 1));
  const [left, size, right] = shape as [number, number, number];
  const sitesFirst = left === 1 ? interleaved : currentEngine().permute(interleaved, [left, size, right], [1, 0, 2]);
  const turned = multiply(unitary, { rows: size, cols: left * right, interleaved: sitesFirst }).interleaved;
  const back = left === 1 ? turned : currentEngine().permute(turned, [size, left, right], [1, 0, 2]);
  const lost: number[] = [];
  let rest: ComplexArray = { shape, interleaved: back };
  for (let k = 0; k < sites - 1; k++) {
    const [outer, middle, end] = rest.shape as [number, number, number];
    const at = rightwards ? first + k : last - k;
    const own = dimensions[at - first]!;
    const pair = [outer, rightwards ? own : middle / own, rightwards ? middle / own : own, end];
    const split = splitPair({ shape: pair, interleaved: rest.interleaved }, rightwards, truncation);
    lost.push(split.lost);
    state.tensors[at] = rightwards ? split.left : split.right;
    rest = rightwards ? split.right : split.left;
  }
  const end = rightwards ? last : first;
  state.tensors[end] = rest;
  if (sites > 1) state.centre = end;
  return lost;
}

const asMatrix = ({ interleaved }: ComplexArray, rows: number, cols: number): ComplexMatrix => ({
  rows,
  cols,
  interleaved,
});
