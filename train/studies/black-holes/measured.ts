/** @file All that the study has measured. */

import type { Doubles } from './doubles.ts';
import type { Gates } from './gates.ts';
import type { Options } from './options.ts';
import type { Regions } from './regions.ts';

export interface Measured {
  readonly options: Options;
  readonly region: Regions;
  readonly double: Doubles;
  readonly gate: Gates;
}
