/** @file What the rest of a geodesic says about a lost segment or a lost direction, with and without noise. */

import { geodesicReadout, leastSquares, type Readout } from '../../../src/geodesic/state/generator-readout.ts';
import type { Generators } from '../../../src/geodesic/state/generators.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { controlsAt, pointAfter, type StatePoint } from '../../../src/geodesic/state/state-flow.ts';
import { Matrix } from '../../../src/linalg/dense-real.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { type PauliWord, support } from '../../../src/operator/pauli.ts';
import type { ExactGeodesic } from '../exact-geodesic.ts';
import { determinedShare, singularValues, stacked } from './observability.ts';

/** Relative errors of the reconstruction: for a geodesic, and for a random path to which a geodesic is fitted. */
export interface Recovery {
  readonly lost: string;
  readonly rank: number;
  readonly condition: number;
  readonly geodesic: number;
  readonly noisy: number;
  readonly random: number;
}
export interface Redundancy {
  readonly unknowns: number;
  readonly numbers: number;
  readonly segments: readonly Recovery[];
  readonly directions: readonly Recovery[];
  /** Determined share of the costate against the end of the time window, for each set of words read. */
  readonly windows: readonly { readonly read: string; readonly points: readonly (readonly [number, number])[] }[];
  /**
   * Relative error in the middle half when all of it is lost, including the states: the geodesic is continued from the
   * fit before it.
   */
  readonly flown: number;
  readonly spectra: { readonly geodesic: readonly number[]; readonly random: readonly number[] };
}

/** Reads the geodesic at equal times, drops parts of the readings, and reconstructs them from the rest. */
export function redundancyOf(
  generators: Generators,
  { geodesic }: ExactGeodesic,
  samples: number,
  noise: number,
  seed: number,
): Redundancy {
  const times = Array.from({ length: samples }, (_, k) => k / (samples - 1));
  const readout = geodesicReadout(generators, geodesic, times);
  const { words } = generators.table;
  const stream = randomStream(seed, 'redundancy');
  const random = randomVelocities(readout, stream.normal);
  const noisy = readout.velocities.map((u) => u.map((value) => value + noise * stream.normal()));
  const recovered = (lost: string, timesOf: Split, wordsOf: Split): Recovery =>
    recovery(lost, timesOf, wordsOf, readout, noisy, random);
  const n = generators.qubits;
  const [everyTime, everyWord] = [split(times, () => true), split(words, () => true)];
  const directions: readonly (readonly [string, (word: PauliWord) => boolean])[] = [
    ...Array.from(
      { length: n },
      (_, q) => [`all words on qubit ${q}`, (word: PauliWord) => !support(word).includes(q)] as const,
    ),
    ['all words of one qubit', (word) => support(word).length > 1],
    ['all words of two qubits', (word) => support(word).length === 1],
    ['all but the words of qubit 0 alone', (word) => support(word).join() === '0'],
    ['all but one word', (word) => word === words[0]],
  ];
  return {
    unknowns: 2 * (2 ** n - 1),
    numbers: samples * words.length,
    segments: [0.25, 0.5, 0.75, 0.9].map((share) => {
      const outside = split(times, (time) => Math.abs(time - 0.5) >= share / 2 + 1e-9);
      return recovered(`the middle ${100 * share} %`, outside, everyWord);
    }),
    directions: directions.map(([lost, reads]) => recovered(lost, everyTime, split(words, reads))),
    windows: windowsOf(readout, words, noise),
    flown: flownError(generators, readout, geodesic),
    spectra: { geodesic: spectrumOf(readout.velocities), random: spectrumOf(random) },
  };
}

/** Numbers of what is read, and of what is to be told from it: what is lost, or everything if nothing is. */
interface Split {
  readonly read: readonly number[];
  readonly lost: readonly number[];
}

function split<Item>(items: readonly Item[], isRead: (item: Item) => boolean): Split {
  const all = items.map((_, k) => k);
  const read = all.filter((k) => isRead(items[k]!));
  return { read, lost: read.length === all.length ? all : all.filter((k) => !isRead(items[k]!)) };
}

