/** @file The findings of the study in words. */

import {
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import type { Squares } from './squares.ts';
import type { VertexDeficit, VertexSpectrum } from './vertices.ts';

interface Measured {
  readonly spectra: readonly VertexSpectrum[];
  readonly deficits: readonly VertexDeficit[];
  readonly squares: Squares;
}

const spinText = (j: number): string => (Number.isInteger(j) ? `${j}` : `${2 * j}/2`);

export function findings(measured: Measured): Findings {
  const { deficits, squares } = measured;
  const longest = squares.shares.filter(({ length }) => length === 4);
  const { area, deviation, fine, spin } = squares.columns.at(-1)!;
  return {
    title: 'Areas of spin networks',
    question: 'Is the entanglement of a spin network the area of a surface through it? (II.D)',
    answer:
      `It is bounded by it, and two thirds of it or more. Arcs of four links around a square of nine random vertices have ${longest.map((share) => `${(100 * share.invariant).toFixed(0)} %`).join(', ')} of the area ln(2j + 1) per link of their minimal cut ` +
      `at j = ${longest.map((share) => spinText(share.spin)).join(', ')}; with random tensors that are not invariant ${longest.map((share) => `${(100 * share.random).toFixed(0)} %`).join(', ')}. A random vertex misses the entropy of a perfect tensor by ` +
      `${deficits[0]!.exact.toFixed(3)} nats at j = 1/2 and ${deficits.at(-1)!.exact.toFixed(3)} at j = 6: perfect only relative to ln j. Seen from afar, three links of spin ${spinText(spin)} are one of area ${area.toFixed(2)} ± ${deviation.toFixed(2)}, where their areas add up to ${fine.toFixed(2)}.`,
    sections: [vertexSection(measured), squareSection(squares), columnSection(squares)],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function vertexSection({ spectra, deficits }: Measured): StudySection {
  return {
    heading: 'One vertex',
    text:
      'A link of spin j has the area 8πγℓ²√(j(j + 1)), a vertex of valence four the volume (√2/3)(8πγℓ²)^{3/2}√|J₁·(J₂ × J₃)|. ' +
      'A perfect tensor would give any two of its four links the entropy 2 ln(2j + 1); an invariant one drawn at random has p_{J} on the spin J of the pair, and within J everything.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Area of the first link in units of 8πγℓ², and volumes of the vertex in units of (8πγ)^{3/2}ℓ³.',
        columns: ['spins', 'area', 'volumes', 'published'],
        rows: spectra.map(({ spins, area, volumes, published }) => [
          spins.map(spinText).join(', '),
          area,
          volumes.map((v) => v.toFixed(4)).join(', '),
          published.map((v) => v.toFixed(4)).join(', '),
        ]),
      },
      {
        kind: 'chart',
        caption: 'What a random vertex lacks to be perfect, in nats. It grows to a constant.',
        x: { label: 'spin j', kind: 'linear', include: [0] },
        y: { label: '2 ln(2j + 1) − S', kind: 'linear', include: [0] },
        series: [
          { name: 'closed form', mark: 'line', points: deficits.map(({ spin, exact }) => [spin, exact] as const) },
          { name: 'drawn', mark: 'hollow', points: deficits.map(({ spin, sampled }) => [spin, sampled] as const) },
        ],
      },
    ],
  };
}

function squareSection({ shares }: Squares): StudySection {
  const spins = [...new Set(shares.map(({ spin }) => spin))];
  return {
    heading: 'Cuts through a square of nine vertices',
    text:
      'Twelve links leave the square. An arc of them is cut off by a surface through the links inside; with ln(2j + 1) for each link that it crosses, no entropy exceeds the least such area. ' +
      'The control is the same graph with random tensors that are not invariant: what they reach, too, is geometry of the graph, not of spins.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Entropy of arcs as a share of the area of their minimal cut. Mean over all arcs and networks.',
        x: { label: 'links in the arc', kind: 'linear', include: [0] },
        y: { label: 'S / area', kind: 'linear', include: [0, 1] },
        series: spins.flatMap((spin) => [
          {
            name: `spin ${spinText(spin)}`,
            mark: 'line-and-points' as const,
            points: shares
              .filter((share) => share.spin === spin)
              .map(({ length, invariant }) => [length, invariant] as const),
          },
          {
            name: `random tensors, ${2 * spin + 1} levels`,
            mark: 'dash' as const,
            points: shares
              .filter((share) => share.spin === spin)
              .map(({ length, random }) => [length, random] as const),
          },
        ]),
        levels: [{ y: 1, name: 'area' }],
      },
      {
        kind: 'table',
        caption: 'Entropies of arcs over areas.',
        columns: ['spin', 'links in the arc', 'links cut', 'S / area', 'random tensors', 'greatest S − area'],
        rows: shares.map(({ spin, length, links, invariant, random, excess }) => [
          spinText(spin),
          length,
          links,
          invariant,
          random,
          excess,
        ]),
      },
    ],
  };
}

