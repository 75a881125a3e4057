/**
 * @file A Hamiltonian seen from one or two sites of a chain, with all other tensors fixed: the operator that ground-state
 * searches and time evolution apply.
 */

import type { ProductSpace } from '../engine/product-program.ts';
import {
  contractGraded,
  type GradedContraction,
  gradedContraction,
  repeatGraded,
} from '../grading/graded-contraction.ts';
import { chargeModulo, type GradedLeg, gradedLeg } from '../grading/graded-leg.ts';
import { conjugateTensor, type GradedTensor, gradedOf, gradedShape, realTensor } from '../grading/graded-tensor.ts';
import type { ChargedOperator } from './matrix-product-operator.ts';

/** Tensors of the operator, axes (left bond, output, input, right bond), signs (+, +, −, −). */
export function gradedOperator({
  tensors,
  bondCharges,
  siteCharges,
  modulus,
}: ChargedOperator): readonly GradedTensor[] {
  return tensors.map((tensor, k) => {
    const site = gradedLeg(siteCharges[k]!);
    const bond = (at: number): GradedLeg => gradedLeg(bondCharges[at]!.map((charge) => chargeModulo(charge, modulus)));
    const legs = [bond(k), site, site, bond(k + 1)];
    return gradedOf(tensor, gradedShape(legs, [1, 1, -1, -1], modulus), 'matrix-product operator');
  });
}

/** Environment of no sites on the left, axes (bra bond, operator bond, ket bond), signs (+, −, −). */
export const leftEdge = (modulus: number): GradedTensor => edge(0, [1, -1, -1], modulus);

/** Environment of no sites on the right of a state of the given charge, axes (operator bond, ket bond, bra bond), signs (+, +, −). */
export const rightEdge = (sector: number, modulus: number): GradedTensor => edge(sector, [1, 1, -1], modulus);

function edge(sector: number, signs: readonly number[], modulus: number): GradedTensor {
  const [outer, none] = [gradedLeg([sector]), gradedLeg([0])];
  const legs = signs[1] === -1 ? [outer, none, outer] : [none, outer, outer];
  return realTensor(gradedShape(legs, signs, modulus), Float64Array.of(1));
}

/**
 * L of one more site: L'(bra, operator, ket) = Σ L · A · W · Ā.
 *
 *     ┌──a──A──b     ket
 *     │     s
 *     L──u──W──v     Hamiltonian
 *     │     S
 *     └──x──Ā──y     bra; result, axes (y, v, b)
 */
export const grownLeft = (left: GradedTensor, tensor: GradedTensor, operator: GradedTensor): GradedTensor =>
  contractGraded(['xua', 'asb', 'uSsv', 'xSy'], [left, tensor, operator, conjugateTensor(tensor)], 'yvb');

/**
 * R of one more site: R'(operator, ket, bra) = Σ A · W · Ā · R.
 *
 *     a──A──b──┐     ket
 *        s     │
 *     u──W──v──R     Hamiltonian
 *        S     │
 *     x──Ā──y──┘     bra; result, axes (u, a, x)
 */
export const grownRight = (right: GradedTensor, tensor: GradedTensor, operator: GradedTensor): GradedTensor =>
  contractGraded(['vby', 'asb', 'uSsv', 'xSy'], [right, tensor, operator, conjugateTensor(tensor)], 'uax');

/** An effective Hamiltonian on the entries of a tensor. */
export interface EffectiveOperator {
  /** The tensor that it was made for. */
  readonly tensor: GradedTensor;
  /** Lends the operator, its environments in the engine's memory; on real numbers where all is real, unless `isComplex`. */
  readonly repeat: <Result>(work: (space: ProductSpace) => Result, isComplex?: boolean) => Result;
}

/**
 * The effective Hamiltonian of a pair of sites, matrix-free: (L · W · W · R) applied to the pair.
 *
 *     ┌──a──[  pair  ]──b──┐     ket
 *     │       s    T       │
 *     L──u────W──v─W────w──R     Hamiltonian
 *     │       S    t       │
 *     └──x              y──┘     result, axes (x, S, t, y)
 */
export function pairOperator(
  pair: GradedTensor,
  operators: readonly [left: GradedTensor, first: GradedTensor, second: GradedTensor, right: GradedTensor],
): EffectiveOperator {
  return effective(pair, operators, ['asTb', 'xua', 'uSsv', 'vtTw', 'wby'], 'xSty');
}

/** The effective Hamiltonian of one site, L · W · R. */
export function siteOperator(
  site: GradedTensor,
  operators: readonly [left: GradedTensor, operator: GradedTensor, right: GradedTensor],
): EffectiveOperator {
  return effective(site, operators, ['asb', 'xua', 'uSsv', 'vby'], 'xSy');
}

function effective(
  tensor: GradedTensor,
  operators: readonly GradedTensor[],
  legs: readonly string[],
  output: string,
): EffectiveOperator {
  const shapes = [tensor, ...operators].map(({ shape }) => shape);
  return effectiveOperator(gradedContraction(legs, shapes, output), tensor, operators);
}

/** The operator that a contraction is, whose first tensor is the one it acts on. */
export const effectiveOperator = (
  contraction: GradedContraction,
  tensor: GradedTensor,
  operators: readonly GradedTensor[],
): EffectiveOperator => ({
  tensor,
  repeat: (work, isComplex) => repeatGraded(contraction, [tensor, ...operators], work, isComplex),
});

/** Two neighbouring tensors as one, axes (left bond, site, site, right bond). */
export const mergedPair = (a: GradedTensor, b: GradedTensor): GradedTensor =>
  contractGraded(['asc', 'ctb'], [a, b], 'astb');
