/** @file Third page: GHZ against W. Two states of many qubits, and how far they are. */

import { z } from 'zod';
import { BLUE, MUTED, OCHRE, VERMILION } from '../../src/drawing/colours.ts';
import { barFigure, chartFigure } from '../../src/drawing/data-figure.ts';
import { figures, paragraph } from '../../src/drawing/figure.ts';
import type { LineChart, Series } from '../../src/drawing/line-chart.ts';
import { element } from '../../src/drawing/markup.ts';
import { counted, infidelityText } from '../../src/number-format.ts';
import type { FrontRow } from '../../src/record/run-record.ts';
import { numberOf, slider } from '../page/controls.ts';
import { slicesFor } from '../play/experiment.ts';
import { networkFigure } from '../play/play-figures.ts';
import type { Progress } from '../play/session.ts';
import { formula } from './formula.ts';
import { lesson } from './lesson.ts';

const schema = z.strictObject({ qubits: z.int().min(3).max(5), seed: z.int().min(1).max(20) });
type State = z.output<typeof schema>;

/** A state, and the training that is on its way to it. */
interface Contender {
  readonly name: 'GHZ' | 'W';
  readonly colour: string;
  readonly progress: Progress;
}

export const ghzAgainstW = lesson<State>({
  title: 'GHZ against W: lengths and fronts',
  schema,
  first: { qubits: 3, seed: 1 },
  words: [
    formula('|GHZ⟩ = (|0…0⟩ + |1…1⟩)/√2'),
    formula('|W⟩ = (|10…0⟩ + |01…0⟩ + … + |0…01⟩)/√n'),
    paragraph(
      'Both are entangled in all their qubits, and no local operation makes one of the other. GHZ shares one bit among all: every region has the entropy log 2, and two sites alone are correlated as two coins with the same face up, no more. W shares one excitation: a region of l sites has the entropy h(l/n) = −(l/n) log(l/n) − (1 − l/n) log(1 − l/n), and every pair is entangled.',
    ),
    paragraph(
      'Which of the two is farther from |0…0⟩? Here a circuit of blocks on neighbouring qubits learns each of them: first the state, then shorter and shorter, and at last without blocks that do nothing. On its way it meets circuits with more gates and less length, or fewer gates and more length: those that no other beats in both are the front. The geodesic is the least length of all, with as many gates as one likes.',
    ),
  ].join(''),
  question: paragraph(
    'Before you look: which is longer for three qubits, and which for five? Add a qubit and watch which of the two lengths grows faster: information about all sites has to travel along the whole chain. Change the seed: does the shortest circuit always have the fewest gates?',
  ),
  controls: ({ qubits, seed }) =>
    slider('qubits', 'Qubits', { least: 3, most: 5, step: 1 }, qubits) +
    slider('seed', 'Seed', { least: 1, most: 20, step: 1 }, seed),
  read: (form, before) => ({
    qubits: numberOf(form, 'qubits', before.qubits),
    seed: numberOf(form, 'seed', before.seed),
  }),
  figures: async function* ({ qubits, seed }, { training }) {
    const done: Contender[] = [];
    for (const [name, colour] of [
      ['GHZ', BLUE],
      ['W', VERMILION],
    ] as const) {
      const experiment = {
        ...{ name: 'ghz-against-w', seed, target: { name: name.toLowerCase(), qubits } },
        ...{ model: { name: 'block-circuit', layers: qubits }, training: { starts: 1 } },
        ...{ geodesic: false, fisher: false, bulk: false, gravity: false },
      };
      for await (const progress of training({ experiment, files: {} }, { pace: 240, slices: slicesFor(qubits) })) {
        yield page([...done, { name, colour, progress }], qubits);
        done[name === 'GHZ' ? 0 : 1] = { name, colour, progress };
      }
    }
    yield page(done, qubits);
  },
});

