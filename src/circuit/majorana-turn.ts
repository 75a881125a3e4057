/** @file Turns of two Majorana operators: what a gate of free fermions does to the covariance, and which gate it is. */

import { pairWord } from '../gaussian/jordan-wigner.ts';
import { place } from '../operator/pauli.ts';
import type { Rotation } from './circuit.ts';

/** Rotations by less than this, in radians, are left out. */
export const IDLE = 1e-15;

/** A rotation γ_a → cos φ γ_a + sin φ γ_b, γ_b → cos φ γ_b − sin φ γ_a of two Majorana operators a < b. */
export interface Turn {
  readonly a: number;
  readonly b: number;
  readonly angle: number;
}

/**
 * PγP = ±γ for a product P of Majorana operators: of k operators, the others change sign k times, those in it once
 * less.
 */
export function flipSigns(gamma: Float64Array, size: number, indices: readonly number[]): void {
  const inside = new Set(indices);
  const sign = (a: number): number => ((indices.length - Number(inside.has(a))) % 2 === 0 ? 1 : -1);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) gamma[a * size + b] = sign(a) * sign(b) * gamma[a * size + b]! + 0;
  }
}

/** Γ ← GΓGᵀ of a turn. */
export function turnBoth(gamma: Float64Array, size: number, { a, b, angle }: Turn): void {
  rotateRows(gamma, size, a, b, angle);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < size; i++) {
    const [x, y] = [gamma[i * size + a]!, gamma[i * size + b]!];
    gamma[i * size + a] = cos * x + sin * y;
    gamma[i * size + b] = cos * y - sin * x;
  }
}

/** Rows (a, b) ← (cos·a + sin·b, cos·b − sin·a). */
export function rotateRows(m: Float64Array, width: number, a: number, b: number, angle: number): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = a * width, j = b * width; i < (a + 1) * width; i++, j++) {
    const [x, y] = [m[i]!, m[j]!];
    m[i] = cos * x + sin * y;
    m[j] = cos * y - sin * x;
  }
}

/** The turns in reverse order, each undone. */
export const undone = (turns: readonly Turn[]): readonly Turn[] =>
  turns.toReversed().map((turn) => ({ ...turn, angle: -turn.angle }));

/** exp(−iaP/2) with P = sign·iγ_aγ_b turns γ_a towards γ_b by sign·a. */
export function gateOf({ a, b, angle }: Turn, n: number): readonly Rotation[] {
  const { word, sign } = pairWord(a, b, n);
  return Math.abs(angle) <= IDLE ? [] : [{ word, angle: sign * angle }];
}

/** X at the last qubit: it changes the sign of the last Majorana operator alone. */
export const parityFlip = (n: number): Rotation => ({ word: place(n, { [n - 1]: 'X' }), angle: Math.PI });
