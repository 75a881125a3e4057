/** @file What many arguments of an engine have in common: counts, states and operators. */

import { DomainError, ShapeError } from '../errors.ts';
import { parity } from './bits.ts';
import type { BitOperator } from './kernels.ts';

type Amplitudes = Float64Array | Float32Array;

export const isCount = (x: number): boolean => Number.isInteger(x) && x >= 0;

/** @returns the number of amplitudes, 2ⁿ */
export function checkState(caller: string, state: Amplitudes): number {
  const size = state.length / 2;
  if (!(size >= 1 && size <= 2 ** 30 && (size & (size - 1)) === 0 && Number.isInteger(size))) {
    throw new ShapeError(`${caller}: 2ⁿ amplitudes required, got ${size}`);
  }
  return size;
}

export function checkStates(caller: string, state: Amplitudes, other: Amplitudes): number {
  if (state.length !== other.length) {
    throw new ShapeError(
      `${caller}: two states of equal length required, got ${state.length / 2} and ${other.length / 2}`,
    );
  }
  return checkState(caller, state);
}

export function checkOperator(caller: string, size: number, { flip, sign, quarterTurns }: BitOperator): void {
  if (!(flip >= 0 && flip < size && sign >= 0 && sign < size && Number.isInteger(flip) && Number.isInteger(sign))) {
    throw new ShapeError(`${caller}: bits below ${Math.log2(size)} required, got flip ${flip} and sign ${sign}`);
  }
  if (parity(flip & sign) !== (quarterTurns & 1)) {
    throw new DomainError(`${caller}: an operator that squares to one required, got ${quarterTurns} quarter turns`);
  }
}
