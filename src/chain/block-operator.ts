/**
 * @file Effective Hamiltonians whose terms reach no farther than to neighbours: all of H on the left of a bond acts as one matrix, all
 * of H on its right as another.
 */

import { contractGraded, runGraded } from '../grading/graded-contraction.ts';
import type { GradedLeg } from '../grading/graded-leg.ts';
import { gradedSum, type SumTerm } from '../grading/graded-sum.ts';
import {
  conjugateTensor,
  type GradedShape,
  type GradedTensor,
  gradedShape,
  realTensor,
  scaledTensor,
} from '../grading/graded-tensor.ts';
import { type EffectiveOperator, effectiveOperator } from './effective-operator.ts';
import type { NeighbourParts } from './neighbour-parts.ts';

/**
 * The terms of H on the left of a site and at it, axes (bra bond, output, ket bond, input):
 *
 *     ┌──a
 *     │     s
 *     L──u──W       terms that have ended
 *     │     S
 *     └──x
 */
export const leftBlock = (left: GradedTensor, { ended }: NeighbourParts): GradedTensor =>
  contractGraded(['xua', 'uSs'], [left, ended], 'xSas');

/** The terms of H at a site and on its right, axes (input, ket bond, output, bra bond). */
export const rightBlock = (right: GradedTensor, { started }: NeighbourParts): GradedTensor =>
  contractGraded(['tTw', 'wby'], [started, right], 'Tbty');

/** The terms of H between two neighbours, axes (output, output, input, input); null if there are none. */
export const betweenNeighbours = (first: NeighbourParts, second: NeighbourParts): GradedTensor | null =>
  first.opened && second.closed && contractGraded(['Ssv', 'vtT'], [first.opened, second.closed], 'StsT');

/**
 * The effective Hamiltonian of a pair of sites, Λ ⊗ 1 + 1 ⊗ P + h, of the blocks on both sides and the terms between them: two products
 * of (χd) × (χd) matrices, whatever the bond dimension of H.
 *
 * @see White, Phys. Rev. B 48, 10345 (1993)
 */
export function pairOfBlocks(
  pair: GradedTensor,
  left: GradedTensor,
  right: GradedTensor,
  between: GradedTensor | null,
): EffectiveOperator {
  const terms = [
    { tensors: [0, 1], legs: ['asTb', 'xSas'], output: 'xSTb' },
    { tensors: [0, 2], legs: ['asTb', 'Tbty'], output: 'asty' },
    { tensors: [0, 3], legs: ['asTb', 'StsT'], output: 'aStb' },
  ];
  return effectiveSum(pair, between ? [left, right, between] : [left, right], terms.slice(0, between ? 3 : 2));
}

/** The effective Hamiltonian of one site, Λ + P − h, where both blocks have the terms h of the site. */
export function siteOfBlocks(
  site: GradedTensor,
  left: GradedTensor,
  right: GradedTensor,
  { own }: NeighbourParts,
): EffectiveOperator {
  return effectiveSum(
    site,
    [left, right, scaledTensor(own, -1)],
    [
      { tensors: [0, 1], legs: ['asb', 'xSas'], output: 'xSb' },
      { tensors: [0, 2], legs: ['asb', 'sbty'], output: 'aty' },
      { tensors: [0, 3], legs: ['asb', 'Ss'], output: 'aSb' },
    ],
  );
}

function effectiveSum(
  tensor: GradedTensor,
  operators: readonly GradedTensor[],
  terms: readonly SumTerm[],
): EffectiveOperator {
  const shapes = [tensor, ...operators].map(({ shape }) => shape);
  return effectiveOperator(gradedSum(terms, shapes, tensor.shape), tensor, operators);
}

/**
 * L of one more site, as `grownLeft`: of terms that have ended the block between the tensors, of terms that have begun their letter, and
 * the identity where none has, since the tensors are isometries.
 */
export function grownLeftBlock(block: GradedTensor, tensor: GradedTensor, parts: NeighbourParts): GradedTensor {
  const { started, opened, right } = parts;
  const bond = tensor.shape.legs[2]!;
  const shape = gradedShape([bond, started.shape.legs[2]!, bond], [1, -1, -1], tensor.shape.modulus);
  const one = identityTensor(bond, tensor.shape.modulus);
  const tensors = [tensor, conjugateTensor(tensor), block, one, ...(opened ? [opened] : [])];
  const terms = [
    { tensors: [0, 2, 1], legs: ['asb', 'xSas', 'xSy'], output: 'yb', part: { axis: 1, values: [right.done] } },
    { tensors: [3], legs: ['yb'], output: 'yb', part: { axis: 1, values: [right.start] } },
    { tensors: [0, 4, 1], legs: ['asb', 'Ssv', 'aSy'], output: 'yvb', part: { axis: 1, values: right.open } },
  ];
  return sumOf(terms.slice(0, opened ? 3 : 2), tensors, shape);
}

/** R of one more site, as `grownRight`. */
export function grownRightBlock(block: GradedTensor, tensor: GradedTensor, parts: NeighbourParts): GradedTensor {
  const { ended, closed, left } = parts;
  const bond = tensor.shape.legs[0]!;
  const shape = gradedShape([ended.shape.legs[0]!, bond, bond], [1, 1, -1], tensor.shape.modulus);
  const one = identityTensor(bond, tensor.shape.modulus);
  const tensors = [tensor, conjugateTensor(tensor), block, one, ...(closed ? [closed] : [])];
  const terms = [
    { tensors: [0, 2, 1], legs: ['aTb', 'Tbty', 'xty'], output: 'ax', part: { axis: 0, values: [left.start] } },
    { tensors: [3], legs: ['ax'], output: 'ax', part: { axis: 0, values: [left.done] } },
    { tensors: [0, 4, 1], legs: ['asb', 'uSs', 'xSb'], output: 'uax', part: { axis: 0, values: left.open } },
  ];
  return sumOf(terms.slice(0, closed ? 3 : 2), tensors, shape);
}

function sumOf(terms: readonly SumTerm[], tensors: readonly GradedTensor[], shape: GradedShape): GradedTensor {
  return runGraded(
    gradedSum(
      terms,
      tensors.map((tensor) => tensor.shape),
      shape,
    ),
    tensors,
  );
}

function identityTensor(leg: GradedLeg, modulus: number): GradedTensor {
  const shape = gradedShape([leg, leg], [1, -1], modulus);
  const numbers = new Float64Array(shape.size);
  for (const { shape: extents, start } of shape.blocks) {
    const [size] = extents as [number, number];
    for (let i = 0; i < size; i++) numbers[start + i * (size + 1)] = 1;
  }
  return realTensor(shape, numbers);
}
