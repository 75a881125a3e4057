/** @file Second page: two qubits. Entanglement costs length. */

import { z } from 'zod';
import { BLUE, MUTED, VERMILION } from '../../src/drawing/colours.ts';
import { chartFigure } from '../../src/drawing/data-figure.ts';
import { figures, paragraph } from '../../src/drawing/figure.ts';
import type { Datum, LineChart } from '../../src/drawing/line-chart.ts';
import { angleText } from '../../src/number-format.ts';
import { isTicked, numberOf, slider, tick } from '../page/controls.ts';
import { lengthFigure, lossFigure, networkFigure, progressFacts } from '../play/play-figures.ts';
import type { Files } from '../work/tasks.ts';
import { formula } from './formula.ts';
import { lesson } from './lesson.ts';

const schema = z.strictObject({
  /** α in units of π/48. */
  alpha: z.int().min(1).max(12),
  /** Whether rotations of single qubits are free. */
  free: z.boolean(),
});
type State = z.output<typeof schema>;

const angleOf = (alpha: number): number => (alpha * Math.PI) / 48;

/** cos α |00⟩ + sin α |11⟩ in a file. */
const stateOf = (alpha: number): Files => ({
  'psi.json': JSON.stringify({ re: [Math.cos(alpha), 0, 0, Math.sin(alpha)], im: [0, 0, 0, 0] }),
});

/** −p log p − (1 − p) log(1 − p) with p = cos² α. */
function entropyOf(alpha: number): number {
  const p = Math.cos(alpha) ** 2;
  return [p, 1 - p].reduce((sum, q) => (q > 0 ? sum - q * Math.log(q) : sum), 0);
}

const SAMPLES = [2, 4, 6, 8, 10, 12];

export const twoQubits = lesson<State>({
  title: 'Two qubits: what entanglement costs',
  schema,
  first: { alpha: 12, free: false },
  words: [
    paragraph(
      'Start from |00⟩, which is not entangled, and drive two qubits by words of one and two letters: XI, ZZ, XY … A path costs what its Hamiltonians cost, √Σ h_{P}². How long is the shortest path to a state with Schmidt angle α?',
    ),
    formula('|ψ⟩ = cos α |00⟩ + sin α |11⟩'),
    paragraph(
      'Only words of two letters entangle, and two of them at once do it best: XY and YX both turn |00⟩ towards |11⟩, and share the work. Each has the coefficient α/2, so the length is',
    ),
    formula('C(α) = √(2 (α/2)²) = α/√2.'),
    paragraph('The entropy of either qubit, in nats, is'),
    formula('S(α) = −cos² α log cos² α − sin² α log sin² α.'),
    paragraph(
      'For the Bell state, α = π/4, they are C = π/(4√2) = 0.5554 and S = log 2 = 0.6931. Below, the engine searches the path, and a single block, a gate with all fifteen words of two qubits, learns the state: infidelity first, then length.',
    ),
  ].join(''),
  question: paragraph(
    'Make the rotations of single qubits free. Does the Bell state become cheaper? (The entangling power of a Hamiltonian is the sum of its two greatest coefficients, once it is turned to Σ c_{k} σ_{k}σ_{k}; nothing that happens on one qubit changes it.) Then look at the words of the block after it was shortened: which two remain?',
  ),
  controls: ({ alpha, free }) =>
    slider('alpha', 'Schmidt angle α', { least: 1, most: 12, step: 1 }, alpha, angleText(angleOf(alpha))) +
    tick('free', 'rotations of single qubits are free', free),
  read: (form, before) => ({
    alpha: numberOf(form, 'alpha', before.alpha),
    free: isTicked(form, 'free', before.free),
  }),
  figures: async function* ({ alpha, free }, { request, training }) {
    const metric = { maxSize: 2, maxRange: 1, ...(free && { sizeWeights: [0, 1] }) };
    const state = { name: 'file', path: 'psi.json' };
    const ask = async (units: number) => {
      const files = stateOf(angleOf(units));
      const length = z
        .object({ length: z.number() })
        .parse(await request({ request: 'complexity', state, metric, starts: 1 }, files)).length;
      const { regions } = z
        .object({ regions: z.array(z.object({ entropy: z.number() })) })
        .parse(await request({ request: 'entropies', state, regions: [[0]] }, files));
      return { length, entropy: regions[0]!.entropy };
    };
    const [lengths, entropies]: [Datum[], Datum[]] = [[], []];
    for (const units of [alpha, ...SAMPLES.filter((one) => one !== alpha)]) {
      const { length, entropy } = await ask(units);
      const colour = units === alpha ? { colour: VERMILION } : {};
      lengths.push({ x: angleOf(units), y: length, ...colour });
      entropies.push({ x: angleOf(units), y: entropy, ...colour });
      yield chartsOf(lengths, entropies);
    }
    const experiment = {
      ...{ name: 'two-qubits', seed: 1, target: { ...state, normalise: true }, metric },
      ...{ model: { name: 'block-circuit', layers: 1 }, training: { starts: 1 } },
      ...{ geodesic: false, fisher: false, bulk: false, gravity: false },
    };
    const files = stateOf(angleOf(alpha));
    for await (const progress of training({ experiment, files }, { pace: 60, slices: 8 })) {
      const live = figures(lossFigure(progress), lengthFigure(progress), networkFigure(progress));
      yield chartsOf(lengths, entropies) + progressFacts(progress, null) + live;
    }
  },
});

function chartsOf(lengths: readonly Datum[], entropies: readonly Datum[]): string {
  const angles = Array.from({ length: 61 }, (_, k) => (k * Math.PI) / 240);
  const chart = (title: string, label: string, line: (alpha: number) => number, data: readonly Datum[]): LineChart => ({
    title,
    x: { label: 'Schmidt angle α (rad)', kind: 'linear', domain: [0, Math.PI / 4] },
    y: { label, kind: 'linear', include: [0] },
    series: [
      { name: 'formula', colour: MUTED, mark: 'line', data: angles.map((x) => ({ x, y: line(x) })) },
      { name: 'engine', colour: BLUE, mark: 'points', data },
    ],
  });
  return figures(
    chartFigure(
      chart('Length of the shortest path', 'length', (alpha) => alpha / Math.SQRT2, lengths),
      'Length of the shortest path against the Schmidt angle. Line: α/√2; points: the shortest that the engine has found.',
    ),
    chartFigure(
      chart('Entropy of one qubit', 'S (nats)', entropyOf, entropies),
      'Entropy of one qubit against the Schmidt angle. It begins flat where the length grows at once: the first entanglement is the dearest.',
    ),
  );
}
