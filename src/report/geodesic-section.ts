/** @file The learned circuit against the geodesic of the same metric. */

import { greatestLowerBound } from '../complexity/best-lower-bound.ts';
import type { BarChart } from '../drawing/bar-chart.ts';
import { BLUE, MUTED, OCHRE, PURPLE, VERMILION } from '../drawing/colours.ts';
import { barFigure, mapFigure } from '../drawing/data-figure.ts';
import { figure, figures, folded, paragraph, section, table } from '../drawing/figure.ts';
import type { HeatMap } from '../drawing/heat-map.ts';
import { interactionDrawing } from '../drawing/interaction-drawing.ts';
import type { Kind } from '../generative/generative-network.ts';
import { counted, infidelityText, significant } from '../number-format.ts';
import type {
  GaussianPathRecord,
  GeodesicRecord,
  MixedRecord,
  PolishedRecord,
  TrainingRecord,
} from '../record/run-record.ts';
import { excessReading, geodesicReading, stated } from './reading.ts';
import { ringRows, ringSentence } from './ring-rows.ts';
import { sectorFigure, sectorRows, sectorSentence } from './sector-figures.ts';
import { RESULT_WORDS } from './training-section.ts';
import { compactWord, geodesicWords, learnedWords } from './word-usage.ts';

/** Words shown in the ranked chart. */
const RANKED = 18;

/** The section on the geodesic. */
export function geodesicSection(geodesic: GeodesicRecord, training: TrainingRecord): string {
  const { words, sector, ring } = geodesic;
  const isWritten = words.length > 0 || sector == null;
  const text =
    `The geodesic is the path of least length √(Σ w_{P} h_{P}²) from the reference state to the target, on the metric of the training. ` +
    (geodesic.mixed == null
      ? ''
      : 'The target is mixed: the reference state is diagonal, with the eigenvalues of the target, and the length depends on the eigenspaces only. ') +
    `${methodSentence(geodesic)} Its length is an upper bound of the complexity ` +
    `of the state that it reaches. Status: ${geodesic.status}; the search ${RESULT_WORDS[geodesic.result]}. Length ${stated(geodesicReading(geodesic))}.${sector == null ? '' : sectorSentence(sector)}${ring === undefined ? '' : ringSentence(ring, words[0]?.length ?? 0)}`;
  const usage = geodesicWords(geodesic);
  const circuit = learnedWords(training.network, training.theta);
  const qubits = words[0]?.length ?? 0;
  return section(
    circuit === null ? 'Geodesic' : 'Learned circuit against geodesic',
    paragraph(text),
    figures(
      barFigure(lengthChart(geodesic, training), lengthCaption(geodesic, training)),
      isWritten
        ? barFigure(
            timeChart(usage, circuit),
            timeCaption(usage.size, circuit === null ? null : training.network.kind),
            'tall',
          )
        : '',
      qubits < 2 ? '' : figure(interactionDrawing(qubits, usage, circuit), interactionCaption(circuit !== null)),
      isWritten ? mapFigure(sliceMap(geodesic, usage), SLICE_CAPTION) : '',
      sector == null ? '' : sectorFigure(sector),
      folded('Certificate of the geodesic', table(certificate(geodesic))),
    ),
  );
}

function methodSentence({ slices, words, sector, gaussian }: GeodesicRecord): string {
  if (gaussian !== undefined) {
    return (
      `The target is a Gaussian state of fermions, too large for all paths: the shortest Gaussian path was searched for, from the product state with ${gaussian.string} = 1 on every qubit, ` +
      `by covariances: ${counted(slices, 'slice')}, ${counted(words.length, 'allowed word')} of two Majorana operators${gaussian.real ? ', those that keep real states real' : ''}.`
    );
  }
  if (sector?.shortest === true && words.length === 0) {
    const sums = counted(sector.controls.length, 'sum of words', 'sums of words');
    return `It was found by the direct method in a sector of symmetric states: ${counted(slices, 'slice')}, ${sums}.`;
  }
  return `It was found by the direct method: ${counted(slices, 'slice')}, ${counted(words.length, 'allowed word')}.`;
}

/** What `sliceMap` shows. */
export const SLICE_CAPTION =
  'When each word acts. |h_{P}| in each slice of the geodesic, from the reference (slice 1) to the target, for the words that act longest.';

function interactionCaption(withCircuit: boolean): string {
  const where = withCircuit ? ' Above for the geodesic, below for the circuit.' : '';
  return `Interaction graph. Time spent by words of two or more qubits on each pair of sites, summed over the words that act on both.${where} Rest the pointer on an arc for its value.`;
}

