/** @file What the study has measured, and how far it is from what is known. */

import type { Critical } from './critical.ts';
import type { GappedChain } from './gapped.ts';
import type { Cooled, Moment, Quench } from './moving.ts';
import type { Options } from './options.ts';
import type { SpinChain } from './spin-one.ts';

/** All that the study has measured. */
export interface Measured {
  readonly options: Options;
  readonly critical: Critical;
  readonly gapped: readonly GappedChain[];
  readonly moving: Quench;
  readonly cooled: readonly Cooled[];
  readonly spins: readonly SpinChain[];
}

/** Largest modulus. */
export const greatest = (values: readonly number[]): number =>
  values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
/** Largest error of the magnetisation. */
export const momentError = ({ magnetisation, exact }: Moment): number =>
  greatest(magnetisation.map((z, k) => z - exact[k]!));
/** ξ − 1/ln g. */
export const lengthError = ({ g, correlationLength }: GappedChain): number => correlationLength - 1 / Math.log(g);
