/** @file All that the study has measured. */

import type { DigitData, Drawn, GrownStage, Pyramid, Worth } from './digits.ts';
import type { Denoised, DenoisedPicture, LinearCurve } from './early-stopping.ts';
import type { Game } from './game.ts';
import type { DepthError, Transport } from './layer-paths.ts';
import type { NeuralState } from './neural-states.ts';

/** All that the study has measured. */
export interface Measured {
  readonly data: DigitData;
  readonly game: Game;
  readonly pair: Drawn;
  readonly grown: readonly GrownStage[];
  readonly worths: readonly Worth[];
  /** Nats of a held-out digit with independent pixels. */
  readonly independent: number;
  readonly pyramid: Pyramid;
  readonly picture: DenoisedPicture;
  readonly line: LinearCurve;
  readonly state: Denoised;
  readonly transports: readonly Transport[];
  readonly depths: readonly DepthError[];
  readonly neural: NeuralState;
}
