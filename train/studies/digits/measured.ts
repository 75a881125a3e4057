/** @file All that the study has measured. */

import type { StudyData } from './data.ts';
import type { Drawn } from './drawn.ts';
import type { ChainGeometry } from './geometry.ts';
import type { TrainedModel } from './models.ts';
import type { Options } from './options.ts';
import type { Patterns } from './patterns.ts';

/** All that the study has measured. */
export interface Measured {
  readonly data: StudyData;
  readonly options: Options;
  readonly models: readonly TrainedModel[];
  readonly best: TrainedModel;
  readonly drawn: Drawn;
  readonly geometry: {
    readonly chains: readonly ChainGeometry[];
    readonly fisher: { readonly name: string; readonly values: readonly number[] };
  };
  readonly patterns: readonly Patterns[];
}