function recovery(
  lost: string,
  times: Split,
  words: Split,
  readout: Readout,
  noisy: readonly Float64Array[],
  random: readonly Float64Array[],
): Recovery {
  const A = stacked(readout, times.read, words.read);
  const values = singularValues(A);
  const rank = values.filter((value) => value > 1e-9 * values[0]!).length;
  const errorOf = (readings: readonly Float64Array[], truth: readonly Float64Array[]): number => {
    const coordinates = leastSquares(
      A,
      times.read.flatMap((k) => words.read.map((p) => readings[k]![p]!)),
    );
    return relativeError(readout, coordinates, truth, times.lost, words.lost);
  };
  return {
    lost,
    rank,
    condition: rank === A.columns ? values[0]! / values[A.columns - 1]! : Infinity,
    geodesic: errorOf(readout.velocities, readout.velocities),
    noisy: errorOf(noisy, readout.velocities),
    random: errorOf(random, random),
  };
}

/**
 * Nothing is known after the first quarter: its velocities fix the costate, and the geodesic is continued to the third.
 */
function flownError(generators: Generators, readout: Readout, { state }: Pick<StatePoint, 'state'>): number {
  const { times, velocities } = readout;
  const read = times.flatMap((time, k) => (time <= 0.25 ? [k] : []));
  const A = stacked(readout, read, Array.from(velocities[0]!.keys()));
  const fitted = leastSquares(
    A,
    read.flatMap((k) => Array.from(velocities[k]!)),
  );
  const start = { state, costate: horizontalFrame(state).vectorOf(fitted) };
  const roots = generators.weights.map(Math.sqrt);
  const lost = times.flatMap((time, k) => (time > 0.25 && time <= 0.75 ? [k] : []));
  let [error, size] = [0, 0];
  for (const k of lost) {
    const u = controlsAt(generators, pointAfter(generators, start, times[k]!));
    u.forEach((value, a) => {
      error += (roots[a]! * value - velocities[k]![a]!) ** 2;
      size += velocities[k]![a]! ** 2;
    });
  }
  return Math.sqrt(error / size);
}

/** A smooth random path: each velocity a random sum of low harmonics, as large as those of the geodesic. */
function randomVelocities({ times, velocities }: Readout, normal: () => number): readonly Float64Array[] {
  const size = Math.hypot(...velocities[0]!) / Math.sqrt(velocities[0]!.length);
  const harmonics = Array.from(velocities[0]!, () => Array.from({ length: 4 }, () => [normal(), normal()] as const));
  return times.map((time) =>
    Float64Array.from(harmonics, (terms) =>
      terms.reduce(
        (sum, [a, b], m) => sum + (size / 2) * (a * Math.cos(m * Math.PI * time) + b * Math.sin(m * Math.PI * time)),
        0,
      ),
    ),
  );
}

/** |predicted − true| / |true| over what is lost. */
function relativeError(
  { maps }: Readout,
  coordinates: Float64Array,
  truth: readonly Float64Array[],
  times: readonly number[],
  words: readonly number[],
): number {
  let [error, size] = [0, 0];
  for (const k of times) {
    for (const p of words) {
      const predicted = coordinates.reduce((sum, c, j) => sum + c * maps[k]!.get(p, j), 0);
      error += (predicted - truth[k]![p]!) ** 2;
      size += truth[k]![p]! ** 2;
    }
  }
  return Math.sqrt(error / size);
}

function windowsOf(readout: Readout, words: readonly PauliWord[], noise: number): Redundancy['windows'] {
  const reads: readonly (readonly [string, (word: PauliWord) => boolean])[] = [
    ['all words', () => true],
    ['words on qubits 0 and 1', (word) => support(word).every((q) => q <= 1)],
    ['words of qubit 0 alone', (word) => support(word).join() === '0'],
  ];
  return reads.map(([read, keeps]) => {
    const kept = words.flatMap((word, p) => (keeps(word) ? [p] : []));
    const points = readout.times.map((time, k) => {
      const A: Matrix = stacked(
        readout,
        Array.from({ length: k + 1 }, (_, j) => j),
        kept,
      );
      return [time, determinedShare(singularValues(A), A.columns, noise)] as const;
    });
    return { read, points };
  });
}

/** Singular values of velocities as a matrix of times by words, the greatest 1. */
function spectrumOf(velocities: readonly Float64Array[]): readonly number[] {
  const values = singularValues(new Matrix(velocities.map((u) => Array.from(u))));
  return values.map((value) => value / values[0]!);
}