function page(given: readonly Contender[], qubits: number): string {
  const contenders = given.filter(({ name }, k) => given.findIndex((one) => one.name === name) === k);
  const said = contenders.map(({ name, progress: { history, status } }) => {
    const row = history.at(-1);
    const how =
      row === undefined
        ? 'begins'
        : `${counted(history.length, 'step')}, infidelity ${infidelityText(row.infidelity, 2)}`;
    return paragraph(
      `${name}: ${how}${status === 'finished' ? ', finished' : row === undefined ? '' : `, ${row.phase}`}.`,
      'byline',
    );
  });
  const rows = contenders.map(({ name, progress: { lengths, geodesic } }) => ({
    name,
    values: [finite(lengths.at(-1)?.length), finite(geodesic?.length), finite(geodesic?.found?.lowerBound)],
  }));
  return [
    ...said,
    figures(
      barFigure(
        {
          ...{ title: 'Lengths', quantity: 'length on the metric of neighbours', rows },
          series: [
            { name: 'learned circuit', colour: VERMILION },
            { name: 'geodesic', colour: BLUE },
            { name: 'lower bound', colour: MUTED },
          ],
        },
        'Lengths of the learned circuit and of the shortest path. No path is shorter than the lower bound.',
      ),
      entropyFigure(contenders, qubits),
      ...contenders.map(({ name, progress }) => element('div', {}, networkFigure(progress, name))),
      frontFigure(contenders),
    ),
  ].join('');
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** The part of a record that has the front. */
const recorded = z.object({ points: z.array(z.object({ training: z.object({ front: z.array(z.unknown()) }) })) });

/** Infidelity beyond which a circuit makes another state. */
const ANOTHER_STATE = 1e-3;

function frontFigure(contenders: readonly Contender[]): string {
  const series = contenders.flatMap(({ name, colour, progress: { record } }): readonly Series[] => {
    const parsed = record === null ? null : recorded.safeParse(JSON.parse(record));
    if (parsed === null || !parsed.success) return [];
    const rows = (parsed.data.points[0]?.training.front ?? []) as readonly FrontRow[];
    const data = rows
      .filter(({ infidelity }) => infidelity <= ANOTHER_STATE)
      .map(({ gates, length, phase }) => ({ x: gates, y: length, hint: phase }));
    return [{ name, colour, mark: 'line-and-points', data }];
  });
  const chart: LineChart = {
    title: 'Fronts',
    x: { label: 'blocks on two qubits', kind: 'linear', whole: true, include: [0] },
    y: { label: 'length', kind: 'linear', include: [0] },
    series,
  };
  return chartFigure(
    chart,
    'Length against number of blocks. The circuits that no other beats, once each training is finished.',
  );
}

function entropyFigure(contenders: readonly Contender[], qubits: number): string {
  const binary = (p: number): number => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
  const sizes = Array.from({ length: qubits - 1 }, (_, k) => k + 1);
  const measured = contenders.flatMap(({ name, colour, progress: { geometry } }): readonly Series[] => {
    const cuts = geometry?.cuts.filter(({ start }) => start === 0) ?? [];
    const data = cuts.map(({ length, entropy }) => ({ x: length, y: entropy }));
    return data.length === 0 ? [] : [{ name: `${name}, learned`, colour, mark: 'points', data }];
  });
  const chart: LineChart = {
    title: 'Entropies',
    x: { label: 'sites of the region, from 0 on', kind: 'linear', whole: true, include: [0] },
    y: { label: 'entropy (nats)', kind: 'linear', include: [0] },
    series: [
      { name: 'log 2', colour: MUTED, mark: 'dash', data: sizes.map((x) => ({ x, y: Math.LN2 })) },
      { name: 'h(l/n)', colour: OCHRE, mark: 'line', data: sizes.map((x) => ({ x, y: binary(x / qubits) })) },
      ...measured,
    ],
  };
  return chartFigure(
    chart,
    'Entropy of the first l sites. Lines: both states exactly; points: what the circuits make now.',
  );
}
