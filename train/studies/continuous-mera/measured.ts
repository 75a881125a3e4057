/** @file All that the study has measured. */

import type { Orders } from './orders.ts';
import type { Rings } from './rings.ts';
import type { Scales } from './scales.ts';
import type { Spaces } from './spaces.ts';

export interface Measured {
  readonly mass: number;
  readonly sites: number;
  readonly reference: number;
  readonly scales: Scales;
  readonly orders: Orders;
  readonly rings: Rings;
  readonly spaces: Spaces;
}
