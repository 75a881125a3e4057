/** @file Projected entangled-pair states in imaginary time, bond by bond: the simple update. */

import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { sizeOf } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { leadingColumns } from '../linalg/kept-values.ts';
import { adjoint, multiply } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import { randomStream } from '../linalg/random.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { networkOfShapes } from '../network/network-of-shapes.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { LocalTerm } from '../operator/local-terms.ts';
import { neighbourTerms } from './neighbour-terms.ts';

/** How a plane is cooled. */
export interface SimpleUpdateOptions {
  readonly rows: number;
  readonly columns: number;
  /** Greatest bond dimension. */
  readonly bond: number;
  /** Imaginary times of a step, one after another; default 0.1, 0.03, 0.01, 0.003. */
  readonly times?: readonly number[];
  /** Steps at each of them; default 60. */
  readonly steps?: number;
  /** Seed of the product state at the start; default 1. */
  readonly seed?: number;
}

/** Singular values below this fraction of the largest are dropped. */
const NEGLIGIBLE = 1e-10;
/** Axes of a site's tensor. */
const [UP, LEFT, SITE, RIGHT, DOWN] = [0, 1, 2, 3, 4];

/** Tensors with axes (up, left, site, right, down), and the weights of the bond on the right of a site and below it. */
interface Plane {
  readonly tensors: ComplexArray[];
  readonly right: Float64Array[];
  readonly down: Float64Array[];
}

/**
 * A projected entangled-pair state near the ground state of terms on neighbours, by exp(−τh) on one bond after another. The rest of the
 * plane is taken into account by weights on the bonds around the pair alone, as on a tree: cheap, and a start for
 * searches by gradients.
 *
 *         λ                A site k with the weights of its bonds; a gate on k and its neighbour is followed by singular
 *     λ ──Γ── λ            values, of which the largest stay as the weight of the bond between them.
 *         λ
 *
 * @param terms - on single sites and neighbours of the rectangle, site = row·columns + column
 * @returns a state with free tensors, weights shared by both sides
 * @throws {DomainError} terms on other sites, a bond dimension below 1
 *
 * Cost of a step O(n (d² D⁵ + d⁶ D³)): orthogonal factors are split off both sites first.
 *
 * @see Jiang, Weng & Xiang, Phys. Rev. Lett. 101, 090603 (2008)
 */
export function simpleUpdate(
  terms: readonly LocalTerm[],
  { rows, columns, bond, times = [0.1, 0.03, 0.01, 0.003], steps = 60, seed = 1 }: SimpleUpdateOptions,
): NetworkPoint<TensorNetwork> {
  if (!(bond >= 1)) throw new DomainError(`simpleUpdate: a bond dimension of 1 or more required, got ${bond}`);
  const { dimensions, bonds } = neighbourTerms(terms, rows, columns);
  const stream = randomStream(seed, 'simple update');
  const plane: Plane = {
    tensors: dimensions.map((d) => ({
      shape: [1, 1, d, 1, 1],
      interleaved: Float64Array.from({ length: 2 * d }, (_, k) => (k % 2 === 0 ? stream.normal() : 0)),
    })),
    right: dimensions.map(() => Float64Array.of(1)),
    down: dimensions.map(() => Float64Array.of(1)),
  };
  for (const time of times) {
    const gates = bonds.map(({ matrix }) => coolingGate(matrix, time));
    for (let step = 0; step < steps; step++) {
      bonds.forEach(({ site, isRight }, k) => {
        cool(plane, columns, site, isRight, gates[k]!, bond);
      });
    }
  }
  return asNetwork(plane, rows, columns);
}

/** exp(−τh). */
function coolingGate(h: ComplexMatrix, time: number): ComplexMatrix {
  const { values, vectors } = hermitianEigen(h);
  const n = values.length;
  const turned = vectors.interleaved.map((x, at) => x * Math.exp(-time * values[Math.floor(at / 2) % n]!));
  return multiply({ ...vectors, interleaved: turned }, adjoint(vectors));
}

