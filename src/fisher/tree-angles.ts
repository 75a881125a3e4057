/** @file Angles between neighbouring tensors of a tree, from the tensors alone: no state, no Fisher matrix. */

import type { Leg } from '../contraction/contraction-graph.ts';
import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';
import { type ComplexMatrix, entry, sizeOf } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import { balancedGauge } from '../network/balanced-gauge.ts';
import { networkTensors, shapeOf } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { type Bond, bondGrams, bondsOf } from '../network/tree-messages.ts';
import type { Radians } from '../units.ts';
import { angleOfSquares } from './tangent-angle.ts';

/**
 * `tangentAngle` between the two tensors of every bond, in the gauge in which both carry the bond's Schmidt values λ in
 * equal shares. There the derivatives with respect to the entries of a tensor A have the Gram matrix ⊗_legs G,
 * G = diag(λ) on bonds and 1 on sites, and those of its neighbour B overlap with them in
 *
 *     ⟨∂_{A,e}ψ|∂_{B,f}ψ⟩ = (G′A)[e_rest, f_bond] · conj (G′B)[e_bond, f_rest],
 *
 * G′ without the bond; the part along ψ is subtracted. Two sites with r and r′ states that share the values λ alone
 * have
 *
 *     cos² d = c/√((r + k)(r′ + k)),    c = (Σλ)² + k,    k = (Σλ³)² − 2Σλ⁴:
 *
 * without the part along ψ the numerator is exp S_½, with the Rényi entropy of the bond. The more entangled, the
 * nearer.
 *
 * @param network - a tree of free tensors and isometries
 * @returns by bond; null where a tensor moves no state
 * @throws {DomainError} the network has a cycle, or constant tensors
 *
 * Cost O(n χ^{z+1}), z bonds at a tensor, for any number of sites.
 */
export function treeAngles(network: TensorNetwork, theta: Float64Array): Readonly<Record<Leg, Radians | null>> {
  const free = network.nodes.map((node) => {
    if (!('offset' in node.tensor)) throw new DomainError(`treeAngles: free tensors required, got ${node.tensor.kind}`);
    return { ...node, tensor: { kind: 'free' as const, offset: node.tensor.offset } };
  });
  const balanced = balancedGauge({ ...network, nodes: free }, theta, 0);
  const { dimensions, nodes } = balanced.network;
  const tensors = networkTensors(balanced.network, balanced.theta);
  const bonds = bondsOf(balanced.network);
  const values = schmidtValues(balanced.network, balanced.theta);
  /** ⊗G or ⊗G^power A over all legs but one. */
  const weighted = (node: number, power: number, but?: Leg): Float64Array => {
    const { legs } = nodes[node]!;
    const shape = shapeOf(nodes[node]!, dimensions);
    return legs.reduce((array, leg, axis) => {
      const lambda = leg === but ? undefined : values[leg];
      if (lambda === undefined) return array;
      const stride = 2 * sizeOf(shape.slice(axis + 1));
      return array.map((x, k) => x * lambda[Math.floor(k / stride) % shape[axis]!]! ** power);
    }, tensors[node]!.interleaved);
  };
  const own = nodes.map(({ legs }, node) => {
    // ‖⊗G‖² = Π Σλ² · Π site dimensions, and A†G³A, A†G²A.
    const whole = legs.reduce((product, leg) => product * traceOfSquare(values[leg], dimensions[leg]!), 1);
    const [cubed, squared] = [square(weighted(node, 1.5)), square(weighted(node, 1))];
    return { square: whole - 2 * cubed + squared ** 2, along: squared };
  });
  const grams = (bond: Bond): readonly ComplexMatrix[] =>
    bond.nodes.map((node) => {
      const shape = shapeOf(nodes[node]!, dimensions);
      const axis = nodes[node]!.legs.indexOf(bond.leg);
      const order = [axis, ...shape.keys()].filter((k, place) => place === 0 || k !== axis);
      const interleaved = currentEngine().permute(weighted(node, 1, bond.leg), shape, order);
      const rows = { rows: shape[axis]!, cols: sizeOf(shape) / shape[axis]!, interleaved };
      return multiply(rows, rows, { adjointB: true });
    });
  return Object.fromEntries(
    bonds.map((bond) => {
      const [a, b] = bond.nodes;
      const [first, second] = grams(bond) as [ComplexMatrix, ComplexMatrix];
      const lambda = values[bond.leg]!;
      const trace = (matrix: ComplexMatrix): number => lambda.reduce((sum, _, k) => sum + entry(matrix, k, k)[0], 0);
      let mixed = 0; // v_a†·C·v_b
      lambda.forEach((x, e) => {
        lambda.forEach((y, f) => {
          const [p, q] = [entry(first, e, f), entry(second, e, f)];
          mixed += x * y * (p[0] * q[0] - p[1] * q[1]);
        });
      });
      const across = trace(first) * trace(second) - 2 * mixed + own[a]!.along * own[b]!.along;
      return [bond.leg, angleOfSquares(across, own[a]!.square, own[b]!.square)];
    }),
  );
}

/** Schmidt values of every bond of a network in balanced gauge: the diagonals of its Gram matrices. */
function schmidtValues(network: TensorNetwork, theta: Float64Array): Readonly<Record<Leg, Float64Array>> {
  return Object.fromEntries(
    bondGrams(network, theta).grams.map(({ bond, sides }) => {
      const diagonal = Float64Array.from({ length: sides[0].rows }, (_, k) => Math.max(0, entry(sides[0], k, k)[0]));
      const norm = Math.sqrt(diagonal.reduce((sum, x) => sum + x * x, 0));
      return [bond.leg, diagonal.map((x) => x / norm)];
    }),
  );
}

const square = (array: Float64Array): number => array.reduce((sum, x) => sum + x * x, 0);

/** Tr G²: of diag(λ) on a bond, of 1 on a site. */
function traceOfSquare(lambda: Float64Array | undefined, dimension: number): number {
  return lambda === undefined ? dimension : square(lambda);
}
