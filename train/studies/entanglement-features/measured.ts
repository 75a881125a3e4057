/** @file What the study has measured. */

import type { NetworkFit, Planted } from './fits.ts';
import type { Options } from './options.ts';
import type { OwnFits } from './own-state.ts';

/** All that is shown. */
export interface Measured {
  readonly options: Options;
  readonly gaps: readonly NetworkFit[];
  readonly others: readonly NetworkFit[];
  readonly single: NetworkFit;
  readonly planted: Planted;
  readonly own: OwnFits | null;
}

/** J of a coupling by its name. */
export const coupling = ({ parameters, couplings }: NetworkFit, name: string): number =>
  couplings[parameters.indexOf(name)]!;