function lengthChart(
  { learned, length, coarseLength, lowerBound, slices }: GeodesicRecord,
  { network }: TrainingRecord,
): BarChart {
  const gate = network.kind === 'block-circuit' ? 'block' : 'gate';
  const rows = [
    ...(learned === null
      ? []
      : [
          { name: `circuit, ${gate} after ${gate}`, values: [learned.length], colour: VERMILION },
          { name: 'circuit, layer after layer', values: [learned.layeredLength], colour: PURPLE },
        ]),
    { name: `geodesic, ${counted(slices, 'slice')}`, values: [length], colour: BLUE },
    ...(coarseLength === Infinity
      ? []
      : [{ name: `geodesic, ${counted(Math.floor(slices / 2), 'slice')}`, values: [coarseLength], colour: OCHRE }]),
    { name: 'lower bound', values: [lowerBound], colour: MUTED },
  ];
  const quantity = 'length (radians; R_{P}(a) has length √w_{P}\u2009|a|/2)';
  return { title: 'Lengths', quantity, series: [{ name: 'length', colour: BLUE }], rows };
}

function lengthCaption(geodesic: GeodesicRecord, { network }: TrainingRecord): string {
  const { learned } = geodesic;
  const { caveat } = geodesicReading(geodesic);
  const reserve = caveat === null ? '' : ` A caveat on the geodesic: ${caveat}.`;
  if (learned === null)
    return `Lengths on the same metric. The network is no path of this metric, so it has no length.${reserve}`;
  const excess = excessReading(learned.excess, geodesic).value;
  const relation = learned.excess < 0 ? 'shorter' : 'longer';
  const compared = excess === '0' ? 'as long as' : `${significant(Math.abs(learned.excess))} ${relation} than`;
  const atOnce = network.kind === 'block-circuit' ? 'blocks on different qubits' : 'commuting gates';
  return `Lengths on the same metric. With ${atOnce} at the same time (layer after layer) the learned circuit is ${compared} the path found.${reserve}`;
}

type Usage = ReadonlyMap<string, number>;

function timeChart(usage: Usage, circuit: Usage | null): BarChart {
  const total = (word: string): number => Math.max(usage.get(word) ?? 0, circuit?.get(word) ?? 0);
  const ranked = [...new Set([...usage.keys(), ...(circuit?.keys() ?? [])])].sort((a, b) => total(b) - total(a));
  const geodesic = { name: 'geodesic', colour: BLUE };
  return {
    title: 'Time spent in each Pauli word',
    quantity: 'time spent (radians)',
    series: circuit === null ? [geodesic] : [geodesic, { name: 'learned circuit', colour: VERMILION }],
    rows: ranked.slice(0, RANKED).map((word) => ({
      name: compactWord(word),
      hint: word,
      values: circuit === null ? [usage.get(word) ?? 0] : [usage.get(word) ?? 0, circuit.get(word) ?? 0],
    })),
  };
}

function timeCaption(words: number, kind: Kind | null): string {
  const shown = words > RANKED ? `The ${RANKED} greatest of ${words} words.` : 'All words.';
  const sum = kind === 'block-circuit' ? 'Σ\u2009|h_{P}| over the blocks' : 'Σ\u2009|a|/2 over the gates';
  const circuit = kind === null ? '' : `, ${sum} for the circuit`;
  return `Time spent in each Pauli word. ${shown} Σ_{k}\u2009|h_{P}|/K for the geodesic${circuit}.`;
}

/** The coefficients of the words that act longest along a path, slice by slice. */
export function sliceMap(
  geodesic: Pick<GeodesicRecord, 'words' | 'velocity'>,
  usage = geodesicWords(geodesic),
): HeatMap {
  const ranked = [...usage]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 14)
    .map(([word]) => word);
  const index = new Map(geodesic.words.map((word, k) => [word, k]));
  const values = ranked.map((word) =>
    geodesic.velocity.map((slice) => Math.abs(slice[index.get(word)!] ?? Number.NaN)),
  );
  const columns = geodesic.velocity.map((_, k) => String(k + 1));
  return {
    title: 'When each word acts along the geodesic',
    quantity: '|h_{P}|',
    rowsLabel: 'word',
    columnsLabel: 'slice',
    rows: ranked.map(compactWord),
    columns,
    values,
    nameClass: 'word',
    rowHeight: 17,
  };
}

function certificate(geodesic: GeodesicRecord): readonly (readonly [string, string])[] {
  const { length, energy, starts } = geodesic;
  return [
    ['Length', stated(geodesicReading(geodesic))],
    ['Infidelity at the end of the path', infidelityText(geodesic.infidelity)],
    ...uncertaintyRow(geodesic),
    ['Speed variation, max F / min F − 1 (0 on a geodesic)', significant(geodesic.speedVariation)],
    [
      'length² / 2E (1 at constant speed)',
      length < 1e-6 ? 'undefined (no length)' : significant(length ** 2 / (2 * energy), 6),
    ],
    [
      'Length with half as many slices',
      geodesic.coarseLength === Infinity ? 'none that meets the target' : significant(geodesic.coarseLength, 6),
    ],
    ...boundRows(geodesic),
    ['Lengths from each start, on half as many slices', starts.map((start) => significant(start, 5)).join(', ') || '—'],
    ...(geodesic.polished == null ? [] : polishedRows(geodesic.polished)),
    ...(geodesic.sector == null ? [] : sectorRows(geodesic.sector)),
    ...(geodesic.ring === undefined ? [] : ringRows(geodesic.ring)),
    ...(geodesic.gaussian === undefined ? [] : gaussianRows(geodesic.gaussian)),
    ...(geodesic.mixed == null ? [] : mixedRows(geodesic.mixed)),
  ];
}

