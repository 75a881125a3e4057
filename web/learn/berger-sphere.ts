/** @file First page: one qubit. What a penalty does to the shortest way. */

import { z } from 'zod';
import { BLUE, MUTED, OCHRE, VERMILION } from '../../src/drawing/colours.ts';
import { chartFigure } from '../../src/drawing/data-figure.ts';
import { facts, figure, figures, paragraph } from '../../src/drawing/figure.ts';
import type { Datum, LineChart } from '../../src/drawing/line-chart.ts';
import { angleText, brief, significant } from '../../src/number-format.ts';
import { numberOf, slider } from '../page/controls.ts';
import { bergerLength, blochPath, detourLength, straightLength } from './berger-geodesics.ts';
import { blochSphere, type Vector } from './bloch-sphere.ts';
import { formula } from './formula.ts';
import { lesson } from './lesson.ts';

const schema = z.strictObject({
  /** Weight of Z, times ten. */
  lambda: z.int().min(10).max(120),
  /** Angle in units of π/24. */
  turn: z.int().min(1).max(24),
});
type State = z.output<typeof schema>;

/** The answer of the engine, as far as it is shown. */
const answer = z.object({
  length: z.number(),
  status: z.string(),
  momentum: z.array(z.object({ word: z.string(), coefficient: z.number() })),
});

/** Weights at which the engine is asked for the length, beside the chosen one. */
const SAMPLES = [1.5, 3, 4, 6, 8, 10, 12];

export const bergerSphere = lesson<State>({
  title: 'One qubit on a Berger sphere',
  schema,
  first: { lambda: 40, turn: 24 },
  words: [
    paragraph(
      'A gate on one qubit is a rotation, and the rotations are a three-dimensional sphere. To make a gate, a Hamiltonian H(t) = xX + yY + zZ drives the qubit from the identity to the gate. The complexity of the gate is the length of the shortest way, and the metric says what each direction costs. Let X and Y have weight 1 and Z weight λ:',
    ),
    formula('length = ∫ √(x² + y² + λz²) dt'),
    paragraph(
      'For λ = 1 this is the round sphere, and the straight rotation about Z by φ is the shortest way, of length φ/2. For larger λ the sphere is squashed: it is a Berger sphere. The straight way grows as √λ φ/2. But there is another: let the axis wander while the qubit makes one full turn, mostly in the cheap directions X and Y. A full turn by itself does nothing; what remains is a rotation about Z. That way has the length',
    ),
    formula('√(π² − λ(2π − φ)²/(4(λ − 1))),   where φ ≥ 2π/λ,'),
    paragraph(
      'which stays finite however dear Z is: cheap directions make the dear one, because they do not commute. The two ways are equal at λ = 2π/φ: there the straight way has a conjugate point, and the other branches off it; beyond it is no longer the shortest. The points below are what the engine finds without knowing these formulae.',
    ),
  ].join(''),
  question: paragraph(
    'Set φ = π and move λ across 2: where does the path on the Bloch sphere leave the equator? Then take φ = π/2: how dear must Z be before the detour pays? For which angles does it never pay on this slider? The plane of X and Y is curved by K = 4 − 3λ: it is the only one that becomes negative, and the detour lives in it.',
  ),
  controls: ({ lambda, turn }) =>
    slider('lambda', 'Weight λ of Z', { least: 10, most: 120, step: 1 }, lambda, brief(lambda / 10)) +
    slider('turn', 'Rotation about Z by φ', { least: 1, most: 24, step: 1 }, turn, angleText((turn * Math.PI) / 24)),
  read: (form, before) => ({
    lambda: numberOf(form, 'lambda', before.lambda),
    turn: numberOf(form, 'turn', before.turn),
  }),
  figures: async function* (state, { request }) {
    const [lambda, phi] = [state.lambda / 10, (state.turn * Math.PI) / 24];
    const ask = async (weight: number) =>
      answer.parse(
        await request(
          {
            ...{ request: 'unitary-complexity', unitary: { name: 'file', path: 'gate.qasm' }, starts: 6, slices: 8 },
            metric: { letters: { X: 1, Y: 1, Z: weight } },
          },
          { 'gate.qasm': `OPENQASM 3.0;\ninclude "stdgates.inc";\nqubit[1] q;\nrz(${phi}) q[0];\n` },
        ),
      );
    const found = await ask(lambda);
    const curvature = (await request({
      ...{ request: 'curvature', qubits: 1, plane: ['X', 'Y'] },
      metric: { letters: { X: 1, Y: 1, Z: lambda } },
    })) as { readonly scalar: number; readonly sectional: number };
    const [chosen, points]: [Datum, Datum[]] = [{ x: lambda, y: found.length, colour: VERMILION }, []];
    const shown = () => page({ lambda, phi, found, curvature, points: [...points, chosen] });
    yield shown();
    for (const weight of SAMPLES) {
      points.push({ x: weight, y: (await ask(weight)).length });
      yield shown();
    }
  },
});

