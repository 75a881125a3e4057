/** @file All that the study has measured. */

import type { Certified, IsingFound } from './chains.ts';
import type { CircuitFound } from './circuit.ts';
import type { Options } from './options.ts';

export interface Measured {
  readonly options: Options;
  readonly ising: IsingFound;
  readonly others: readonly Certified[];
  /** The control: the XX chain without its symmetry. */
  readonly random: Certified;
  readonly circuit: CircuitFound;
}
