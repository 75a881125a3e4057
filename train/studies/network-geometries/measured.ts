/** @file What the study has measured. */

import type { FamilyGeometry, RandomStates } from './families.ts';
import type { Comparison } from './information-geometry.ts';
import type { OptimisedMera } from './optimised-mera.ts';
import type { Options } from './options.ts';
import type { ChainState, SweptChain } from './states.ts';

export interface Measured {
  readonly options: Options;
  readonly families: readonly FamilyGeometry[];
  readonly defects: { readonly powers: number; readonly finite: number };
  readonly squares: readonly { readonly side: number; readonly cut: number }[];
  readonly random: readonly RandomStates[];
  readonly chains: readonly ChainState[];
  readonly swept: readonly SweptChain[];
  readonly compared: Comparison;
  readonly optimised: OptimisedMera;
}
