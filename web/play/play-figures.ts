/** @file The figures of a training that is running: the same drawings as those of a report. */

import { byKind } from '../../src/by-kind.ts';
import { blockDrawing } from '../../src/drawing/block-drawing.ts';
import { bulkLayout } from '../../src/drawing/bulk-drawing.ts';
import { circuitDrawing } from '../../src/drawing/circuit-drawing.ts';
import { BLUE, VERMILION } from '../../src/drawing/colours.ts';
import { chartFigure, mapFigure } from '../../src/drawing/data-figure.ts';
import { type Fact, facts, figure, paragraph } from '../../src/drawing/figure.ts';
import type { LineChart } from '../../src/drawing/line-chart.ts';
import { networkDrawing } from '../../src/drawing/network-drawing.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import { counted, infidelityText, significant } from '../../src/number-format.ts';
import { bulkFigure, cutScatter, middleCut, pageCurve } from '../../src/report/bulk-section.ts';
import { SLICE_CAPTION, sliceMap } from '../../src/report/geodesic-section.ts';
import { informationFigures } from '../../src/report/information-figures.ts';
import { infidelityChart } from '../../src/report/training-section.ts';
import type { Progress } from './session.ts';

/** The numbers above the figures. */
export function progressFacts({ history, lengths, geodesic, status, stage }: Progress, rate: number | null): string {
  const row = history.at(-1);
  const phase = status === 'running' ? (stage === 'training' ? (row?.phase ?? stage) : stage) : status;
  const length = lengths.at(-1)?.length;
  const list: readonly Fact[] = [
    { name: 'Step', value: String(history.length), remark: rate === null ? phase : `${phase}, ${rate} frames/s` },
    { name: 'Infidelity', value: row === undefined ? '—' : infidelityText(row.infidelity) },
    ...(length === undefined ? [] : [{ name: 'Length of the circuit', value: significant(length, 4) }]),
    ...(geodesic === null ? [] : [geodesicFact(geodesic)]),
  ];
  return facts(list);
}

/** What computes, in a line. */
export const engineLine = ({ target }: Progress): string =>
  target === null ? '' : paragraph(`Engine: ${target.engine}.`, 'byline');

function geodesicFact({ length, found, message }: NonNullable<Progress['geodesic']>): Fact {
  const remark = found === null ? message : `at least ${significant(found.lowerBound, 3)}`;
  return { name: 'Geodesic', value: Number.isFinite(length) ? significant(length, 4) : '—', remark };
}

/** Infidelity against step. */
export function lossFigure({ history }: Progress): string {
  if (history.length < 2) return '';
  return chartFigure(infidelityChart(history), 'Infidelity against training step. Logarithmic scale.');
}

/** A lower bound that is this near to the length is not drawn as a line of its own. */
const APART = 0.95;

/** Length of the circuit against step, with the geodesic as a level. */
export function lengthFigure({ lengths, geodesic, history }: Progress): string {
  if (lengths.length < 2) return '';
  const found = geodesic?.found ?? null;
  const levels =
    geodesic === null || !Number.isFinite(geodesic.length)
      ? []
      : [
          { y: geodesic.length, name: found === null ? 'geodesic, so far' : 'geodesic' },
          ...(found !== null && found.lowerBound > 0 && found.lowerBound < APART * found.length
            ? [{ y: found.lowerBound, name: 'lower bound' }]
            : []),
        ];
  const stride = Math.max(1, Math.ceil(lengths.length / 600));
  const data = lengths
    .filter((_, k) => k % stride === 0 || k === lengths.length - 1)
    .map(({ step, length }) => ({ x: step, y: length }));
  const chart: LineChart = {
    title: 'Length of the circuit during training',
    x: { label: 'training step', kind: 'linear', whole: true, domain: [0, Math.max(1, history.length - 1)] },
    y: { label: 'length, layer after layer', kind: 'linear', include: [0] },
    series: [{ name: '', colour: VERMILION, mark: 'line', data }],
    levels,
  };
  const beside =
    geodesic === null
      ? 'up to six qubits the geodesic is searched, too'
      : 'the geodesic is the shortest path found from |0…0⟩ to the target';
  return chartFigure(chart, `Length of the circuit against training step. On the metric of the training; ${beside}.`);
}