function columnSection({ columns }: Squares): StudySection {
  const last = columns.at(-1)!;
  return {
    heading: 'Seen from afar, areas fluctuate',
    text:
      'Each column of three vertices is contracted to one. The three links between two columns are then one link whose spin is not sharp: the tensor of a column is invariant, so it has a definite distribution over the total spin J, ' +
      'from 0 or 1/2, where the surfaces cancel, to 3j, where they add up.',
    exhibits: [
      {
        kind: 'chart',
        caption: `Total spin of three links of spin ${spinText(last.spin)} between two columns. Hollow: if nothing were known of the three.`,
        x: { label: 'total spin J', kind: 'linear', include: [0] },
        y: { label: 'probability', kind: 'linear', include: [0] },
        series: [
          {
            name: 'column',
            mark: 'line-and-points',
            points: last.spins.map((J, k) => [J, last.probabilities[k]!] as const),
          },
          { name: 'maximally mixed', mark: 'hollow', points: last.spins.map((J, k) => [J, last.mixed[k]!] as const) },
        ],
      },
      {
        kind: 'table',
        caption: 'Area between two columns in units of 8πγℓ².',
        columns: ['spin', 'mean area', 'standard deviation', 'links one by one'],
        rows: columns.map(({ spin, area, deviation, fine }) => [spinText(spin), area, deviation, fine]),
      },
    ],
  };
}

function checksOf({ spectra, deficits, squares }: Measured): readonly Check[] {
  return [
    ...spectra.map(({ spins, volumes, published }) =>
      atMost(
        `volumes of (${spins.map(spinText).join(', ')}), greatest difference`,
        'published value',
        Math.max(...volumes.map((v, k) => Math.abs(v - published[k]!))),
        0,
        5e-5,
      ),
    ),
    ...deficits.map(({ spin, sampled, error, exact }) =>
      equals(
        `what a random vertex of spin ${spinText(spin)} lacks, drawn, within 4 standard errors`,
        'closed form',
        sampled,
        exact,
        4 * error,
      ),
    ),
    atMost(
      'greatest S − area of all arcs',
      'theorem',
      Math.max(...squares.shares.map(({ excess }) => excess)),
      0,
      1e-9,
    ),
    atMost('‖ΣJ ψ‖/‖ψ‖ of the square', 'theorem', squares.invariance, 0, 1e-11),
    atMost('change of the amplitudes by coarse graining', 'theorem', squares.coarse, 0, 1e-12),
  ];
}

function verdictsOf({ squares }: Measured): readonly Verdict[] {
  const gains = squares.shares.map(({ invariant, random }) => invariant - random);
  return [
    {
      statement: 'Entanglement of a spin network is the area of a surface.',
      source: 'II.D',
      verdict: 'holds in part',
      because: `S ≤ area always; arcs reach ${(100 * Math.min(...squares.shares.map(({ invariant }) => invariant))).toFixed(0)} to ${(100 * Math.max(...squares.shares.map(({ invariant }) => invariant))).toFixed(0)} % of it. The area of the theory is √(j(j + 1)) per link, the entropy ln(2j + 1): proportional at one spin, not across spins.`,
    },
    {
      statement: 'The invariance of spin networks brings their entropies nearer to areas than other tensors.',
      source: 'II.D',
      verdict: Math.min(...gains) > 0 ? 'holds' : Math.max(...gains) < 0 ? 'fails' : 'holds in part',
      because: `S/area less that of random tensors on the same graph lies between ${Math.min(...gains).toFixed(3)} and ${Math.max(...gains).toFixed(3)}.`,
    },
    {
      statement: 'Spin networks are quantum space.',
      source: 'II.D',
      verdict: 'analogy',
      because: 'Links, spins and their spectra of area are put in.',
    },
  ];
}
