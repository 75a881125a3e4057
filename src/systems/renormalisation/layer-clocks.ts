/** @file The direction of time in a bulk: how fast the sites of each layer forget, in imaginary time. */

import { DomainError } from '../../errors.ts';
import { frameOf, majoranaForm } from '../../gaussian/majorana-form.ts';
import { checkQuadratic, type QuadraticHamiltonian } from '../../gaussian/quadratic-hamiltonian.ts';
import { multiplyReal } from '../../linalg/real-product.ts';
import { componentsOf } from './exact-holographic-mapping.ts';
import { type BulkTransform, checkTransform } from './wavelet-transform.ts';

/** How a site of a layer remembers itself. */
export interface LayerClock {
  readonly layer: number;
  /** G(τ) at the times that were asked for; 1 at τ = 0. */
  readonly correlations: readonly number[];
}

/**
 * The correlation of a bulk site with itself over an imaginary time, in the ground state,
 *
 *     G_ℓ(τ) = (1/2k) Σ_a ⟨γ_a(−iτ) γ_a⟩ = Σ_j w_j e^{−ε_j τ},    Σ_j w_j = 1,
 *
 * over the 2k Majorana operators of the site at place 0. In a massless chain G_ℓ(τ) = g(τ/2^ℓ) between the ends: clocks go
 * slower by two from layer to layer, as in anti-de Sitter space, and each G falls as τ^{−(2K+1)} with K vanishing moments.
 * With a mass the times end at 1/m.
 *
 * @param hamiltonian - of fermions; modes numbered by site, then component
 * @param times - τ ≥ 0, in units of the inverse energy
 * @throws {DomainError} bosons, times that are negative or not finite
 * @throws {ShapeError | DomainError} a malformed Hamiltonian or transform, modes that are not a multiple of the sites
 *
 * O(n³), as the ground state.
 *
 * @see Qi, arXiv:1309.6282 (2013)
 */
export function layerClocks(
  hamiltonian: QuadraticHamiltonian,
  transform: BulkTransform,
  times: readonly number[],
): readonly LayerClock[] {
  checkQuadratic('layerClocks', hamiltonian);
  checkTransform('layerClocks', transform);
  if (hamiltonian.statistics !== 'fermion') throw new DomainError('layerClocks: fermions required, got bosons');
  const wrong = times.find((time) => !(time >= 0 && time < Infinity));
  if (wrong !== undefined) throw new DomainError(`layerClocks: finite times τ ≥ 0 required, got ${wrong}`);
  const components = componentsOf('layerClocks', hamiltonian.modes, transform, 1);
  const form = majoranaForm(hamiltonian.matrix);
  const frame = frameOf(form);
  const { matrix, labels } = transform;
  const depth = Math.max(...labels.map(({ layer }) => layer));
  return Array.from({ length: depth }, (_, k): LayerClock => {
    const rows = labels.flatMap(({ layer, place }, row) => (layer === k + 1 && place === 0 ? [row] : []));
    // The Majorana operators of the site, one in a row.
    const operators = rows.flatMap((row) =>
      Array.from({ length: 2 * components }, (_, a) => {
        const operator = new Float64Array(frame.rows);
        for (let site = 0; site < matrix.cols; site++) {
          operator[2 * components * site + a] = matrix.data[row * matrix.cols + site]!;
        }
        return operator;
      }),
    );
    const data = Float64Array.from(operators.flatMap((operator) => [...operator]));
    const amplitudes = multiplyReal({ rows: operators.length, cols: frame.rows, data }, frame).data;
    const weights = form.values.map(() => 0);
    amplitudes.forEach((amplitude, at) => {
      const mode = (at % frame.cols) >> 1;
      weights[mode] = weights[mode]! + amplitude ** 2 / operators.length;
    });
    const correlation = (time: number): number =>
      weights.reduce((sum, weight, j) => sum + weight * Math.exp(-form.values[j]! * time), 0);
    return { layer: k + 1, correlations: times.map(correlation) };
  });
}
