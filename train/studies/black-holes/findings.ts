/** @file The findings of the study in words. */

import { atMost, type Check, equals, type Findings, type Verdict } from '../../../src/record/study-record.ts';
import type { Doubles } from './doubles.ts';
import type { Measured } from './measured.ts';
import type { Regions } from './regions.ts';
import { doubleSection, gateSection, regionSection, scramblerSection, spinSection } from './sections.ts';

export function findings(measured: Measured): Findings {
  const { options, region, double } = measured;
  const last = double.growth.at(-1)!;
  const rate = (4 * Math.PI) / (3 * options.beta);
  return {
    title: 'Black holes and hot states',
    question:
      'Does a hot state behave as a black hole does: entropies of regions, the bridge between two sides, what it hides? (I, III.A)',
    answer:
      `Of one interval, hot fermions have the entropy of a black hole up to a constant (${region.states[0]!.spread.toFixed(4)} nats); of two intervals and of three they do not: ` +
      `nothing switches at cross-ratio ½, and I₃ is ${region.states[0]!.tripartite.toExponential(1)} where geodesics have ${region.tripartite.toFixed(4)}. Between two sides of a thermofield double the entropy ` +
      `grows at ${double.slope.toFixed(5)} (4πc/3β = ${rate.toFixed(5)}) and ends at ${last[1].toFixed(2)}, as the geodesics through the interior do, without their corner. What a state tells of a gate ` +
      `falls as β² to nothing. 'Black hole' and 'wormhole' are analogies here: free fermions have no gravity.`,
    sections: [
      regionSection(measured),
      doubleSection(measured),
      scramblerSection(measured),
      spinSection(measured),
      gateSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function checksOf({ region, double, gate }: Measured): readonly Check[] {
  const [whole, later, turned] = double.scrambled as readonly [Row, Row, Row];
  const fermions = region.lattice.slice(CLOSE).map(([x, value]) => value + Math.log1p(-x) / 3);
  return [
    equals(
      'one interval: S(A) − S(Ā) of a long one over S_{BH}',
      'closed form',
      region.plateau[0] / region.plateau[1],
      1,
      1e-10,
    ),
    equals('one interval: sinh ratio over e^{πr_{h}} at the switch', 'closed form', region.switchRatio, 1, 1e-9),
    equals('two thermal intervals: cross-ratio at the switch', 'closed form', region.pairSwitch, 0.5, 1e-9),
    atMost('strong subadditivity and monogamy of geodesics: violation', 'theorem', region.violation, 0, 1e-10),
    equals(
      'fermions, gaps of 4 sites and more: I − (1/3) log 1/(1 − x), farthest',
      'closed form',
      Math.max(...fermions.map(Math.abs)),
      0,
      5e-3,
    ),
    equals('growth of S over that of quasi-particles of the band', 'closed form', double.slope / double.pairs, 1, 1e-3),
    atMost(
      'S of both sides at the end over twice S of one side',
      'theorem',
      double.growth.at(-1)![1] / double.product,
      1,
      1e-10,
    ),
    equals('a small double with t and −t, all modes evolved: change of S', 'theorem', double.evolved.boost, 0, 1e-9),
    equals(
      'with t and t: S against that of normal modes',
      'independent computation',
      double.evolved.difference,
      0,
      1e-9,
    ),
    equals('S of one side in time: greatest change', 'theorem', double.evolved.side, 0, 1e-9),
    equals('I(L : R) after a random unitary over I(L : R)', 'theorem', turned.information / whole.information, 1, 1e-8),
    equals('I(L : R) later over I(L : R)', 'theorem', later.information / whole.information, 1, 1e-8),
    equals('F/β² over ¼‖[h, g]‖² in the hot limit', 'closed form', gate.hot, 1, 1e-3),
    atMost(
      'a region tells no more than all: greatest share',
      'theorem',
      Math.max(...gate.sizes.flatMap(({ points }) => points.map(([, share]) => share))),
      1,
      1e-9,
    ),
  ];
}

/** Gaps of 1, 2 and 3 sites, at which the lattice shows. */
const CLOSE = 3;

type Row = Doubles['scrambled'][0];

function verdictsOf({ options, region, double, gate }: Measured): readonly Verdict[] {
  const [hot, ...controls] = region.states as readonly [Regions['states'][0], ...Regions['states'][0][]];
  const scores = controls.map(({ spread: other }) => Math.log10(other / hot.spread));
  const [whole, , turned] = double.scrambled as readonly [Row, Row, Row];
  const random = gate.sizes.at(-1)!;
  const half = (points: readonly (readonly [number, number])[]): number =>
    points.filter(([size]) => size <= options.chain / 2).at(-1)![1];
  const rate = (4 * Math.PI) / (3 * options.beta);
  return [
    {
      statement: 'the Ryu–Takayanagi formula: entropies of a hot state are geodesics around a black hole',
      source: 'I',
      verdict: Math.min(...scores) > 0 ? 'holds in part' : 'fails',
      because:
        `of one interval S differs from geodesics by a constant up to ${hot.spread.toExponential(1)}, ${scores.map((score) => score.toFixed(1)).join(', ')} decades better than ` +
        `${controls.map(({ state }) => state.replace(' (control)', '')).join(', ')}; of several intervals it is not: I₃ = ${hot.tripartite.toExponential(1)} against ${region.tripartite.toFixed(4)}. The state is conformal, not holographic`,
    },
    {
      statement: 'eternal black holes are dual to a thermofield double, their bridge to its entanglement (ER = EPR)',
      source: 'III.A',
      verdict: 'analogy',
      because:
        `entropy of both sides grows at ${(double.slope / rate).toFixed(4)} of the rate of the geodesics in the bridge and ends near twice the thermal one; two thermal states without entanglement have ` +
        `${double.product.toFixed(2)} at all times. A random unitary on one side keeps I(L : R) = ${whole.information.toFixed(3)} and takes the information of partners from ${whole.partners.toFixed(3)} to ${turned.partners.toFixed(3)}`,
    },
    {
      statement:
        'a completely mixed state teaches nothing about its network: the interior of a black hole cannot be read',
      source: 'III.A',
      verdict: Math.abs(gate.hot - 1) < 1e-2 && half(random.points) < 1 ? 'holds' : 'fails',
      because:
        `F of a gate falls as β², to ${gate.heat[0]![1].toExponential(2)} at β = ${gate.heat[0]![0]}; half of a chain knows ${half(gate.sizes[0]!.points).toFixed(3)} of a gate just made, ` +
        `${half(random.points).toFixed(3)} after a random unitary. That this is a black hole is an analogy`,
    },
  ];
}
