/** @file Spins 0, ½, 1, …: what is one, and which three can be coupled to spin 0. */

import { DomainError } from '../../errors.ts';

/** A spin j = 0, ½, 1, …; its representation of SU(2) has dimension 2j + 1. */
export type Spin = number;

/** Dimension 2j + 1 of the representation of spin j; its basis vectors are m = j, j − 1, …, −j. */
export const spinDimension = (j: Spin): number => 2 * j + 1;

/** Whether spins j₁, j₂, j₃ can be coupled to spin 0: |j₁ − j₂| ≤ j₃ ≤ j₁ + j₂, and the sum is whole. */
export const isTriad = (j1: Spin, j2: Spin, j3: Spin): boolean =>
  Number.isInteger(j1 + j2 + j3) && j3 <= j1 + j2 && j1 <= j2 + j3 && j2 <= j3 + j1;

/** Spins that j₁ and j₂ can be coupled to: |j₁ − j₂|, …, j₁ + j₂ in steps of 1. */
export function coupledSpins(j1: Spin, j2: Spin): readonly Spin[] {
  const least = Math.abs(j1 - j2);
  return Array.from({ length: j1 + j2 - least + 1 }, (_, k) => least + k);
}

/** (−1)^k for a whole k of either sign. */
export const parity = (k: number): 1 | -1 => (k % 2 === 0 ? 1 : -1);

/** @throws {DomainError} a number is not one of 0, ½, 1, … up to `most` */
export function checkSpins(caller: string, spins: readonly Spin[], most = 1000): void {
  const wrong = spins.filter((j) => !(Number.isInteger(2 * j) && j >= 0 && j <= most));
  if (wrong.length > 0) {
    throw new DomainError(`${caller}: spins 0, 1/2, 1, … up to ${most} required, got ${wrong.join(', ')}`);
  }
}