const drawingOf = byKind<GenerativeNetwork, [theta: readonly number[]], string>({
  circuit: (circuit, theta) => circuitDrawing(circuit, theta, 400),
  'block-circuit': (circuit, theta) => blockDrawing(circuit, theta, 400),
  network: (network) => networkDrawing(network),
});

const CAPTIONS: Readonly<Record<GenerativeNetwork['kind'], string>> = {
  circuit: 'The circuit. Time to the right; the fuller a box, the greater |sin(a/2)| of its angle.',
  'block-circuit':
    'The circuit. Time to the right; the number in a block is the norm of its generator, √Σ_{P}\u2009h_{P}².',
  network: 'The tensor network. The width of a bond grows with the logarithm of its dimension.',
};

/**
 * The network at its parameters.
 *
 * @param name - of its state, where there are several beside each other
 */
export function networkFigure({ point }: Progress, name?: string): string {
  if (point === null) return '';
  const drawn = drawingOf(point.network, Array.from(point.theta));
  const caption = CAPTIONS[point.network.kind];
  return figure(
    drawn,
    name === undefined ? caption : `${name}. ${caption}`,
    point.network.kind === 'network' ? 'full' : 'scroll',
  );
}

/** Most tensors of a bulk that is drawn. */
const MOST_TENSORS = 160;

/** The geometry of the learned state and of the network. */
export function geometryFigures({ geometry, target, point }: Progress): readonly string[] {
  if (geometry === null || point === null) return [];
  const of = target?.geometry ?? null;
  const half = middleCut(geometry.cuts, geometry.boundary.length);
  const isDrawn = geometry.nodes.length <= MOST_TENSORS;
  const layout = isDrawn ? bulkLayout(geometry, point.network.kind !== 'network') : null;
  return [
    chartFigure(
      pageCurve(geometry.cuts, of),
      'Entropy by length of the region. Mean over the regions of that length; S(A) is never greater than the minimal cut of the network.',
    ),
    chartFigure(
      cutScatter(geometry.cuts, of),
      'Exact entropy against minimal cut. A point for each contiguous region; hollow: the target.',
    ),
    ...informationFigures(geometry, of),
    layout === null
      ? paragraph(`The bulk graph of ${counted(geometry.nodes.length, 'tensor')} is in the report.`, 'remark')
      : bulkFigure(geometry, half, layout),
  ].filter((one) => one !== '');
}

/** When each word acts along the geodesic. */
export function geodesicFigure({ geodesic }: Progress): string {
  const found = geodesic?.found ?? null;
  return found === null || found.words.length === 0 ? '' : mapFigure(sliceMap(found), SLICE_CAPTION);
}

/** Probabilities of the target. */
export function targetFigure({ target }: Progress): string {
  const { amplitudes = null, dimensions = [] } = target ?? {};
  if (amplitudes === null || amplitudes.length > 512) return '';
  const data = Array.from({ length: amplitudes.length / 2 }, (_, k) => ({
    x: k,
    y: amplitudes[2 * k]! ** 2 + amplitudes[2 * k + 1]! ** 2,
    hint: `|${k.toString(2).padStart(dimensions.length, '0')}⟩`,
  }));
  const chart: LineChart = {
    title: 'Probabilities of the target',
    x: { label: 'k, the digits of |k⟩ in binary', kind: 'linear', whole: true },
    y: { label: '|⟨k|ψ⟩|²', kind: 'linear', include: [0] },
    series: [{ name: '', colour: BLUE, mark: 'points', data }],
  };
  return chartFigure(chart, `The target. Probabilities of ${target?.name ?? 'the state'} in the computational basis.`);
}
