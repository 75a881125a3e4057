/** @file The findings of the study in tables, charts and pictures. */

import { meraGraph } from '../../../src/geometry/graph-families.ts';
import { graphScale } from '../../../src/record/graph-scale.ts';
import type { StudySection, TowerSector } from '../../../src/record/study-record.ts';
import type { ScalingLine } from '../../../src/systems/renormalisation/index.ts';
import type { Certified } from './chains.ts';
import type { Measured } from './measured.ts';

/** Dimensions above this are not drawn. */
const HIGHEST = 2.1;

const lines = (expected: readonly ScalingLine[] = []): TowerSector['expected'] =>
  expected
    .filter(({ value }) => value <= HIGHEST)
    .map(({ name, value, count }) => ({ value, name: count === 1 ? name : `${name} ×${count}` }));

const below = (levels: readonly number[]): readonly number[] => levels.filter((level) => level <= HIGHEST);

function tower(caption: string, networks: readonly Certified[]) {
  const { exact } = networks[0]!;
  const sectors: TowerSector[] = [
    {
      name: 'local',
      levels: networks.map(({ certificate }) => below(certificate.dimensions)),
      expected: lines(exact.dimensions),
    },
    {
      name: 'twisted',
      levels: networks.map(({ certificate }) => below(certificate.twisted)),
      expected: lines(exact.twisted),
    },
  ];
  return {
    kind: 'tower',
    caption,
    quantity: 'scaling dimension Δ',
    columnsLabel: 'χ',
    columns: networks.map(({ bond }) => `${bond}`),
    sectors,
  } as const;
}

/** Names of chains, each once. */
export const chainsOf = (networks: readonly Certified[]): readonly string[] => [
  ...new Set(networks.map(({ name }) => name)),
];

export function spectrumSection({ ising, others }: Measured): StudySection {
  const all = [...ising.networks, ...others];
  return {
    heading: 'Scaling dimensions',
    text:
      'Ternary layers with tensors that conserve the charges of the chain: alternating updates, then L-BFGS with the exact gradient of the energy per site. ' +
      'Dimensions are −log₃ of the eigenvalues of the superoperator; in the twisted sector operators have a string of the symmetry to their left. c is 3(S(2) − S(1))/ln 2 of the state that the layer leaves as it is.',
    exhibits: [
      tower('Tower of the Ising chain. Lines where conformal field theory has operators.', ising.networks),
      ...chainsOf(others).map((name) =>
        tower(
          `Tower of the ${name} chain. Lines where conformal field theory has operators.`,
          others.filter((one) => one.name === name),
        ),
      ),
      {
        kind: 'table',
        caption:
          'Certificates. The error of the energy is relative; the exact values are −4/π, −4/π and −(4/3 + 2√3/π).',
        columns: ['chain', 'χ', 'energy', 'error', 'least Δ', 'exact', 'c', 'exact c', '‖gradient‖', 'verdict'],
        rows: all.map(({ name, bond, exact, certificate: own }) => [
          name,
          bond,
          own.energy,
          own.error,
          own.dimensions[0]!,
          exact.dimensions[0]!.value,
          own.centralCharge,
          exact.centralCharge,
          own.gradientNorm,
          own.verdict,
        ]),
      },
    ],
  };
}

export function correlationSection({ ising }: Measured): StudySection {
  return {
    heading: 'Correlations',
    text: 'Order-parameter correlations of the Ising chain at the distances 3^{k}, at which two sites climb k layers and are neighbours; exact ones are determinants of the infinite chain.',
    exhibits: [
      {
        kind: 'chart',
        caption: '⟨X₀X_{r}⟩ of the Ising chain. A power r^{−1/4} in network and chain.',
        x: { label: 'distance r (sites)', kind: 'log' },
        y: { label: '⟨X₀X_{r}⟩', kind: 'log' },
        series: [
          { name: 'MERA', mark: 'points', points: ising.correlations.map(({ distance, found }) => [distance, found]) },
          { name: 'exact', mark: 'line', points: ising.correlations.map(({ distance, exact }) => [distance, exact]) },
        ],
      },
    ],
  };
}

export function codeSection({ ising }: Measured): StudySection {
  const { leakage, least } = ising;
  const graph = meraGraph({ sites: 54, branching: 3, levels: 3 });
  const kinds = { u: 'disentangler', w: 'isometry', t: 'tensor' } as const;
  const values = graph.nodes.flatMap(({ id }) => {
    const value = id.startsWith('w') ? leakage[levelOf(id) - 1]?.information : undefined;
    return value === undefined ? [] : [[id, value] as const];
  });
  return {
    heading: 'The network as a code',
    text:
      'A coarse site is maximally entangled with a reference, and a fine site s layers below is erased. What it knows of the reference falls by a power of the scale with the least scaling dimension: deep sites are protected, never perfectly. ' +
      'That the coarse sites are a bulk which is protected as by an error-correcting code is the reading.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Leakage. I(R:E) of one erased site against the number of layers in between.',
        x: { label: 'layers s', kind: 'linear' },
        y: { label: 'I(R:E) (nats)', kind: 'log' },
        series: [
          { name: 'MERA', mark: 'line-and-points', points: leakage.map((one) => [one.layers, one.information]) },
          {
            name: '3^{−2Δs}',
            mark: 'dash',
            points: leakage.map((one) => [
              one.layers,
              leakage.at(-1)!.information * 9 ** (least * (leakage.length - one.layers)),
            ]),
          },
        ],
      },
      {
        kind: 'table',
        caption: `Exponents. −½ log₃ of the ratio of successive leakages; the least dimension of the same channel is ${least.toFixed(4)}.`,
        columns: ['layers', 'I(R:E) (nats)', 'exponent'],
        rows: leakage.map((one) => [one.layers, one.information, one.exponent]),
      },
      graphScale(graph, {
        caption:
          'Leakage by scale. Colour of an isometry: what an erased site of the boundary below it knows of the site above it.',
        shapeOf: ({ id }) => kinds[id[0] as keyof typeof kinds],
        ring: true,
        values: { quantity: 'I(R:E) (nats)', at: Object.fromEntries(values) },
      }),
    ],
  };
}

/** The level in the name of a node, 1 next to the boundary. */
const levelOf = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? 0);

export function controlSection({ random, others }: Measured): StudySection {
  const rows = [random, ...others.filter(({ name }) => name === 'XX')];
  return {
    heading: 'A wrong fixed point',
    text: 'The same chain, the same layers, the same search: once with tensors that conserve parity, once without. The energies are near each other and near the exact one; the spectrum of the second is that of no critical chain.',
    exhibits: [
      {
        kind: 'table',
        caption: 'The XX chain with and without its symmetry. Exact: Δ = ¼ twice, c = 1.',
        columns: ['search', 'error of the energy', 'first Δ', 'second Δ', 'third Δ', 'c', 'verdict'],
        rows: rows.map(({ name, certificate: own }) => [
          name,
          own.error,
          own.dimensions[0]!,
          own.dimensions[1]!,
          own.dimensions[2]!,
          own.centralCharge,
          own.verdict,
        ]),
      },
    ],
  };
}
