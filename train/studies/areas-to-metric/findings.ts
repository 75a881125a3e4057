/** @file The findings of the study in words, checks, tables and pictures. */

import { significant } from '../../../src/number-format.ts';
import {
  atLeast,
  atMost,
  type Check,
  type Exhibit,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import type { Options } from './options.ts';
import type { PlantedMetric } from './planted.ts';
import type { FoundChange } from './state.ts';

interface Measured {
  readonly options: Options;
  readonly planted: PlantedMetric;
  readonly change: FoundChange;
}

const placeOf = ([x, y]: readonly [number, number]): string => `(${x.toFixed(2)}, ${y.toFixed(2)})`;

export function findings(measured: Measured): Findings {
  const { options, change } = measured;
  return {
    title: 'A metric from areas',
    question:
      'Do the entropies of regions determine a metric, and does it change where the state does? (II.C, bulk entanglement gravity)',
    answer:
      `Fermions on ${options.side} × ${options.side} sites, the potential changed by ${significant(100 * options.change, 2)} % around ${placeOf(change.planted)}: ${change.lines.length} straight cuts put ` +
      `the change of the metric at ${placeOf(change.found)}, with an error of ${significant(change.metric.error, 2)} on cuts left out (shuffled cuts: ${significant(change.shuffled, 2)}, a change of scale: ${significant(change.metric.uniform, 2)}), ` +
      `${significant(change.metric.misfit, 2)} on all, and a background of ${significant(100 * change.background, 2)} % of the peak. Planted diffeomorphisms change no length; the curvature is all that lengths can tell.`,
    sections: [stateSection(measured), plantedSection(measured)],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function checksOf(measured: Measured): readonly Check[] {
  const { planted, change } = measured;
  const [coarse, , fine] = planted.refined.map(({ error }) => error);
  const away = Math.hypot(change.found[0] - change.planted[0], change.found[1] - change.planted[1]);
  return [
    atMost('planted diffeomorphism: greatest change of a length', 'theorem', planted.gauge, 0, 1e-9),
    atMost('planted metric: lengths against the Abel transform of a Gaussian', 'closed form', planted.abel, 0, 1e-6),
    atMost('planted metric: δK against −Δφ, gauge part included', 'closed form', planted.curvature, 0, 1e-3),
    atMost(
      'filtered back-projection: error at four times as many offsets, relative',
      'theorem',
      fine! / coarse!,
      1 / 4,
    ),
    atMost(
      'least squares: error of the planted metric on lines left out over that of shuffled changes',
      'independent computation',
      planted.squares.heldOut / planted.squares.shuffled,
      0.2,
    ),
    atMost('state: distance of the change found from the one made, in sites', 'independent computation', away, 0, 0.3),
    atLeast(
      'state: error of shuffled cuts, or of a change of scale if that is less, over that of the cuts, on cuts left out',
      'independent computation',
      Math.min(change.shuffled, change.metric.uniform) / change.metric.error,
      3,
    ),
    ...publishedChecks(measured),
  ];
}

/** What an independent prototype measured, at its size. */
function publishedChecks({ options, change }: Measured): readonly Check[] {
  const isIts = options.side === 24 && options.angles === 24 && options.potential === 1.5 && options.change === 0.05;
  if (!isIts || options.place !== undefined) return [];
  return [equals('state: misfit of all cuts', 'independent computation', change.metric.misfit, 0.04, 0.01)];
}

function verdictsOf({ planted, change }: Measured): readonly Verdict[] {
  return [
    {
      statement: 'areas given by entropies determine the geometry of the bulk',
      source: 'I, II.C',
      verdict: 'holds in part',
      because:
        `up to diffeomorphisms, which no length sees (${significant(planted.gauge, 1)}), and to first order: cuts of a state predict others to ${significant(change.metric.error, 2)}, ` +
        `shuffled ones to ${significant(change.shuffled, 2)}, a change of scale to ${significant(change.metric.uniform, 2)}`,
    },
    {
      statement: 'matter and curvature go together: where the state is changed space is curved',
      source: 'II.C',
      verdict: 'analogy',
      because: `the metric of the cuts changes within ${significant(Math.hypot(change.found[0] - change.planted[0], change.found[1] - change.planted[1]), 1)} of a site of where the potential does; that it is the metric of space is put in by hand`,
    },
  ];
}

function stateSection({ options, change }: Measured): StudySection {
  const { side } = options;
  const names = Array.from({ length: side }, (_, k) => String(k));
  const rows = (values: Float64Array) => names.map((_, row) => [...values.subarray(row * side, (row + 1) * side)]);
  const map = (caption: string, quantity: string, values: Float64Array): Exhibit => ({
    kind: 'map',
    caption,
    quantity,
    rowsLabel: 'row',
    columnsLabel: 'column',
    rows: rows(values).map((own, k) => ({ name: names[k]!, values: own })),
  });
  const angles = [...new Set(change.lines.map(({ angle }) => angle))];
  return {
    heading: 'A local change of a state',
    text:
      'The entropy of a half-plane stands for the length of the line that bounds it; its relative change, times the length, is the integral of φ along the line, whatever entropy a length has in its direction. ' +
      'φ by least squares with a smoothness prior, its weight by cuts left out. The signs are those of φ and δK = −Δφ; nothing is clipped.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'map',
        caption: 'Cuts. δL = ℓ·δS/S by direction and offset; a change at a point draws a sine curve.',
        quantity: 'δL (sites)',
        rowsLabel: 'direction',
        columnsLabel: 'offset',
        rows: angles.map((angle) => ({
          name: `${Math.round((180 * angle) / Math.PI)}°`,
          values: change.lines.filter((line) => line.angle === angle).map((line) => line.change),
        })),
      },
      map('The conformal factor found. The metric is e^{2φ}(dx² + dy²).', 'φ', change.metric.phi),
      map('Its curvature. δK = −Δφ.', 'δK', change.metric.curvature),
      {
        kind: 'table',
        caption: 'Planted against found. Errors are relative to the changes of the lengths.',
        columns: ['quantity', 'value'],
        rows: [
          ['planted at', placeOf(change.planted)],
          ['found at', placeOf(change.found)],
          ['cuts', change.lines.length],
          ['error on cuts left out', change.metric.error],
          ['the same, shuffled', change.shuffled],
          ['a change of scale', change.metric.uniform],
          ['misfit of all cuts', change.metric.misfit],
          ['background/peak', change.background],
          ['weight of the prior', change.metric.smoothness],
        ],
      },
    ],
  };
}

function plantedSection({ planted }: Measured): StudySection {
  return {
    heading: 'Planted metrics',
    text:
      'A Gaussian conformal factor and a diffeomorphism that vanishes at the rim. Lengths change by the Abel transform of the first alone. Filtered back-projection from 96 directions gains with the number of offsets; ' +
      'least squares from 600 lines on 24 × 24 pixels.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Error under refinement. Filtered back-projection of the planted factor.',
        x: { label: 'offsets', kind: 'log' },
        y: { label: 'relative error', kind: 'log' },
        series: [
          {
            name: 'error',
            mark: 'line-and-points',
            points: planted.refined.map(({ offsets, error }) => [offsets, error] as const),
          },
        ],
      },
      {
        kind: 'table',
        caption: 'Planted metric. What lengths see of it.',
        columns: ['quantity', 'value'],
        rows: [
          ['greatest δL of the diffeomorphism', planted.gauge],
          ['greatest difference of δL from the Abel transform', planted.abel],
          ['|δK + Δφ| at the peak', planted.curvature],
          ['least squares: error of φ', planted.squares.error],
          ['error on lines left out', planted.squares.heldOut],
          ['the same, shuffled', planted.squares.shuffled],
        ],
      },
    ],
  };
}
