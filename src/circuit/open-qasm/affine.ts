/** @file Angles that depend on the parameters of a circuit as its rotations may: constants plus multiples. */

import type { Angle } from '../circuit.ts';

/** constant + Σ_k scale_k · θ_k. */
export interface Affine {
  readonly constant: number;
  /** Scales by the number of their parameter, none of them 0. */
  readonly scales: ReadonlyMap<number, number>;
}

const NONE: ReadonlyMap<number, number> = new Map();

/** A number without parameters. */
export const constantOf = (constant: number): Affine => ({ constant, scales: NONE });

/** The parameter with this number. */
export const parameterOf = (parameter: number): Affine => ({ constant: 0, scales: new Map([[parameter, 1]]) });

export const isConstant = ({ scales }: Affine): boolean => scales.size === 0;

/** a + factor · b. */
export function plus(a: Affine, b: Affine, factor = 1): Affine {
  const constant = a.constant + factor * b.constant;
  if (isConstant(b)) return { constant, scales: a.scales };
  const scales = new Map(a.scales);
  for (const [parameter, scale] of b.scales) {
    const sum = (scales.get(parameter) ?? 0) + factor * scale;
    if (sum === 0) scales.delete(parameter);
    else scales.set(parameter, sum);
  }
  return { constant, scales };
}

/** factor · a. */
export function times(a: Affine, factor: number): Affine {
  if (isConstant(a)) return constantOf(factor * a.constant);
  return plus(constantOf(0), a, factor);
}

export const isZero = (a: Affine): boolean => a.constant === 0 && isConstant(a);

/** Angles whose sum it is: the constant, if it is not 0, and one for each parameter. */
export function anglesOf({ constant, scales }: Affine): readonly Angle[] {
  const parts = [...scales].map(([parameter, scale]) => (scale === 1 ? { parameter } : { parameter, scale }));
  return constant === 0 ? parts : [constant, ...parts];
}
