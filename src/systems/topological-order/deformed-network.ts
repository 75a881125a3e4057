/** @file The deformed toric code as a projected entangled-pair state. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import type { NetworkNode, TensorNetwork } from '../../network/tensor-network.ts';
import type { NetworkPoint } from '../../network-point.ts';

const LARGEST = 64;

/**
 * The deformed toric code on an open rectangle of vertices, a tensor of bonds 2 for each vertex:
 *
 *     ●──●──●     a vertex sends its spin θ to the right and down, and holds as its site the
 *     │  │  │     edges to the left and above: |(1 − θθ′)/2⟩ with the weight e^{βθθ′/2} each.
 *     ●──●──●
 *
 * ⟨ψ|ψ⟩ = 2 Σ_θ e^{β Σ θθ′}: twice the Ising sum with open boundaries.
 *
 * @param tension - β
 * @throws {ShapeError} fewer than two rows or columns, or more than 64
 * @throws {DomainError} a tension that is no finite number
 *
 * @see Castelnovo & Chamon, arXiv:0707.2084; Verstraete, Wolf, Perez-Garcia & Cirac, quant-ph/0601075, for the network
 */
export function deformedToricNetwork(rows: number, columns: number, tension: number): NetworkPoint<TensorNetwork> {
  for (const [name, count] of [['rows', rows] as const, ['columns', columns] as const]) {
    if (!(Number.isInteger(count) && count >= 2 && count <= LARGEST)) {
      throw new ShapeError(`deformedToricNetwork: from 2 to ${LARGEST} ${name} required, got ${count}`);
    }
  }
  if (!Number.isFinite(tension)) {
    throw new DomainError(`deformedToricNetwork: a finite tension required, got ${tension}`);
  }
  const dimensions: Record<Leg, number> = {};
  const theta: number[] = [];
  const nodes = Array.from({ length: rows * columns }, (_, k): NetworkNode => {
    const [row, column] = [Math.floor(k / columns), k % columns];
    const earlier = [...(column > 0 ? [`right ${k - 1}`] : []), ...(row > 0 ? [`down ${k - columns}`] : [])];
    const later = [...(column < columns - 1 ? [`right ${k}`] : []), ...(row < rows - 1 ? [`down ${k}`] : [])];
    for (const leg of later) dimensions[leg] = 2;
    dimensions[`site ${k}`] = 2 ** earlier.length;
    const offset = theta.length;
    theta.push(...vertexTensor(earlier.length, later.length, tension));
    return { id: `${row},${column}`, legs: [...earlier, `site ${k}`, ...later], tensor: { kind: 'free', offset } };
  });
  const boundary = nodes.map((_, k) => `site ${k}`);
  const network: TensorNetwork = {
    kind: 'network',
    parameters: theta.length,
    dimensions,
    nodes,
    boundary,
    bulk: [],
    environment: [],
  };
  return { network, theta: Float64Array.from(theta) };
}

/** Axes: earlier spins, their edges as one site, copies of the own spin. */
function vertexTensor(earlier: number, later: number, tension: number): Float64Array {
  const entries = new Float64Array(2 * 4 ** earlier * 2 ** later);
  const copies = 2 ** later - 1;
  for (let spin = 0; spin < 2; spin++) {
    for (let spins = 0; spins < 2 ** earlier; spins++) {
      const unlike = spin === 0 ? spins : spins ^ (2 ** earlier - 1);
      const turned = (unlike & 1) + (unlike >> 1);
      const at = (spins * 2 ** earlier + unlike) * 2 ** later + spin * copies;
      entries[2 * at] = entries[2 * at]! + Math.exp((tension * (earlier - 2 * turned)) / 2);
    }
  }
  return entries;
}
