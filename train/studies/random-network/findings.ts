/** @file The findings of the study in words, tables and pictures. */

import type { Tiling } from '../../../src/geometry/tiling.ts';
import { significant } from '../../../src/number-format.ts';
import type { Findings, Verdict } from '../../../src/record/study-record.ts';
import { type Bulk, bulkChecks, bulkSection, directionSection } from './bulk.ts';
import { type Cuts, cutChecks, cutSection } from './cuts.ts';
import { type Fits, fitChecks, fitSection } from './fits.ts';
import { type Intervals, intervalChecks, intervalSection } from './intervals.ts';
import { type Moments, momentChecks, momentSection } from './moments.ts';
import type { Options } from './options.ts';
import { type Walls, wallChecks, wallSection } from './walls.ts';

interface Measured {
  readonly tiles: Tiling;
  readonly options: Options;
  readonly moments: Moments;
  readonly walls: Walls;
  readonly cuts: Cuts;
  readonly intervals: Intervals;
  readonly bulk: Bulk;
  readonly fits: Fits;
}

export function findings(measured: Measured): Findings {
  const { tiles, options, moments, walls, cuts, intervals, bulk, fits } = measured;
  const { p, q, digits } = options;
  const half = cuts.rows[Math.floor(cuts.rows.length / 2)]!;
  return {
    title: 'Random tensor networks at finite bond dimension',
    question:
      `How near to the minimal cut are the entropies of random tensors on the tiling {${p},${q}} with ` +
      `${tiles.tiles.length} tiles and ${tiles.boundary.length} legs, and what of it is due to the geometry? (I, II.B)`,
    answer:
      `With D = ${2 ** digits}, an interval of ${half.length} legs has annealed S₂ = ${half.annealed.toFixed(3)}, mean entropy ` +
      `${half.quenched.mean.toFixed(3)} ± ${half.quenched.error.toFixed(3)}, and a minimal cut of ${half.cut.toFixed(3)}; the ` +
      'annealed one tends to the cut less the logarithm of the number of minimal cuts as D grows. Wedges of two intervals join at ' +
      `cross-ratio ${intervals.joinsAt.toFixed(2)}. A graph with the same tensors but rewired bonds obeys the formula as ` +
      `exactly (${significant(intervals.limitErrors[1], 1)} nats at D = 2²⁴), so that the formula alone is no evidence of a hyperbolic bulk: ` +
      `there the wedges join at ${intervals.rewiredJoinsAt.toFixed(2)}.`,
    sections: [
      momentSection(moments),
      wallSection(tiles, walls),
      cutSection(cuts, options),
      intervalSection(tiles, intervals),
      bulkSection(tiles, bulk),
      directionSection(bulk),
      fitSection(fits),
    ],
    checks: [
      ...momentChecks(moments),
      ...wallChecks(walls),
      ...cutChecks(cuts),
      ...intervalChecks(intervals),
      ...bulkChecks(bulk),
      ...fitChecks(fits),
    ],
    verdicts: verdictsOf(measured),
  };
}

function verdictsOf({ intervals, bulk, walls, fits }: Measured): readonly Verdict[] {
  const [own, other] = intervals.limitErrors;
  const [first, last] = [walls.rows[0]!, walls.rows.at(-1)!];
  const both = bulk.directions.map(({ ratio, outwards, inwards }) => ({ ratio, sum: outwards + inwards }));
  const best = both.reduce((least, row) => (row.sum < least.sum ? row : least));
  const black = bulk.horizon.at(-1)!;
  const [, critical, , cat, , shuffled] = fits.rows;
  return [
    {
      statement:
        'random tensor networks are among the specially designed networks that support the Ryu–Takayanagi formula',
      source: 'I',
      verdict: 'holds in part',
      because:
        `they support it, up to ln of the number of minimal cuts: |S₂ − (cut − ln #)| ≤ ${significant(own, 1)} nats at D = 2²⁴; at ` +
        `D = ${first.bond} the cut overestimates S₂ by ${(first.wall.cut.area - first.wall.entropy).toFixed(2)} of ` +
        `${first.wall.cut.area.toFixed(2)} nats. They need no design: on a graph with rewired bonds the difference is ${significant(other, 1)} nats`,
    },
    {
      statement: 'they are erasure codes: a region reconstructs its entanglement wedge',
      source: 'I',
      verdict: 'holds',
      because:
        `of a qubit in the central tile two intervals know a share ${significant(intervals.central[0], 2)} at cross-ratio 0.3, and ` +
        `${intervals.central[1].toPrecision(3)} at 0.7 (annealed, D = 2¹⁶); for most positions their wedges join by ${intervals.joinsAt.toFixed(2)}`,
    },
    {
      statement: 'the random tensor network aims at a code in both directions, without loss along the radius',
      source: 'II.B',
      verdict: 'holds in part',
      because:
        `either direction is an isometry for some dimension of the bulk legs, but not both: together they lack at least ${best.sum.toFixed(1)} ln D, at ` +
        `ln d = ${best.ratio} ln D`,
    },
    {
      statement: 'the geometry of a mixed state has a black hole in its middle',
      source: 'III.A',
      verdict: 'analogy',
      because:
        `for ln d = ${black.ratio} ln D the wall of the whole boundary encloses ${bulk.disk.length} tiles, of which it leaves the boundary a share of ` +
        `${black.share.toPrecision(2)}, S₂ = ${black.entropy.toFixed(2)} ln D against ${bulk.around} bonds around them`,
    },
    {
      statement: 'the minimal surface of a complex state is not bound by the boundary between regions',
      source: 'III.A',
      verdict: 'holds',
      because: `half of the boundary ends in two places, and its minimal surface is ${last.wall.cut.legs.length} bonds through the bulk`,
    },
    {
      statement: 'a state determines a geometry by its entropies',
      source: 'III.A',
      verdict: 'holds in part',
      because:
        `fits leave ${critical!.residual.toPrecision(2)} nats for the critical Ising ring, ${cat!.residual.toPrecision(2)} for GHZ, ` +
        `${shuffled!.residual.toPrecision(2)} for shuffled entropies; the graph must be chosen first`,
    },
  ];
}
