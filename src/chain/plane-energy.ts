/** @file The energy of a projected entangled-pair state between boundaries, with its gradient. */

import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { addTo } from '../linalg/real-vector.ts';
import { networkTensors, pullbackTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { LocalTerm } from '../operator/local-terms.ts';
import type { Evaluation } from '../optimise/objective.ts';
import { arrangedNode, gridAxes, restoredNode } from './boundary-chain.ts';
import { type LineTerms, linesEnergy } from './line-energy.ts';
import { type NeighbourTerm, neighbourTerms } from './neighbour-terms.ts';

/** A rectangle of sites, and how far its boundaries are truncated. */
export interface PlaneEnergyOptions {
  readonly rows: number;
  readonly columns: number;
  /** χ, greatest bond dimension of a boundary. */
  readonly bond: number;
}

/** ⟨H⟩ with its gradient, and what truncation did to it. */
export interface PlaneEnergy extends Evaluation {
  /** Greatest √(weight dropped) of a boundary of norm 1; the gradient has a relative error of this size. */
  readonly error: number;
  /** Greatest difference of log ⟨ψ|ψ⟩ between rows, or columns: 0 without truncation. */
  readonly spread: number;
}

/** Most bytes of the contraction of one row. */
const MOST_BYTES = 3 * 2 ** 30;

/**
 * θ ↦ E(θ) = ⟨ψ|H|ψ⟩/⟨ψ|ψ⟩ of a projected entangled-pair state, for terms on single sites and neighbours, with its gradient. Terms along a
 * row stand between boundaries from above and below, those along a column between boundaries from the left and the
 * right, so that each acts where nothing is truncated:
 *
 *     ┌─o──o──o─┐
 *     │ A═h═A A │       ∂E/∂A of this row: environments from the left and from the right;
 *     └─o──o──o─┘       of the others: the derivative by each boundary, carried back through the rows that it absorbed
 *
 * A boundary is the best of its bond for the row and boundary above it, so its change is the projection of theirs on the tangent space
 * of chains of this bond. The gradient is exact without truncation, where χ reaches D² to the number of rows beyond the middle, and
 * else that of the value up to the first order of what is dropped.
 *
 * @param network - free tensors, as for `boundaryLogNorm`
 * @param terms - on single qubits and neighbours, site = row·columns + column
 * @throws {DomainError} another network or other terms; contractions of more than 3 GiB
 *
 * Cost O(n (χ³D⁴ + χ²D⁶d)), some 75 times χ³D⁴ in real arithmetic where the state and all terms are real.
 *
 * @see Verstraete, Murg & Cirac, Adv. Phys. 57, 143 (2008), sect. 4, for the boundaries
 * @see Vanderstraeten, Haegeman, Corboz & Verstraete, Phys. Rev. B 94, 155123 (2016), for gradients of infinite planes
 */
export function planeEnergy(
  network: TensorNetwork,
  terms: readonly LocalTerm[],
  { rows, columns, bond }: PlaneEnergyOptions,
): (theta: Float64Array) => PlaneEnergy {
  const axes = gridAxes(network, { rows, columns });
  checkMemory(network, { rows, columns, bond });
  const { bonds } = neighbourTerms(terms, rows, columns);
  const [across, down] = linesOf(bonds, rows, columns);
  return (theta) => {
    const tensors = networkTensors(network, theta).map((tensor, k) => arrangedNode(tensor, axes[k]!));
    const byRow = Array.from({ length: rows }, (_, r) => tensors.slice(r * columns, (r + 1) * columns));
    const byColumn = Array.from({ length: columns }, (_, c) => byRow.map((row) => transposed(row[c]!)));
    const horizontal = linesEnergy(byRow, across, bond);
    const vertical = linesEnergy(byColumn, down, bond);
    const cotangents = tensors.map((tensor, k) => {
      const [r, c] = [Math.floor(k / columns), k % columns];
      const sum = horizontal.cotangents[r]![c]!;
      const { shape } = transposed(tensor);
      addTo(sum, 1, transposed({ shape, interleaved: vertical.cotangents[c]![r]! }).interleaved);
      return restoredNode(sum, tensor.shape, axes[k]!);
    });
    return {
      value: horizontal.energy + vertical.energy,
      gradient: pullbackTensors(network, theta, cotangents),
      error: Math.max(horizontal.error, vertical.error),
      spread: Math.max(horizontal.spread, vertical.spread),
    };
  };
}

/** The tensor with rows and columns exchanged. */
function transposed({ shape, interleaved }: ComplexArray): ComplexArray {
  const axes = [1, 0, 2, 4, 3];
  return {
    shape: axes.map((axis) => shape[axis]!),
    interleaved: currentEngine().permute(interleaved, shape, axes),
  };
}

/** Terms along rows, and along columns. */
function linesOf(bonds: readonly NeighbourTerm[], rows: number, columns: number): readonly [LineTerms, LineTerms] {
  const lines = (count: number, length: number, isRight: boolean): LineTerms => {
    const known = new Map<string, number>();
    const matrices: Float64Array[] = [];
    const places = Array.from({ length: count }, () => new Array<number | undefined>(length).fill(undefined));
    for (const { site, matrix, ...bond } of bonds) {
      if (bond.isRight !== isRight || matrix.interleaved.every((x) => x === 0)) continue;
      const key = matrix.interleaved.join();
      const number = known.get(key) ?? matrices.push(matrix.interleaved) - 1;
      known.set(key, number);
      const [r, c] = [Math.floor(site / columns), site % columns];
      places[isRight ? r : c]![isRight ? c : r] = number;
    }
    return { places, matrices };
  };
  return [lines(rows, columns, true), lines(columns, rows, false)];
}

/** @throws {DomainError} more memory than is allowed */
function checkMemory(network: TensorNetwork, { rows, columns, bond }: PlaneEnergyOptions): void {
  const D = Math.max(...Object.values(network.dimensions));
  const chi = Math.min(bond, D ** Math.max(rows, columns));
  const bytes = 400 * Math.max(rows, columns) * chi ** 2 * D ** 4;
  if (bytes <= MOST_BYTES) return;
  const gib = (count: number): string => (count / 2 ** 30).toFixed(1);
  throw new DomainError(
    `planeEnergy: contractions of at most ${gib(MOST_BYTES)} GiB required, got ${gib(bytes)} GiB for boundaries of bond ${bond} around tensors of bond ${D}`,
  );
}
