/** @file Everything that the study measures. */

import type { Clocks } from './clocks.ts';
import type { Control } from './controls.ts';
import type { Doubles } from './doubles.ts';
import type { MappedState } from './mapped-states.ts';
import type { Options } from './options.ts';
import type { Plane } from './planes.ts';
import type { WaveletGeometry } from './wavelet-geometries.ts';

export interface Measured {
  readonly options: Options;
  readonly wavelets: readonly WaveletGeometry[];
  readonly states: readonly MappedState[];
  readonly time: readonly Clocks[];
  readonly sides: Doubles;
  readonly plane: readonly Plane[];
  readonly control: readonly Control[];
}
