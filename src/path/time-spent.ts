/** @file How long each Pauli word acts along a path, when, and over what range. */

import { type PenaltyMetric, rangeOn } from '../complexity/penalty-metric.ts';
import { type PauliWord, support } from '../operator/pauli.ts';
import { pathSpeeds, type SlicedPath } from './sliced-path.ts';

/** Time spent in each word, Σ_k |h_P|/K in radians. */
export type TimeSpent = ReadonlyMap<PauliWord, number>;

/** Time spent in each word along a path; words that do not act are left out. */
export function timeSpent(path: SlicedPath): TimeSpent {
  const spent = new Map<PauliWord, number>();
  for (const { terms } of path) {
    for (const { word, coefficient } of terms) {
      if (coefficient !== 0) spent.set(word, (spent.get(word) ?? 0) + Math.abs(coefficient) / path.length);
    }
  }
  return spent;
}

/** The interaction graph: Σ of the time spent by words that act on both sites, for every pair a < b. */
export function pairTimes(qubits: number, spent: TimeSpent): readonly (readonly number[])[] {
  const times = Array.from({ length: qubits }, () => new Array<number>(qubits).fill(0));
  for (const [word, time] of spent) {
    const sites = support(word);
    for (const a of sites) for (const b of sites) if (a < b) times[a]![b]! += time;
  }
  return times;
}

/** Time spent by words of each range, from 0 (one qubit) to the greatest that acts. */
export function timeByRange(range: (word: PauliWord) => number, spent: TimeSpent): readonly number[] {
  const times: number[] = [];
  for (const [word, time] of spent) {
    const r = range(word);
    while (times.length <= r) times.push(0);
    times[r]! += time;
  }
  return times;
}

/**
 * Which range acts when: time spent by words of each range in equal parts of the path's length, so that paths of
 * different speed can be compared. Rows are ranges, from 0; columns are parts, from the reference on.
 *
 * @param ranges - number of rows
 */
export function rangeProfile(
  metric: PenaltyMetric,
  path: SlicedPath,
  { ranges, parts }: { readonly ranges: number; readonly parts: number },
): readonly (readonly number[])[] {
  const speeds = pathSpeeds(metric, path);
  const total = speeds.reduce((sum, speed) => sum + speed, 0);
  const range = rangeOn(metric);
  const profile = Array.from({ length: ranges }, () => new Array<number>(parts).fill(0));
  let from = 0;
  path.forEach(({ terms }, k) => {
    const to = from + speeds[k]! / total;
    for (let part = 0; part < parts && to > from; part++) {
      const shared = Math.max(0, Math.min(to, (part + 1) / parts) - Math.max(from, part / parts)) / (to - from);
      for (const { word, coefficient } of terms) {
        profile[range(word)]![part]! += (shared * Math.abs(coefficient)) / path.length;
      }
    }
    from = to;
  });
  return profile;
}