/** By how much a path to the target itself may be longer or shorter, an estimate to first order. */
function uncertaintyRow({
  uncertainty,
  length,
}: Pick<PolishedRecord, 'uncertainty' | 'length'>): readonly (readonly [string, string])[] {
  if (uncertainty == null) return [];
  const known = uncertainty < length ? `± ${significant(uncertainty, 2)}` : 'unknown: the estimate exceeds the length';
  return [['Uncertainty of this length by the miss', known]];
}

/** What holds among Gaussian paths. */
function gaussianRows({ residual, lowerBound, negative }: GaussianPathRecord): readonly (readonly [string, string])[] {
  return [
    ['√Σ(1 − F) over pairs of modes at its end', significant(residual)],
    ['No Gaussian path in these words is shorter than', significant(lowerBound, 6)],
    ['Directions that shorten it (0 for a local minimum)', negative === null ? 'not counted' : String(negative)],
  ];
}

/** The lower bounds by their arguments, and what share of the length remains between the greatest and the path. */
function boundRows({
  length,
  polished,
  lowerBound,
  lowerBounds,
}: GeodesicRecord): readonly (readonly [string, string])[] {
  if (lowerBounds == null) return [];
  const { observable, symmetric, moving, symmetricMoving, fubiniStudy, entanglement } = lowerBounds;
  const shortest = Math.min(length, polished?.length ?? Infinity);
  const gap = 100 * Math.max(0, 1 - lowerBound / shortest);
  const checked =
    observable === null
      ? 'none sought'
      : `${significant(observable.bound, 6)} (${counted(observable.cells.length, 'cell')}, ${counted(observable.copies, 'copy', 'copies')})`;
  return [
    [`Lower bound of all paths, by ${greatestLowerBound(lowerBounds).by}`, significant(lowerBound, 6)],
    ['Gap between it and the shortest path found', shortest < 1e-6 ? 'undefined (no length)' : `${significant(gap)} %`],
    ['Bound by the speed in the Fubini–Study metric', significant(fubiniStudy, 6)],
    ['Bound by the entanglement to be made', significant(entanglement, 6)],
    ['Bound by the expectation of one observable', checked],
    ...(symmetric === undefined
      ? []
      : [
          [
            'Bound by one observable that no permutation changes',
            `${significant(symmetric.bound, 6)} (${counted(symmetric.cells.length, 'cell')})`,
          ] as const,
        ]),
    ...(moving === undefined
      ? []
      : [
          [
            'Bound by an observable that changes on the way',
            `${significant(moving.bound, 6)} (${counted(moving.segments.length, 'segment')})`,
          ] as const,
        ]),
    ...(symmetricMoving === undefined
      ? []
      : [
          [
            'Bound by one that changes on the way, but by no permutation',
            `${significant(symmetricMoving.bound, 6)} (${counted(symmetricMoving.segments.length, 'segment')})`,
          ] as const,
        ]),
  ];
}

function polishedRows(polished: PolishedRecord): readonly (readonly [string, string])[] {
  const { length, residual, conjugatePoints } = polished;
  return [
    ['Length of the geodesic near it, by shooting', significant(length, 8)],
    ['Distance of its end from the target', significant(residual)],
    ...uncertaintyRow(polished),
    [
      'Conjugate points before its end (0 for a local minimum)',
      conjugatePoints === null ? 'not counted' : String(conjugatePoints),
    ],
  ];
}

function mixedRows({
  spectrum,
  eigenspaces,
  gap,
  distance,
  costateResidual,
  orderings,
}: MixedRecord): readonly (readonly [string, string])[] {
  const shown = eigenspaces.slice(0, 8).map(({ value, dimension }) => `${significant(value)} (${dimension})`);
  const first = spectrum.slice(0, 8).map((value) => significant(value));
  return [
    ['Eigenvalues (dimension)', `${shown.join(', ')}${eigenspaces.length > 8 ? ' …' : ''}`],
    ['Diagonal state that the path starts from', `${first.join(', ')}${spectrum.length > 8 ? ' …' : ''}`],
    ['Least gap of the spectrum (the length may jump where it closes)', significant(gap)],
    ['½‖UΛU† − ρ‖² at the end', significant(distance)],
    ['Gradient of the energy along paths with this end, relative', significant(costateResidual)],
    ['Orderings of the spectrum searched', `${orderings.searched} of ${orderings.count}`],
  ];
}