/** A gate on a site and its neighbour on the right or below. */
function cool(plane: Plane, columns: number, k: number, isRight: boolean, gate: ComplexMatrix, bond: number): void {
  const { tensors } = plane;
  const other = isRight ? k + 1 : k + columns;
  const [from, to] = isRight ? [RIGHT, LEFT] : [DOWN, UP];
  const others = (axis: number): number[] => [UP, LEFT, RIGHT, DOWN].filter((one) => one !== axis);
  const weights = isRight ? plane.right : plane.down;
  const a = permuted(weighted(plane, columns, k, others(from), 1), [...others(from), SITE, from]);
  const b = permuted(weighted(plane, columns, other, others(to), 1), [to, SITE, ...others(to)]);
  const [d, e, inner] = [a.shape[3]!, b.shape[1]!, a.shape[4]!];
  const [outerA, outerB] = [a.shape.slice(0, 3), b.shape.slice(2)];
  const first = reduced({ rows: sizeOf(outerA), cols: d * inner, interleaved: a.interleaved });
  const second = reduced(adjoint({ rows: inner * e, cols: sizeOf(outerB), interleaved: b.interleaved }));
  const [rows, cols] = [first.core.rows, second.core.rows];
  const middle = scaledColumns({ rows: rows * d, cols: inner, interleaved: first.core.interleaved }, weights[k]!);
  const pair = multiply(middle, { rows: inner, cols: e * cols, interleaved: adjoint(second.core).interleaved });
  const sites = currentEngine().permute(pair.interleaved, [rows, d, e, cols], [1, 2, 0, 3]);
  const acted = multiply(gate, { rows: d * e, cols: rows * cols, interleaved: sites }).interleaved;
  const matrix = currentEngine().permute(acted, [d, e, rows, cols], [2, 0, 1, 3]);
  const { u, values, v } = singularValueDecomposition({ rows: rows * d, cols: e * cols, interleaved: matrix });
  const count = Math.min(bond, values.filter((x) => x > NEGLIGIBLE * values[0]!).length);
  const norm = Math.sqrt(values.subarray(0, count).reduce((sum, x) => sum + x * x, 0));
  weights[k] = values.slice(0, count).map((x) => x / norm);
  const ofFirst = first.times({ rows, cols: d * count, interleaved: leadingColumns(u, count).interleaved });
  const kept = adjoint({ rows: count * e, cols, interleaved: adjoint(leadingColumns(v, count)).interleaved });
  const ofSecond = adjoint(second.times(kept));
  const left = { shape: [...outerA, d, count], interleaved: ofFirst.interleaved };
  const right = { shape: [count, e, ...outerB], interleaved: ofSecond.interleaved };
  tensors[k] = permuted(left, inverse([...others(from), SITE, from]));
  tensors[other] = permuted(right, inverse([to, SITE, ...others(to)]));
  tensors[k] = weighted(plane, columns, k, others(from), -1);
  tensors[other] = weighted(plane, columns, other, others(to), -1);
}

/** A tall matrix as Q·R, where the gate needs R alone; any other as it is. */
function reduced(matrix: ComplexMatrix): {
  readonly core: ComplexMatrix;
  readonly times: (factor: ComplexMatrix) => ComplexMatrix;
} {
  if (matrix.rows <= matrix.cols) return { core: matrix, times: (factor) => factor };
  const { q, r } = qr(matrix);
  return { core: r, times: (factor) => multiply(q, factor) };
}

/** A site's tensor times a power of the weights of its bonds at some axes. */
function weighted(plane: Plane, columns: number, k: number, axes: readonly number[], power: number): ComplexArray {
  const { shape, interleaved } = plane.tensors[k]!;
  const weightAt = (axis: number): Float64Array | undefined => {
    if (axis === RIGHT) return plane.right[k];
    if (axis === DOWN) return plane.down[k];
    return axis === LEFT ? plane.right[k - 1] : plane.down[k - columns];
  };
  const out = interleaved.slice();
  for (const axis of axes) {
    if (shape[axis] === 1) continue;
    const weight = weightAt(axis)!.map((x) => x ** power);
    const stride = 2 * sizeOf(shape.slice(axis + 1));
    for (let at = 0; at < out.length; at++) out[at] = out[at]! * weight[Math.floor(at / stride) % weight.length]!;
  }
  return { shape, interleaved: out };
}

/** The plane with the roots of all weights in the tensors on both sides. */
function asNetwork(plane: Plane, rows: number, columns: number): NetworkPoint<TensorNetwork> {
  const tensors = plane.tensors.map((_, k) => weighted(plane, columns, k, [UP, LEFT, RIGHT, DOWN], 0.5));
  const shapes = tensors.map(({ shape }, k) => {
    const [r, c] = [Math.floor(k / columns), k % columns];
    const legs = [
      r > 0 ? `v${r}.${c}` : '',
      c > 0 ? `h${r}.${c}` : '',
      `s${k}`,
      c + 1 < columns ? `h${r}.${c + 1}` : '',
      r + 1 < rows ? `v${r + 1}.${c}` : '',
    ];
    const outputs = legs.flatMap((leg, axis) => (leg === '' ? [] : [[leg, shape[axis]!] as const]));
    return { id: `T${r}.${c}`, outputs, inputs: [] };
  });
  const boundary = tensors.map((_, k) => `s${k}`);
  const theta = Float64Array.from(tensors.flatMap(({ interleaved }) => [...interleaved]));
  return { network: networkOfShapes(shapes, boundary, 'free'), theta };
}

const permuted = ({ shape, interleaved }: ComplexArray, axes: readonly number[]): ComplexArray => ({
  shape: axes.map((axis) => shape[axis]!),
  interleaved: currentEngine().permute(interleaved, shape, axes),
});

const inverse = (axes: readonly number[]): readonly number[] => axes.map((_, axis) => axes.indexOf(axis));

function scaledColumns({ rows, cols, interleaved }: ComplexMatrix, scales: Float64Array): ComplexMatrix {
  return { rows, cols, interleaved: interleaved.map((x, at) => x * scales[Math.floor(at / 2) % cols]!) };
}
