/** @file Does it matter in which order the scales are entangled? The path on a ring, its mirror image in time, and others. */

import { randomStream } from '../../../src/linalg/random.ts';
import { brief } from '../../../src/number-format.ts';
import { cmera } from '../../../src/systems/continuous-mera/continuous-mera.ts';
import { ringLengths } from '../../../src/systems/continuous-mera/mera-on-ring.ts';

/** A path to the ground state of the ring in which each mode turns as in the continuous MERA, at other times. */
export interface OrderRow {
  readonly path: string;
  /** Fubini–Study length over that of the geodesic. */
  readonly ratio: number;
  /** The same for f1 in normal modes. */
  readonly f1Ratio: number;
}

/** Rates of the octaves of momentum, each divided by its greatest. */
export interface Profile {
  readonly octaves: readonly string[];
  readonly scales: readonly string[];
  readonly path: readonly (readonly number[])[];
  readonly geodesic: readonly (readonly number[])[];
}

/** f1 over generators that join sites, of the path over that of the geodesic. */
export interface SiteRow {
  readonly sites: number;
  readonly fubiniStudy: number;
  readonly f1: number;
  readonly f1OnSites: number;
}

export interface Orders {
  readonly orders: readonly OrderRow[];
  readonly profile: Profile;
  readonly rings: readonly SiteRow[];
}

/** The cut-off: the largest momentum 2 sin(k/2) of a ring. */
const CUTOFF = 2;
const STEPS = 4000;
const SHUFFLES = 20;

export function orders(sites: number, mass: number, seed: number): Orders {
  const mera = cmera({ statistics: 'boson', mass: mass * CUTOFF, cutoff: CUTOFF });
  const momenta = Array.from({ length: sites - 1 }, (_, j) => 2 * Math.sin((Math.PI * (j + 1)) / sites));
  const entries = momenta.map((k) => Math.log(k / CUTOFF));
  const first = Math.min(...entries);
  const reached = momenta.map((k) => mera.angle(k, 0));
  const geodesic = Math.sqrt(reached.reduce((sum, r) => sum + r * r, 0));
  const sum = reached.reduce((total, r) => total + r, 0);
  /** Lengths of the path on which mode j turns at the time t as it does in the continuous MERA at the scale given. */
  const lengths = (scaleOf: (t: number, j: number) => number): readonly [fubiniStudy: number, f1: number] => {
    let [fubiniStudy, f1] = [0, 0];
    for (let step = 0; step < STEPS; step++) {
      const t = (first * (step + 0.5)) / STEPS;
      const rates = entries.map((entry, j) => {
        const u = scaleOf(t, j);
        return u >= entry && u <= 0 ? mera.rate(u) : 0;
      });
      fubiniStudy += (Math.hypot(...rates) * -first) / STEPS;
      f1 += (rates.reduce((total, rate) => total + rate, 0) * -first) / STEPS;
    }
    return [fubiniStudy, f1];
  };
  const stream = randomStream(seed, 'orders');
  const shuffles = Array.from({ length: SHUFFLES }, () => {
    const delays = entries.map((entry) => stream.uniform() * (entry - first));
    return lengths((t, j) => t + delays[j]!);
  });
  const mean = (i: 0 | 1): number => shuffles.reduce((total, walked) => total + walked[i]!, 0) / SHUFFLES;
  const row = (path: string, [fubiniStudy, f1]: readonly [number, number]): OrderRow => ({
    path,
    ratio: fubiniStudy / geodesic,
    f1Ratio: f1 / sum,
  });
  return {
    orders: [
      row('geodesic: all modes all the time', [geodesic, sum]),
      row(
        'continuous MERA: long waves begin first, all end together',
        lengths((t) => t),
      ),
      row(
        'mirrored in time: all begin together, short waves end first',
        lengths((t) => first - t),
      ),
      row(`random delays, mean of ${SHUFFLES}`, [mean(0), mean(1)]),
      row('one mode after the other', [sum, sum]),
    ],
    profile: profileOf(mera, first),
    rings: [sites / 4, sites / 2, sites].map(Math.floor).map((size) => siteRow(size, mass)),
  };
}

function siteRow(sites: number, mass: number): SiteRow {
  const { path, geodesic } = ringLengths(
    cmera({ statistics: 'boson', mass: mass * CUTOFF, cutoff: CUTOFF }),
    Math.max(3, sites),
    4,
  );
  return {
    sites,
    fubiniStudy: path.fubiniStudy / geodesic.fubiniStudy,
    f1: path.f1 / geodesic.f1,
    f1OnSites: path.f1OnSites / geodesic.f1OnSites,
  };
}

function profileOf(mera: ReturnType<typeof cmera>, first: number): Profile {
  const octaves = Array.from({ length: Math.max(2, Math.floor(-first / Math.LN2)) }, (_, k) => k);
  const columns = 24;
  const times = Array.from({ length: columns }, (_, k) => first * (1 - (k + 0.5) / columns));
  const momentum = (octave: number): number => mera.cutoff * 2 ** (-octave - 0.5);
  const normalised = (row: readonly number[]): readonly number[] => row.map((x) => x / Math.max(...row));
  return {
    octaves: octaves.map((k) => (k === 0 ? '1' : `1/${2 ** k}`)),
    scales: times.map((u) => brief(Number(u.toFixed(1)))),
    path: octaves.map((k) =>
      normalised(times.map((u) => (Math.log(momentum(k) / mera.cutoff) <= u ? mera.rate(u) : 0))),
    ),
    geodesic: octaves.map(() => times.map(() => 1)),
  };
}
