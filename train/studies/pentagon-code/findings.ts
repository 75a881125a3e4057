/** @file The findings of the study in words, tables and pictures. */

import { DomainError } from '../../../src/errors.ts';
import { minimalCut } from '../../../src/geometry/minimal-cut.ts';
import type { Tiling } from '../../../src/geometry/tiling.ts';
import { tilingGraph } from '../../../src/geometry/tiling-graph.ts';
import { counted } from '../../../src/number-format.ts';
import type { Findings, StudySection, Verdict } from '../../../src/record/study-record.ts';
import { tilingDisk } from '../../../src/record/tiling-disk.ts';
import type { CodeReport } from '../../../src/stabiliser/code-report.ts';
import { checksOf, userChecks } from './checks.ts';
import { type CutTable, crossing, type LayerErasure, type Measured, type WedgeTable } from './measured-code.ts';
import { codeName, erasureSection, operatorSection, regionSection, weightSection } from './report-sections.ts';

const QUESTION =
  'Can an operator in the bulk be rebuilt from parts of the boundary, as in an error-correcting code, and are entropies areas? (I, II.B)';

export function findings(measured: Measured): Findings {
  const { report, wedges, losses, cuts } = measured;
  const [open, centre] = lastOf(losses);
  return {
    title: 'A holographic code',
    question: QUESTION,
    answer:
      `The pentagon code of ${report.inputs} tiles is ${codeName(report)}. Of a network of perfect hexagons ${percent(cuts[0]!.arcs)} of the arcs ` +
      `and ${percent(cuts[0]!.scattered)} of the scattered regions have the entropy of their minimal cut. The greedy rule misses tiles of ${wedges.missedArcs} of ${wedges.arcs} arcs and of ${wedges.missedScattered} of ` +
      `${wedges.scattered} scattered regions. With a loss of 30 % of ${open.sites} sites the centre survives with probability ` +
      `${at(open, 0.3).toPrecision(2)} if all inputs are in use, and ${at(centre, 0.3).toPrecision(2)} if only the centre is.`,
    sections: [
      weightSection(report),
      surfaceSection(measured),
      holeSection(measured),
      wedgeSection(measured),
      layerSection(measured),
      lossSection(measured),
      regionSection(report),
      ...operatorSection(report),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

/** The findings on a code of the user's. */
export function userFindings(path: string, report: CodeReport): Findings {
  const weight = (report.certified ?? report.distance)?.weight ?? null;
  return {
    title: 'A stabiliser code',
    question: `What does the code in ${path} protect, and against which loss? (I)`,
    answer:
      `It is ${codeName(report)}, with ${report.sites} sites and ${report.inputs} ${report.inputs === 1 ? 'input' : 'inputs'}. ` +
      (weight === null
        ? 'It is a state and has no logical operator.'
        : `Every loss of ${weight - 1} sites is corrected, ${weight === report.certified?.weight ? 'by its enumerators' : 'as far as the search tells: an upper bound'}.`),
    sections: [weightSection(report), regionSection(report), erasureSection(report), ...operatorSection(report)],
    checks: userChecks(report),
    verdicts: [],
  };
}

function surfaceSection({ cuts }: Measured): StudySection {
  const [, , zero] = cuts;
  return {
    heading: 'Entropies and surfaces',
    text:
      'S(A) is at most the area of the minimal cut in any network. Perfect tensors without inputs attain it for arcs, by a ' +
      'theorem, and for nearly all scattered regions; with five sides and an input fixed, tensors are left over between the ' +
      'greedy surfaces of a region and of its complement, and some arcs have less. Inputs that are open add their own entropy.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Entropies against minimal cuts. Shares of regions with equality, and the greatest difference.',
        columns: ['network', 'sites', 'references', 'arcs', 'scattered', 'cut − S, nats', 'S of all sites, nats'],
        rows: cuts.map(({ name, sites, references, arcs, scattered, deficit, whole }) => [
          name,
          sites,
          references,
          arcs,
          scattered,
          Math.abs(deficit) < 1e-9 ? 0 : deficit,
          Math.abs(whole) < 1e-9 ? 0 : whole,
        ]),
      },
      {
        kind: 'chart',
        caption: `Arcs of the code with all inputs |0⟩. ${zero!.sites} sites, arcs that begin at site 0.`,
        x: { label: 'sites of the arc', kind: 'linear' },
        y: { label: 'nats', kind: 'linear', include: [0] },
        series: [
          { name: 'S', mark: 'line-and-points', points: zero!.curve.map(([length, S]) => [length, S] as const) },
          {
            name: 'minimal cut',
            mark: 'hollow',
            points: zero!.curve.map(([length, , area]) => [length, area] as const),
          },
        ],
      },
    ],
  };
}

function holeSection({ cuts }: Measured): StudySection {
  const [whole, hole] = cuts as [CutTable, CutTable];
  return {
    heading: 'A black hole',
    label: 'analogy',
    text:
      'The central hexagon is left out, and its sides are entangled with references: a horizon of six legs. The boundary ' +
      'is mixed, with the area of the horizon as its entropy, and a large arc has more entropy than its complement: its ' +
      'surface goes around the hole. That the entropy of tensors is that of a black hole is an analogy.',
    exhibits: [
      {
        kind: 'chart',
        caption: `Arcs with and without a hole. ${hole.sites} sites.`,
        x: { label: 'sites of the arc', kind: 'linear' },
        y: { label: 'S (nats)', kind: 'linear', include: [0] },
        levels: [{ y: hole.whole, name: 'horizon' }],
        series: [
          { name: 'with a hole', mark: 'line', points: hole.curve.map(([length, S]) => [length, S] as const) },
          { name: 'without', mark: 'dash', points: whole.curve.map(([length, S]) => [length, S] as const) },
        ],
      },
    ],
  };
}

function wedgeSection({ tiling, wedges }: Measured): StudySection {
  const [arc, scattered] = wedges.shown;
  const disk = (
    caption: string,
    { region, exact, greedy }: WedgeTable['shown'][number],
    name: string,
    legs: readonly string[],
  ) =>
    tilingDisk(tiling, {
      caption,
      regions: [{ name: 'region', sites: region }],
      wedges: [
        { name: `exact wedge: ${exact.length} tiles`, nodes: exact },
        { name: `greedy wedge: ${greedy.length} tiles`, nodes: greedy },
      ],
      cuts: [{ name, legs }],
    });
  return {
    heading: 'Wedges',
    label: 'analogy',
    text:
      `A tile is recovered from a region if all operators on its input have representatives there; one elimination tells of all ` +
      `tiles. The greedy rule, which absorbs a tile once enough of its legs are known for the others to follow, misses none for ${wedges.arcs - wedges.missedArcs} of ` +
      `${wedges.arcs} arcs, and some for ${wedges.missedScattered} of ${wedges.scattered} scattered regions. No tile is recovered from a ` +
      'region and from the rest. That the tiles are places of a bulk, and their inputs its fields, is an analogy.',
    exhibits: [
      disk(
        `An arc of ${arc!.region.length} sites, and what it recovers.`,
        arc!,
        'minimal surface',
        minimalCut(tilingGraph(tiling), arc!.region).legs,
      ),
      disk(
        `${scattered!.region.length} scattered sites, and what they recover.`,
        scattered!,
        'surface of the exact wedge',
        surfaceOf(tiling, scattered!.exact, scattered!.region),
      ),
    ],
  };
}

/** The legs between the tiles of a wedge, with the sites of the region, and everything else. */
function surfaceOf(tiling: Tiling, wedge: readonly string[], region: readonly number[]): readonly string[] {
  const inside = new Set(wedge);
  const sites = new Set(region.map((site) => tiling.boundary[site]!));
  return tiling.edges.flatMap(({ tiles: [a, b] }, edge) => {
    const far = b === undefined ? sites.has(edge) : inside.has(`tile ${b}`);
    return inside.has(`tile ${a}`) === far ? [] : [`${b === undefined ? 'leg' : 'bond'} ${edge}`];
  });
}

function layerSection({ weights }: Measured): StudySection {
  return {
    heading: 'Distance of the centre by layers',
    text:
      'Least weight of an operator on the central input, by contraction of the network of labels, with the number of words, and ' +
      'by search. The bare distance, all other inputs left alone, grows with the layers; the dressed one does not.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Distances of the central input. Numbers of words are exact; what the search finds is an upper bound.',
        columns: [
          'layers',
          'sites',
          'inputs',
          'dressed',
          'words',
          'by search',
          'found',
          'bare',
          'words ',
          'by search ',
          'found ',
        ],
        rows: weights.map(({ layers, sites, inputs, dressed, bare }) => [
          layers,
          sites,
          inputs,
          ...[dressed, bare].flatMap(({ weight, words, searched, found }) => [weight, words, searched, found]),
        ]),
      },
    ],
  };
}

