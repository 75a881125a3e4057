/** @file The findings of the study in words, tables and pictures. */

import {
  atLeast,
  atMost,
  type Check,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import { tilingDisk } from '../../../src/record/tiling-disk.ts';
import type { PentagonCode } from '../pentagon-code.ts';
import type { ArcPairs, RegionWedges } from './measured-wedges.ts';

interface Measured {
  readonly code: PentagonCode;
  readonly arcs: readonly RegionWedges[];
  readonly pairs: ArcPairs;
  /** Regions of scattered sites, each with one that contains it. */
  readonly scattered: readonly (readonly [RegionWedges, RegionWedges])[];
  readonly difference: number;
}

export function findings(measured: Measured): Findings {
  const { code, arcs, pairs, scattered } = measured;
  const regions = scattered.flat();
  const missed = regions.filter(({ greedy, exact }) => greedy.length < exact.length);
  const beyond = arcs.filter(({ causal, exact }) => causal.length < exact.length);
  const { separate, joint } = pairs.best;
  return {
    title: 'Wedges of a code',
    question:
      'Which operators of the bulk can be rebuilt on a part of the boundary: those in its causal wedge, or all in its entanglement wedge? (II.B)',
    answer:
      `On the pentagon code of ${code.entropies.references} tiles and ${code.entropies.boundary} sites the entanglement wedge is larger ` +
      `than the causal wedge for ${beyond.length} of ${arcs.length} arcs. The greedy rule finds all of it for every arc, and misses a ` +
      `tile or more for ${missed.length} of ${regions.length} regions of scattered sites. Two arcs together recover up to ` +
      `${joint.length - separate.length} tiles that neither recovers alone: ${separate.length} apart, ${joint.length} together.`,
    sections: [arcSection(measured), pairSection(measured), scatteredSection(measured, missed), lawSection(measured)],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function arcSection({ code, arcs }: Measured): StudySection {
  const gain = ({ causal, exact }: RegionWedges): number => exact.length - causal.length;
  const half = arcs.filter(({ region }) => region.length <= code.entropies.boundary / 2);
  const shown = half.reduce((a, b) => (gain(b) > gain(a) ? b : a));
  return {
    heading: 'Arcs',
    label: 'analogy',
    text:
      'Each tile is the five-qubit code with one logical input. Read from the centre outwards it is an isometry, so the ' +
      'network has light cones: the causal wedge of an arc is what acts on nothing else. The exact wedge, from ' +
      'entropies alone, is larger: a tile is recovered from any three of its legs, not only from all outer ones. ' +
      'That the tiles are places and their inputs fields in a bulk is an analogy.',
    exhibits: [
      tilingDisk(code.tiling, {
        caption: `An arc of ${shown.region.length} sites. Tiles in its entanglement wedge, among them those of its causal wedge, and the minimal cut.`,
        regions: [{ name: 'arc', sites: shown.region }],
        wedges: [
          { name: 'entanglement wedge', nodes: shown.exact },
          { name: 'causal wedge', nodes: shown.causal },
        ],
        cuts: [{ name: 'minimal cut', legs: cutAround(code, shown.exact, shown.region) }],
      }),
      shareChart(code, arcs, 'Share of the tiles that an arc recovers. Mean over arcs of like length.'),
    ],
  };
}

function pairSection({ code, pairs }: Measured): StudySection {
  const { arcs, separate, joint } = pairs.best;
  return {
    heading: 'Two arcs',
    text:
      'The wedge of two arcs is more than both wedges when the minimal cut of both together runs between them rather ' +
      'than around each: then tiles in the middle are recovered from both arcs, and from neither alone.',
    exhibits: [
      tilingDisk(code.tiling, {
        caption: 'Two arcs, together and apart. Tiles recovered only together lie between the two wedges.',
        regions: arcs.map((sites, k) => ({ name: `arc ${k + 1}`, sites })),
        wedges: [
          { name: `together: ${joint.length} tiles`, nodes: joint },
          { name: `apart: ${separate.length} tiles`, nodes: separate },
        ],
        cuts: [{ name: 'minimal cut of both', legs: cutAround(code, joint, arcs.flat()) }],
      }),
      {
        kind: 'table',
        caption: `Tiles apart and together. ${pairs.pairs} pairs of arcs of equal length; those that gain most.`,
        columns: ['apart', 'together', 'pairs of arcs'],
        rows: pairs.gaining.slice(0, 12).map((row) => [row.apart, row.together, row.pairs]),
      },
    ],
  };
}

function scatteredSection({ code, scattered }: Measured, missed: readonly RegionWedges[]): StudySection {
  const regions = scattered.flat();
  const miss = ({ greedy, exact }: RegionWedges): number => exact.length - greedy.length;
  const shown = missed.reduce((a, b) => (miss(b) > miss(a) ? b : a), missed[0] ?? regions[0]!);
  return {
    heading: 'Scattered sites',
    text:
      'The greedy rule absorbs one tile at a time. Where the sites are scattered it can stop although tiles are ' +
      'recovered: several of them only together, each with fewer than three known legs.',
    exhibits: [
      tilingDisk(code.tiling, {
        caption: `${shown.region.length} scattered sites. What the greedy rule finds of the entanglement wedge.`,
        regions: [{ name: 'region', sites: shown.region }],
        wedges: [
          { name: 'entanglement wedge', nodes: shown.exact },
          { name: 'greedy wedge', nodes: shown.greedy },
        ],
      }),
      shareChart(code, regions, 'Share of the tiles that scattered sites recover. Mean over regions of like size.'),
    ],
  };
}

function lawSection({ arcs, scattered, pairs }: Measured): StudySection {
  const sets = [
    ['arcs', arcs],
    ['scattered', scattered.flat()],
  ] as const;
  const count = (regions: readonly RegionWedges[], has: (region: RegionWedges) => boolean): number =>
    regions.filter(has).length;
  return {
    heading: 'Laws',
    text:
      'Inclusions and no-cloning are theorems, and checked below. That entropy equals area with the bulk term, that every ' +
      'tile is recovered from the region or from the rest, and that the exact wedge lies within a minimal cut, are not.',
    exhibits: [
      {
        kind: 'table',
        caption: 'How many regions do what. Tiles that neither side recovers are known to both in part.',
        columns: [
          'regions',
          'all',
          'causal < exact',
          'greedy < exact',
          'entropy < area',
          'with a tile on neither side',
          'exact beyond the cut',
        ],
        rows: sets.map(([name, regions]) => [
          name,
          regions.length,
          count(regions, ({ causal, exact }) => causal.length < exact.length),
          count(regions, ({ greedy, exact }) => greedy.length < exact.length),
          count(regions, ({ deficit }) => deficit > 1e-9),
          count(regions, ({ lost }) => lost > 0),
          count(regions, ({ exact, farthest }) => !isWithin(exact, farthest)),
        ]),
      },
      {
        kind: 'table',
        caption: 'Pairs of arcs. Both of equal length, each pair counted once.',
        columns: ['pairs', 'with a larger joint wedge'],
        rows: [[pairs.pairs, pairs.gaining.reduce((sum, row) => sum + row.pairs, 0)]],
      },
    ],
  };
}

function checksOf({ arcs, pairs, scattered, difference }: Measured): readonly Check[] {
  const all = [...arcs, ...scattered.flat()];
  const wrong = (has: (region: RegionWedges) => boolean): number => all.filter(has).length;
  const shrunk = scattered.filter(([less, more]) => !isWithin(less.exact, more.exact)).length;
  const { separate, joint } = pairs.best;
  return [
    atMost(
      'regions whose causal wedge is not in the greedy wedge',
      'theorem',
      wrong(({ causal, greedy }) => !isWithin(causal, greedy)),
      0,
    ),
    atMost(
      'regions whose greedy wedge is not in the entanglement wedge',
      'theorem',
      wrong(({ greedy, exact }) => !isWithin(greedy, exact)),
      0,
    ),
    atMost(
      'regions that share a tile with the rest (no-cloning)',
      'theorem',
      wrong(({ cloned }) => cloned > 0),
      0,
    ),
    atMost('regions that recover more than a larger one', 'theorem', shrunk, 0),
    atMost('leakage of a whole exact wedge', 'theorem', Math.max(...all.map(({ leaked }) => leaked)), 0, 1e-9),
    atMost(
      'regions with more entropy than area',
      'theorem',
      wrong(({ deficit }) => deficit < -1e-9),
      0,
    ),
    atMost(
      'entropies by ranks and by contraction of isometries, difference',
      'independent computation',
      difference,
      0,
      1e-9,
    ),
    atLeast('tiles that two arcs recover only together', 'independent computation', joint.length - separate.length, 1),
    atMost(
      'arcs on which the greedy rule is not exact',
      'published value',
      arcs.filter(({ greedy, exact }) => greedy.length < exact.length).length,
      0,
    ),
  ];
}

function verdictsOf({ arcs, pairs, scattered }: Measured): readonly Verdict[] {
  const beyond = arcs.filter(({ causal, exact }) => causal.length < exact.length).length;
  const { separate, joint } = pairs.best;
  const lost = scattered.flat().filter(({ lost: tiles }) => tiles > 0).length;
  return [
    {
      statement:
        'a tensor network with the property of an erasure code supports reconstruction in causal and entanglement wedges',
      source: 'I',
      verdict: 'holds',
      because: `the exact wedge holds the causal one for every region and is larger for ${beyond} of ${arcs.length} arcs; two arcs see ${joint.length} tiles together, ${separate.length} apart`,
    },
    {
      statement:
        'finite speed of information alone gives the causal wedge; the entanglement wedge follows from redundancy',
      source: 'II.B',
      verdict: 'holds in part',
      because: `light cones give the causal wedge exactly; the tiles beyond it are recovered because any three legs of a perfect tensor suffice, a property of these tensors that is put in by hand`,
    },
    {
      statement: 'the wedge of a region is bounded by a minimal surface, and the rest has the other side',
      source: 'I',
      verdict: 'holds in part',
      because: `for arcs entropy equals area with the bulk term; of scattered regions ${lost} of ${2 * scattered.length} leave tiles that neither side recovers`,
    },
  ];
}

/** Legs between the tiles of a wedge, or the sites of a region, and everything else; logical inputs left out. */
function cutAround({ graph }: PentagonCode, wedge: readonly string[], region: readonly number[]): readonly string[] {
  const within = new Set(wedge);
  const sites = new Set(region.map((site) => graph.boundary[site]!));
  const inputs = new Set(graph.references);
  return graph.edges
    .filter(
      ({ leg, from, to }) => !inputs.has(leg) && within.has(from) !== (to === null ? sites.has(leg) : within.has(to)),
    )
    .map(({ leg }) => leg);
}

/** Means over twelve classes of size. */
function shareChart(
  { entropies }: PentagonCode,
  regions: readonly RegionWedges[],
  caption: string,
): StudySection['exhibits'][number] {
  const classes = Math.min(12, entropies.boundary - 1);
  const classOf = ({ region }: RegionWedges): number =>
    Math.floor(((region.length - 1) * classes) / (entropies.boundary - 1));
  const points = (wedgeOf: (region: RegionWedges) => readonly string[]) =>
    [...Array(classes).keys()].flatMap((k) => {
      const own = regions.filter((region) => classOf(region) === k);
      if (own.length === 0) return [];
      const mean = (value: (region: RegionWedges) => number): number =>
        own.reduce((sum, region) => sum + value(region), 0) / own.length;
      return [
        [
          mean(({ region }) => region.length / entropies.boundary),
          mean((region) => wedgeOf(region).length / entropies.references),
        ] as const,
      ];
    });
  return {
    kind: 'chart',
    caption,
    x: { label: 'share of the sites', kind: 'linear', include: [0, 1] },
    y: { label: 'share of the tiles', kind: 'linear', include: [0, 1] },
    series: [
      { name: 'entanglement wedge', mark: 'line-and-points', points: points(({ exact }) => exact) },
      { name: 'greedy wedge', mark: 'dash', points: points(({ greedy }) => greedy) },
      { name: 'causal wedge', mark: 'line', points: points(({ causal }) => causal) },
    ],
  };
}

const isWithin = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => b.includes(id));
