/** @file The classical Ising model on a rectangle as a projected entangled-pair state of bond 2. */

import type { ComplexArray } from '../linalg/complex.ts';
import { networkOfShapes } from '../network/network-of-shapes.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';

/** A rectangle of spins, with free edges or fixed spins + all around it. */
export interface IsingPlane {
  readonly rows: number;
  readonly columns: number;
  /** β, in units of the coupling. */
  readonly beta: number;
  readonly edges?: 'free' | 'plus';
}

/**
 * The state ψ(s) = exp(½ β Σ_⟨ij⟩ s_i s_j), whose squared norm is the partition function Z(β): expectation values of Z letters
 * are those of the classical model, s = +1 for |0⟩.
 *
 *     e^{βss′/2} = Σ_k V_sk V_s′k,   V = (√cosh ½β, ±√sinh ½β),   A_{s;uldr} = V_su V_sl V_sd V_sr
 *
 * With `edges: 'plus'` every spin at the rim has a fixed neighbour for each bond that it lacks.
 *
 * @see Verstraete, Wolf, Perez-Garcia & Cirac, Phys. Rev. Lett. 96, 220601 (2006)
 */
export function isingPlane({ rows, columns, beta, edges = 'free' }: IsingPlane): NetworkPoint<TensorNetwork> {
  const [even, odd] = [Math.sqrt(Math.cosh(beta / 2)), Math.sqrt(Math.sinh(beta / 2))];
  const V = (s: number, k: number): number => (k === 0 ? even : s === 0 ? odd : -odd);
  const tensors: ComplexArray[] = [];
  const shapes = Array.from({ length: rows * columns }, (_, k) => {
    const [r, c] = [Math.floor(k / columns), k % columns];
    const bonds: [string, number][] = [];
    if (r > 0) bonds.push([`v${r}.${c}`, 2]);
    if (c > 0) bonds.push([`h${r}.${c}`, 2]);
    if (c + 1 < columns) bonds.push([`h${r}.${c + 1}`, 2]);
    if (r + 1 < rows) bonds.push([`v${r + 1}.${c}`, 2]);
    const fixed = edges === 'plus' ? 4 - bonds.length : 0;
    const shape = [2, ...bonds.map(() => 2)];
    const interleaved = new Float64Array(2 * 2 ** shape.length);
    for (let at = 0; at < 2 ** shape.length; at++) {
      const s = at >> bonds.length;
      let product = Math.exp((fixed * beta * (1 - 2 * s)) / 2);
      for (let b = 0; b < bonds.length; b++) product *= V(s, (at >> (bonds.length - 1 - b)) & 1);
      interleaved[2 * at] = product;
    }
    tensors.push({ shape, interleaved });
    return { id: `A${k}`, outputs: [[`s${k}`, 2] as const, ...bonds], inputs: [] };
  });
  const network = networkOfShapes(
    shapes,
    shapes.map((_, k) => `s${k}`),
    'free',
  );
  const theta = new Float64Array(network.parameters);
  let offset = 0;
  for (const { interleaved } of tensors) {
    theta.set(interleaved, offset);
    offset += interleaved.length;
  }
  return { network, theta };
}