function lossSection({ losses }: Measured): StudySection {
  const chart = (bulk: LayerErasure['bulk'], caption: string) =>
    ({
      kind: 'chart',
      caption,
      x: { label: 'probability of loss', kind: 'linear' },
      y: { label: 'probability that the centre survives', kind: 'linear', include: [0, 1] },
      series: losses
        .filter((row) => row.bulk === bulk)
        .map(({ layers, sites, points, shares }) => ({
          name: `${counted(layers, 'layer')}, ${sites} sites`,
          mark: 'line-and-points' as const,
          points: points.map(({ probability }, k) => [probability, shares[k]!] as const),
        })),
    }) as const;
  const samples = losses[0]!.points[0]!.samples;
  const open = losses.filter(({ bulk }) => bulk === 'open').map((row) => at(row, 0.3));
  const falls = open.every((share, k) => k === 0 || share < open[k - 1]!);
  return {
    heading: 'Erasure by layers',
    text:
      `Sites are lost independently, ${samples} samples; each answer is exact. With all inputs in use the rate is finite, ` +
      `${falls && open.length > 1 ? 'and more layers protect the centre less' : 'and more layers do not always protect the centre less'}: ` +
      `at a loss of 30 % it survives with probability ${open.map((share) => share.toFixed(2)).join(', ')}. With all other inputs |0⟩ the rate ` +
      'falls to zero. What survives with all inputs in use survives with one: the losses are the same.',
    exhibits: [
      chart('open', 'Loss with all inputs in use. Whether the centre is recovered from the sites left, by layers.'),
      chart('centre', 'Loss with all inputs but the centre |0⟩. The same losses.'),
    ],
  };
}

