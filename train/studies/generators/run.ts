/** @file What do neural generators learn, in which order, and along which paths? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { digitData, digitPyramid, grownDigits, independentNats, pairDigits, scoredPictures } from './digits.ts';
import { denoisedPicture, denoisedState, linearCurve } from './early-stopping.ts';
import { findings } from './findings.ts';
import { playedGame } from './game.ts';
import { depthErrors, trainedTransports } from './layer-paths.ts';
import { learnedState } from './neural-states.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const game = yield* part('game on the line', 0.06, () => playedGame(options.game, seed));
  const data = digitData();
  const pair = yield* part('pair of digits', 0.28, (journal) => pairDigits(data, options.pair, seed, journal));
  const grown = yield* part('growth', 0.6, (journal) => grownDigits(data, options.stage, seed, journal));
  const worths = yield* part('likelihoods of samples', 0.72, () => [
    scoredPictures('digits to learn from', data.training, data, options.born, seed),
    scoredPictures('dense pair', pair.pictures, data, options.born, seed),
    scoredPictures('grown by scales', grown.at(-1)!.pictures, data, options.born, seed),
  ]);
  const pyramid = yield* part('pyramid', 0.73, () => digitPyramid(data));
  const picture = yield* part('early stopping of a picture', 0.82, () => denoisedPicture(options.prior, seed));
  const line = yield* part('early stopping in closed form', 0.83, () => linearCurve(seed));
  const state = yield* part('early stopping of a state', 0.84, () => denoisedState(seed));
  const transports = yield* part('paths', 0.92, () => trainedTransports(options.transport, seed));
  const neural = yield* part('neural state', 1, () => learnedState(options.qubits, options.search, seed));
  return findings({
    ...{ data, game, pair, grown, worths, independent: independentNats(data), pyramid },
    ...{ picture, line, state, transports, depths: depthErrors(), neural },
  });
}