interface Shown {
  readonly lambda: number;
  readonly phi: number;
  readonly found: z.output<typeof answer>;
  readonly curvature: { readonly scalar: number; readonly sectional: number };
  readonly points: readonly Datum[];
}

function page({ lambda, phi, found, curvature, points }: Shown): string {
  const list = [
    { name: 'Straight', value: significant(straightLength(lambda, phi), 5) },
    {
      name: 'Detour',
      value: Number.isFinite(detourLength(lambda, phi)) ? significant(detourLength(lambda, phi), 5) : 'none',
    },
    { name: 'Found by the engine', value: significant(found.length, 5), remark: found.status },
    {
      name: 'Curvature of the XY plane',
      value: significant(curvature.sectional, 3),
      remark: `scalar curvature ${significant(curvature.scalar, 3)}`,
    },
  ];
  const momentum = ['X', 'Y', 'Z'].map(
    (word) => found.momentum.find((term) => term.word === word)?.coefficient ?? 0,
  ) as unknown as Vector;
  const path = blochPath([1, 0, 0], momentum, lambda);
  const straight = blochPath([1, 0, 0], [0, 0, (lambda * phi) / 2], lambda);
  const sphere = blochSphere(
    'The Bloch sphere with the path of |+⟩',
    [
      { points: straight, colour: OCHRE, width: 1.6 },
      { points: path, colour: BLUE, width: 2.6 },
    ],
    [[1, 0, 0], path.at(-1)!],
  );
  return (
    facts(list) +
    figures(
      chartFigure(
        lengthChart(phi, points),
        'Length of the shortest way against the weight of Z. Line: the shorter of both formulae; dashed: the straight rotation; points: found by the engine, vermilion the chosen one.',
      ),
      figure(
        sphere,
        `The way of |+⟩ on the Bloch sphere. Blue: the geodesic that the engine found for λ = ${brief(lambda)}; ochre: the straight rotation along the equator. Dotted where it is behind.`,
      ),
    )
  );
}

function lengthChart(phi: number, points: readonly Datum[]): LineChart {
  const weights = Array.from({ length: 111 }, (_, k) => 1 + k / 10);
  const line = (length: (lambda: number, phi: number) => number): readonly Datum[] =>
    weights.map((x) => ({ x, y: length(x, phi) }));
  return {
    title: 'Length of the shortest way against the weight of Z',
    x: { label: 'weight λ of Z', kind: 'linear', domain: [1, 12] },
    y: { label: 'length', kind: 'linear', include: [0] },
    series: [
      { name: 'straight', colour: MUTED, mark: 'dash', data: line(straightLength) },
      { name: 'shortest, formula', colour: BLUE, mark: 'line', data: line(bergerLength) },
      { name: 'engine', colour: BLUE, mark: 'points', data: points },
    ],
  };
}
