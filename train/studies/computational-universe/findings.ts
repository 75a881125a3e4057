/** @file The findings of the study in words. */

import {
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import type { MeasuredOrders } from './causal-sets.ts';
import type { Curvature } from './curvature.ts';
import type { Histories } from './histories.ts';
import type { Options } from './options.ts';

interface Measured {
  readonly options: Options;
  readonly orders: MeasuredOrders;
  readonly curvature: Curvature;
  readonly histories: Histories;
}

const text = (dimension: number | null): string => (dimension === null ? 'too small' : dimension.toFixed(2));

export function findings(measured: Measured): Findings {
  const { orders, histories } = measured;
  const [chain, plane, random] = orders.curves.map(({ points }) => points.at(-1)!);
  return {
    title: 'The computational universe',
    question: 'Is a circuit, read by the order of its gates and the phases of its histories, a space-time? (II.F)',
    answer:
      `Its order has a dimension: the largest intervals of brickwork circuits have ${chain![1].toFixed(2)} on a chain (${chain![0]} gates) and ${plane![1].toFixed(2)} on a square (${plane![0]}), where points drawn in Minkowski space of 2 and 3 dimensions have ${orders.sprinklings[0]!.mean.toFixed(2)} and ${orders.sprinklings[1]!.mean.toFixed(2)}; ` +
      `gates on pairs drawn from all have ${random![1].toFixed(2)}, which is no space at all. A metric, curvature and action can be given to it, consistently, but they are put in. The circuit is the sum over its ${histories.number} histories, whose amplitudes are ${histories.weight.toFixed(1)} times as large as their sum.`,
    sections: [orderSection(orders), curvatureSection(measured), historySection(histories)],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function orderSection({ orders, curves, sprinklings }: MeasuredOrders): StudySection {
  return {
    heading: 'Gates as a causal set',
    text:
      'Gates are events, and a gate comes before another if a wire leads from it there. Successive rotations of the same qubits are one event. In Minkowski space of dimension d the share of the pairs of an interval that are related is a function of d; inverted, ' +
      'it gives a dimension to any order. The control are gates on pairs drawn from all qubits: they have an order and no locality.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Dimension of intervals by the number of their gates. Lines: points drawn in Minkowski space.',
        x: { label: 'gates in the interval', kind: 'log' },
        y: { label: 'Myrheim–Meyer dimension', kind: 'linear', include: [1, 4] },
        series: curves.map(({ name, points }) => ({ name, mark: 'line-and-points', points })),
        levels: sprinklings.map(({ dimension, mean }) => ({ y: mean, name: `${dimension} dimensions` })),
      },
      {
        kind: 'table',
        caption: 'Circuits as causal sets. The longest chain is proper time, the widest antichain space.',
        columns: [
          'circuit',
          'qubits',
          'events',
          'links',
          'longest chain',
          'widest antichain',
          'events of the interval',
          'dimension',
        ],
        rows: orders.map(({ name, qubits, events, links, chain, antichain, interval, dimension }) => [
          name,
          qubits,
          events,
          links,
          chain,
          antichain,
          interval,
          text(dimension),
        ]),
      },
    ],
  };
}

function curvatureSection({ curvature, options }: Measured): StudySection {
  const { areas, antiDeSitter, frames, kick } = curvature;
  return {
    heading: 'Curvature at the gates',
    label: 'analogy',
    text:
      'Wires are light rays, so what lies between four gates of a chain is a square with ds² = −2 f du dv, and the deficit at a gate is the boost ln(f_{N} f_{S}/(f_{E} f_{W})). In two dimensions Einstein’s action is topological; with a dilaton the deficit is κ times the angle of the gate, and space-time is found by marching along the wires. ' +
      `That an angle is matter, and κ = ${options.kappa}, are choices. A single kick of angle 1 changes ln f by ${kick.inside.toFixed(3)} everywhere in its future and by ${kick.outside.toFixed(3)} outside.`,
    exhibits: [
      {
        kind: 'heat-map',
        caption: 'ln f of a brickwork circuit of random angles. Flat before the circuit and beside it.',
        quantity: 'ln f',
        rowsLabel: 'layer',
        columnsLabel: 'bond',
        rows: areas.map((_, t) => String(t)),
        columns: areas[0]!.map((_, x) => String(x)),
        values: areas,
      },
      {
        kind: 'table',
        caption: 'Deficits of AdS₂ on squares of side h, over ½ R f h².',
        columns: ['h', 'deficit / ½Rfh²'],
        rows: antiDeSitter.map(({ side, ratio }) => [side, ratio]),
      },
      {
        kind: 'table',
        caption: 'The metric of a gate with four null wires in 3 + 1 dimensions, by their directions.',
        columns: ['directions', 'volume of their tetrahedron', 'signature', 'det g'],
        rows: frames.map(({ name, volume, signature, determinant }) => [name, volume, signature, determinant]),
      },
    ],
  };
}

function historySection({ number, gates, actions, counts, weight, interference }: Histories): StudySection {
  return {
    heading: 'The sum over histories',
    text:
      `Every rotation is (1 − P) + e^{−iθ}P: it scatters, with a phase, or it does not. A circuit of ${gates} rotations on three qubits has ${number} histories, each with an action of its own; their sum is the amplitude. They interfere: moduli add up to ${weight.toFixed(2)} where the sum is 1, ` +
      `and off the diagonal the decoherence functional of the first ten gates is ${interference.toFixed(1)} times its trace. So histories have no probabilities, and no single space-time is what happened.`,
    exhibits: [
      {
        kind: 'chart',
        caption: 'Actions of the histories. Share of all histories, and of their moduli.',
        x: { label: 'action / ħ', kind: 'linear', include: [0] },
        y: { label: 'share', kind: 'linear', include: [0] },
        series: [
          {
            name: 'histories',
            mark: 'line-and-points',
            points: actions.map(({ action, share }) => [action, share] as const),
          },
          {
            name: 'moduli of amplitudes',
            mark: 'dash',
            points: actions.map((bin) => [bin.action, bin.weight] as const),
          },
        ],
      },
      {
        kind: 'chart',
        caption: 'Squared norm of the sum of all histories with k scatterings, against binomial weights.',
        x: { label: 'scatterings k', kind: 'linear', include: [0] },
        y: { label: '‖ψ_k‖²', kind: 'linear', include: [0] },
        series: [
          {
            name: 'histories',
            mark: 'line-and-points',
            points: counts.map(({ scatterings, coherent }) => [scatterings, coherent] as const),
          },
          {
            name: 'gates that scatter by chance',
            mark: 'dash',
            points: counts.map(({ scatterings, incoherent }) => [scatterings, incoherent] as const),
          },
        ],
      },
    ],
  };
}

function checksOf({ orders, curvature, histories }: Measured): readonly Check[] {
  const last = orders.curves[0]!.points.map(([, d]) => Math.abs(d - 2));
  return [
    ...orders.sprinklings.map(({ dimension, mean, deviation }) =>
      equals(
        `dimension of points drawn in ${dimension} dimensions, ten diamonds`,
        'closed form',
        mean,
        dimension,
        Math.max(0.1, 3 * (deviation / Math.sqrt(10))),
      ),
    ),
    ...last
      .slice(1)
      .map((error, k) =>
        atMost(`brickwork on a chain, size ${k + 2}: |d − 2| less than of the size before`, 'theorem', error, last[k]!),
      ),
    atMost('deficits less κθ, greatest', 'theorem', curvature.residual, 0, 1e-12),
    equals(
      'ln f inside the light cone of one kick',
      'closed form',
      curvature.kick.inside,
      curvature.kick.expected,
      1e-13,
    ),
    equals('ln f outside of it', 'closed form', curvature.kick.outside, 0, 0),
    equals('AdS₂: deficit over ½Rfh² at h = 0.01', 'closed form', curvature.antiDeSitter.at(-1)!.ratio, 1, 3e-4),
    atMost('sum over histories less the amplitude', 'theorem', histories.defect, 0, 1e-12),
  ];
}

function verdictsOf({ orders, curvature, histories }: Measured): readonly Verdict[] {
  const [chain, , random] = orders.curves.map(({ points }) => points.at(-1)![1]);
  return [
    {
      statement: 'The order of the gates of a local circuit is the causal structure of a space-time.',
      source: 'II.F',
      verdict: 'holds in part',
      because: `Intervals of brickwork on a chain have dimension ${chain!.toFixed(3)}; gates on any pairs ${random!.toFixed(2)}. The lattice of gates has preferred directions, which points drawn in Minkowski space have not.`,
    },
    {
      statement: 'Gates curve space-time by Einstein’s equation.',
      source: 'II.F',
      verdict: 'analogy',
      because: `The equation is imposed and solved (residual ${curvature.residual.toExponential(0)}); lengths, phases and κ are inputs.`,
    },
    {
      statement: 'A computation is a superposition of space-times.',
      source: 'II.F',
      verdict: 'analogy',
      because: `The sum over ${histories.number} histories is exact (${histories.defect.toExponential(0)}), each with angles of its own and so a lattice of its own; that these are space-times is a reading.`,
    },
  ];
}