const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;

/** The largest code with all inputs open, and with the centre alone. */
function lastOf(losses: readonly LayerErasure[]): readonly [LayerErasure, LayerErasure] {
  const [open, centre] = [losses.at(-2), losses.at(-1)];
  if (open === undefined || centre === undefined) throw new DomainError('findings: erasures of one code required');
  return [open, centre];
}

/** The share at a probability of the list. */
export function at({ points, shares }: LayerErasure, probability: number): number {
  return shares[points.findIndex((point) => Math.abs(point.probability - probability) < 1e-9)]!;
}

function verdictsOf({ cuts, wedges, losses, weights }: Measured): readonly Verdict[] {
  const [perfect, , zero] = cuts as [CutTable, CutTable, CutTable];
  const centre = losses.filter(({ bulk }) => bulk === 'centre');
  const cross = crossing(centre.at(-2) ?? centre[0]!, centre.at(-1)!);
  const dressed = weights.map((row) => row.dressed.weight);
  const grows = dressed.every((weight, k) => k === 0 || weight! >= dressed[k - 1]!);
  return [
    {
      statement: 'entanglement entropy is the area of a minimal surface',
      source: 'I',
      verdict: 'holds in part',
      because:
        `S = cut for ${percent(perfect.arcs)} of the arcs of perfect hexagons and ${percent(perfect.scattered)} of the scattered regions, for ` +
        `${percent(zero.arcs)} and ${percent(zero.scattered)} of the code with inputs |0⟩; S ≤ cut always`,
    },
    {
      statement: 'a bulk operator can be rebuilt in different parts of the boundary, as in an error-correcting code',
      source: 'I, II.B',
      verdict: 'holds',
      because: `${wedges.cloned === 0 ? 'no tile is' : `${wedges.cloned} tiles are`} recovered from both a region and the rest, for ${wedges.arcs + wedges.scattered} regions; each wedge is certified by ranks`,
    },
    {
      statement: 'the deeper in the bulk, the better protected',
      source: 'II.B',
      verdict: grows && cross !== null ? 'holds' : 'holds in part',
      because:
        `dressed distances of the centre by layers are ${dressed.join(', ')}; with all inputs in use more layers lose the centre sooner, ` +
        (cross === null
          ? 'and the curves of the centre alone do not cross within their errors'
          : `with the centre alone the last two curves cross at ${cross.toFixed(2)}`),
    },
  ];
}
