/** @file What the parts of the study have found. */

import type { BallRow } from './balls.ts';
import type { MetricEntropies } from './entropies.ts';
import type { Options } from './options.ts';
import type { Shapes } from './shapes.ts';
import type { Sources } from './sources.ts';
import type { Stability } from './stability.ts';
import type { Profile } from './surfaces.ts';

export interface Measured {
  readonly options: Options;
  readonly shapes: Shapes;
  readonly sources: Sources;
  readonly entropies: MetricEntropies;
  readonly stability: Stability;
  readonly balls: readonly BallRow[];
  readonly surfaces: { readonly layers: readonly Profile[]; readonly cones: readonly Profile[] };
}
