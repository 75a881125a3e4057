/** @file Fifth page: a critical chain. Entropy that grows as a logarithm, and a network that can hold it. */

import { z } from 'zod';
import { BLUE, MUTED, VERMILION } from '../../src/drawing/colours.ts';
import { chartFigure } from '../../src/drawing/data-figure.ts';
import { facts, figures, paragraph } from '../../src/drawing/figure.ts';
import type { Datum, LineChart } from '../../src/drawing/line-chart.ts';
import { brief, significant } from '../../src/number-format.ts';
import { numberOf, slider } from '../page/controls.ts';
import { geometryFigures, lossFigure, progressFacts } from '../play/play-figures.ts';
import { formula } from './formula.ts';
import { lesson } from './lesson.ts';
import { logSlope } from './log-slope.ts';

const schema = z.strictObject({
  /** Field g in twentieths. */
  field: z.int().min(4).max(40),
  /** Sites of the long chain. */
  sites: z.int().min(16).max(96),
});
type State = z.output<typeof schema>;

const entropies = z.object({ regions: z.array(z.object({ entropy: z.number() })) });

export const criticalChain = lesson<State>({
  title: 'A critical chain',
  schema,
  first: { field: 20, sites: 64 },
  words: [
    formula('H = −Σ Z_{i}Z_{i+1} − g Σ X_{i}'),
    paragraph(
      'The Ising chain in a transverse field orders for g < 1 and is disordered for g > 1. Away from g = 1 correlations die out, and the entropy of a region saturates: it has a boundary of two ends, or one, and nothing else counts. At g = 1 the chain looks the same on all scales, and the entropy of the first l of n sites grows without end (Calabrese and Cardy):',
    ),
    formula('S(l) = (c/6) log((2n/π) sin(πl/n)) + constant,   c = 1/2'),
    paragraph(
      'The ground state is one of free fermions, so the engine has the entropies of a long chain from a matrix of its correlations; the slope of the line gives c. A network for such a state needs cuts that grow as a logarithm: a MERA has a layer for each scale, and a cut passes through all of them. Read as a geometry it is a piece of the hyperbolic plane, with the scale as its radius. Below, a MERA of eight sites learns the ground state.',
    ),
  ].join(''),
  question: paragraph(
    'Go away from g = 1 to both sides: over which lengths does the line still rise? Where it bends is the correlation length, about 1/|log g| sites. Make the chain longer: how near to ½ is c? Then compare the MERA at g = 1 and at g = 2: at which does it reach the smaller infidelity, and what happens to the distances between far sites?',
  ),
  controls: ({ field, sites }) =>
    slider('field', 'Field g', { least: 4, most: 40, step: 1 }, field, brief(field / 20)) +
    slider('sites', 'Sites of the long chain', { least: 16, most: 96, step: 8 }, sites),
  read: (form, before) => ({
    field: numberOf(form, 'field', before.field),
    sites: numberOf(form, 'sites', before.sites),
  }),
  figures: async function* ({ field, sites }, { request, training }) {
    const hamiltonian = { name: 'transverse-field-ising', field: field / 20 };
    const regions = Array.from({ length: sites - 1 }, (_, k) => Array.from({ length: k + 1 }, (_, site) => site));
    const state = { name: 'gaussian-ground-state', qubits: sites, hamiltonian };
    const found = entropies.parse(await request({ request: 'entropies', state, regions }));
    const chain = chainFigures(
      found.regions.map(({ entropy }) => entropy),
      sites,
    );
    yield chain;
    const experiment = {
      ...{ name: 'critical-chain', seed: 1, target: { name: 'ground-state', qubits: 8, hamiltonian } },
      ...{
        model: { name: 'isometric-mera', bond: 2 },
        training: { starts: 1, maxSteps: 300, polish: 0, targetInfidelity: 1e-6 },
      },
      ...{ geodesic: false, fisher: false, bulk: false, gravity: false },
    };
    for await (const progress of training({ experiment, files: {} }, { pace: 60, slices: 0 })) {
      yield chain + progressFacts(progress, null) + figures(lossFigure(progress), ...geometryFigures(progress));
    }
  },
});

function chainFigures(values: readonly number[], sites: number): string {
  const chord = (length: number): number => ((2 * sites) / Math.PI) * Math.sin((Math.PI * length) / sites);
  const half = Array.from({ length: Math.floor(sites / 2) }, (_, k) => k + 1);
  const data: readonly Datum[] = half.map((l) => ({ x: chord(l), y: values[l - 1]!, hint: `first ${l} sites` }));
  const inner = data.slice(Math.floor(data.length / 4));
  const { slope, offset } = logSlope(inner);
  const scale: LineChart = {
    title: 'Entropy against the chord length',
    x: { label: '(2n/π) sin(πl/n), log scale', kind: 'log' },
    y: { label: 'S (nats)', kind: 'linear', include: [0] },
    series: [
      { name: 'engine', colour: BLUE, mark: 'points', data },
      {
        name: 'c = ½',
        colour: MUTED,
        mark: 'dash',
        data: data.map(({ x }) => ({ x, y: values[half.length - 1]! + Math.log(x / data.at(-1)!.x) / 12 })),
      },
      {
        name: 'fit',
        colour: VERMILION,
        mark: 'line',
        data: inner.map(({ x }) => ({ x, y: offset + slope * Math.log(x) })),
      },
    ],
  };
  const profile: LineChart = {
    title: 'Entropy of the first l sites',
    x: { label: 'sites l', kind: 'linear', whole: true, include: [0] },
    y: { label: 'S (nats)', kind: 'linear', include: [0] },
    series: [{ name: '', colour: BLUE, mark: 'line', data: values.map((y, k) => ({ x: k + 1, y })) }],
  };
  return (
    facts([
      { name: 'c = 6 × slope', value: significant(6 * slope, 3), remark: '½ at g = 1, 0 for a gapped chain' },
      {
        name: 'Entropy of one half',
        value: significant(values[half.length - 1]!, 4),
        remark: `of ${sites} sites, nats`,
      },
    ]) +
    figures(
      chartFigure(
        scale,
        'Entropy against the chord length, log scale. A straight line is the sign of a critical chain; its slope is c/6, taken from the inner three quarters.',
      ),
      chartFigure(profile, 'Entropy of the first l sites. An arch at g = 1, a plateau elsewhere.'),
    )
  );
}
