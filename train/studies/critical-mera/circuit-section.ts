/** @file The circuit of a MERA beside the straight path, in tables, a chart and checks. */

import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, type StudySection } from '../../../src/record/study-record.ts';
import { type CircuitFound, type CircuitRing, POWERS } from './circuit.ts';

const NAMES = ['1', 'r', 'r²'];

const ratioOf = (ring: CircuitRing, p: number): number => ring.paths[p]!.length / ring.paths[p]!.straight;

/** What the circuit costs, in a sentence. */
export function circuitSentence({ rings }: CircuitFound): string {
  const [first, last] = [rings[0]!, rings.at(-1)!];
  return (
    `As a circuit a Gaussian MERA with four states to a site is ${significant(ratioOf(last, 1), 3)} times as long as the straight path to the critical ring of ${last.sites} sites, words of range r weighing r, ` +
    `and ${significant(ratioOf(first, 1), 3)} times on ${first.sites} sites.`
  );
}

export function circuitSection({ rings }: CircuitFound): StudySection {
  const last = rings.at(-1)!;
  const { scales, top, bands } = last.paths[1]!;
  return {
    heading: 'Beside the geodesic',
    label: 'analogy',
    text:
      'A ternary MERA of free fermions, two sites of the chain to one of its own (χ = 4), as a path of Gaussian gates on rings of 4·3^{T} sites: coarse sites are on the middle one of three blocks, isometries of a layer act at once, then its disentanglers, ' +
      'each gate along the logarithm of its rotation. Bases of all legs are those in which the circuit is shortest. Beside it the straight path to the ground state of the same ring, on which all ranges act at once; for equal weights no Gaussian path is shorter. ' +
      'One way to read a network as a circuit, and an upper bound; that a network should be a geodesic is the reading which it puts to the test.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Length of the MERA over that of the straight path, for words of range r of weight 1, r and r². Error: of the energy, relative. Rest: from the state of the MERA to the ground state, along the shortest path at weight 1.',
        columns: [
          'sites',
          'error',
          'rest',
          ...NAMES.flatMap((name) => [`MERA, ${name}`, `straight, ${name}`, `ratio, ${name}`]),
        ],
        rows: rings.map((ring) => [
          ring.sites,
          ring.error,
          ring.rest,
          ...POWERS.flatMap((_, p) => [ring.paths[p]!.length, ring.paths[p]!.straight, ratioOf(ring, p)]),
        ]),
      },
      {
        kind: 'table',
        caption: `Scale by scale on ${last.sites} sites, weights r. Straight path: √(Σw_{r}h²) of the ranges nearest to a distance, which all act at once, so that squares add up; in a MERA lengths do.`,
        columns: ['distance (sites)', 'isometries', 'disentanglers', 'together', 'straight path', 'ratio'],
        rows: [
          ...scales.map(({ distance, isometries, disentanglers }, k) => [
            distance,
            isometries,
            disentanglers,
            isometries + disentanglers,
            bands[k]!,
            (isometries + disentanglers) / bands[k]!,
          ]),
          [3 * scales.at(-1)!.distance, null, null, top, bands.at(-1)!, top / bands.at(-1)!],
        ],
      },
      {
        kind: 'chart',
        caption:
          'Length over √N, weights r: √(ln N) for the straight path, ln N for the MERA, whose layers all cost the same.',
        x: { label: 'sites N', kind: 'log' },
        y: { label: 'L/√N', kind: 'linear' },
        series: [
          {
            name: 'MERA',
            mark: 'line-and-points',
            points: rings.map(({ sites, paths }) => [sites, paths[1]!.length / Math.sqrt(sites)] as const),
          },
          {
            name: 'straight',
            mark: 'line-and-points',
            points: rings.map(({ sites, paths }) => [sites, paths[1]!.straight / Math.sqrt(sites)] as const),
          },
        ],
      },
    ],
  };
}

export function circuitChecks({ rings, missed }: CircuitFound): readonly Check[] {
  return [
    atMost('the circuit of the MERA arrives at its state, 1 − fidelity', 'independent computation', missed, 0, 1e-9),
    atLeast(
      'energy of the Gaussian MERA on rings over the exact one',
      'theorem',
      Math.min(...rings.map(({ error }) => error)),
      0,
      1e-12,
    ),
    atLeast(
      'at weight 1 the circuit of the MERA and the rest are no shorter than the straight path, least ratio',
      'theorem',
      Math.min(...rings.map(({ paths, rest }) => (paths[0]!.length + rest) / paths[0]!.straight)),
      1,
      0,
    ),
  ];
}
