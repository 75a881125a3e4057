/** @file The sections of the page on games and pictures. */

import type { Exhibit, StudySection } from '../../../src/record/study-record.ts';
import { SIDE } from './digits.ts';
import type { Measured } from './measured.ts';

const SHOWN = 24;

/** Pictures as rows of ink, so many at most. */
export const rowsOf = (pictures: Float64Array, pixels: number, most = SHOWN): number[][] =>
  Array.from({ length: Math.min(most, pictures.length / pixels) }, (_, k) =>
    [...pictures.subarray(k * pixels, (k + 1) * pixels)].map((x) => Math.min(1, Math.max(0, x))),
  );

/** The game on the line. */
export function gameSection({ game }: Measured): StudySection {
  return {
    heading: 'A game with a known end',
    text:
      'A discriminator tells data from what is generated, and a generator learns to deceive it. Against the best discriminator, D* = p/(p + q), the game is worth −ln 4 + 2 JSD(p, q). ' +
      'On the line, for Gaussians, both can be found exactly: G(z) = a + bz, and a discriminator whose logit is quadratic. The generator circles the solution; means over the last hundred steps are what remains.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Densities of the data and of the generator in the end.',
        x: { label: 'x', kind: 'linear' },
        y: { label: 'density', kind: 'linear', include: [0] },
        series: [
          { name: 'data', mark: 'line', points: game.line.map(({ x, data }) => [x, data] as const) },
          { name: 'generator', mark: 'dash', points: game.line.map(({ x, generated }) => [x, generated] as const) },
        ],
      },
      {
        kind: 'chart',
        caption: 'Mean and deviation of the generator on the way.',
        x: { label: 'step', kind: 'linear' },
        y: { label: 'mean, deviation', kind: 'linear' },
        series: [
          { name: 'mean', mark: 'line', points: game.history.map(({ step, mean }) => [step, mean] as const) },
          {
            name: 'deviation',
            mark: 'line',
            points: game.history.map(({ step, deviation }) => [step, deviation] as const),
          },
        ],
        levels: [
          { y: 1.2, name: 'mean of the data' },
          { y: 0.7, name: 'their deviation' },
        ],
      },
      {
        kind: 'chart',
        caption: 'Logit of a discriminator that has learned alone, data against the standard normal distribution.',
        x: { label: 'x', kind: 'linear' },
        y: { label: 'logit', kind: 'linear' },
        series: [
          { name: 'ln p/q', mark: 'line', points: game.logits.map(({ x, exact }) => [x, exact] as const) },
          { name: 'learned', mark: 'dash', points: game.logits.map(({ x, learned }) => [x, learned] as const) },
        ],
      },
    ],
  };
}

/** Digits from a dense pair, and what they are worth. */
export function digitSection({ data, pair, grown, worths, independent }: Measured): StudySection {
  const pixels = SIDE ** 2;
  return {
    heading: 'Digits, and what they are worth',
    text:
      'A generator of this kind has no likelihood. A Born machine has: trained on what is generated, it tells by exact likelihood how much of the real digits the generator knows. What it needs for digits held out, less what one trained on ' +
      'real digits needs, is the loss of variety. The pictures themselves are scored as well, each blurred by random changes of its pixels, and sorted into classes by the digits that are nearest to them.',
    exhibits: [
      {
        kind: 'pictures',
        caption: 'Digits: real ones, from a pair of dense networks, and grown by scales.',
        ...{ rows: SIDE, columns: SIDE },
        groups: [
          { name: 'held out', pictures: rowsOf(data.heldOut, pixels) },
          { name: 'dense pair', pictures: rowsOf(pair.pictures, pixels) },
          { name: 'grown by scales', pictures: rowsOf(grown.at(-1)!.pictures, pixels) },
        ],
      },
      {
        kind: 'table',
        caption: 'Nats of a black-and-white digit, by chains of bond 4 trained on different pictures.',
        columns: [
          'trained on',
          'for pictures of its own kind',
          'for real digits held out',
          'by the pictures, blurred',
          'classes that occur, of ten',
        ],
        rows: [
          ...worths.map(({ name, own, heldOut, kernel, classes }) => [name, own, heldOut, kernel, classes]),
          ['real digits, pixels as if independent', null, independent, null, null],
        ],
      },
    ],
  };
}

/** Growth by scales, and its linear case. */
export function growthSection({ grown, pyramid, data }: Measured): StudySection {
  const stages: Exhibit[] = grown.map(({ side, pictures }) => ({
    kind: 'pictures',
    caption: `Side ${side}: the same noise at each scale.`,
    ...{ rows: side, columns: side },
    groups: [{ name: 'grown', pictures: rowsOf(pictures, side ** 2, 12) }],
  }));
  return {
    heading: 'From coarse to fine',
    text:
      'Stages of an adversarial generator, each trained with those below it frozen. The linear case is Haar’s pyramid: its generator is the inverse of the exact holographic mapping with trivial disentanglers, and each level adds the details of one layer of the bulk. ' +
      'A pyramid is given the coefficients of a picture; a generator makes them up.',
    exhibits: [
      {
        kind: 'pictures',
        caption: 'A digit held out, level by level of its pyramid.',
        ...{ rows: SIDE, columns: SIDE },
        groups: [
          ...pyramid.levels.map(({ side, picture }) => ({
            name: `${side} × ${side} means`,
            pictures: [[...picture].map((x) => Math.min(1, Math.max(0, x)))],
          })),
          { name: 'the digit', pictures: rowsOf(data.heldOut, SIDE ** 2, 1) },
        ],
      },
      ...stages,
      {
        kind: 'table',
        caption: 'Levels of the pyramid, and stages of the generator against the data at their scale.',
        columns: [
          'side',
          'pyramid: mean square error',
          'game, nats',
          'difference of mean pictures',
          'difference of covariances, relative',
          'difference from the stage below',
        ],
        rows: pyramid.levels.map(({ side, error }) => {
          const stage = grown.find((one) => one.side === side);
          return stage === undefined
            ? [side, error, null, null, null, null]
            : [side, error, stage.value, stage.mean, stage.covariance, stage.drift];
        }),
      },
    ],
  };
}
