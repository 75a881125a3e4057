/** @file How long each Pauli word acts: the spectrum in which circuits and geodesics are compared. */

import { angleAt, type Circuit } from '../circuit/circuit.ts';
import { subscript } from '../number-format.ts';
import { type PauliWord, support } from '../operator/pauli.ts';
import type { GeodesicRecord } from '../record/run-record.ts';

/** Time spent in each word along a geodesic, Σ_k |h_P| / K, without the words that do not act. */
export function geodesicWords({ words, velocity }: GeodesicRecord): ReadonlyMap<PauliWord, number> {
  const time = (index: number): number =>
    velocity.reduce((sum, slice) => sum + Math.abs(slice[index] ?? 0), 0) / Math.max(1, velocity.length);
  return new Map(
    words
      .map((word, index) => [word, time(index)] as const)
      .filter(([, spent]) => spent > 1e-9 && Number.isFinite(spent)),
  );
}

/** Time spent in each word by a circuit's gates, Σ |a| / 2, with angles reduced to −π … π. */
export function circuitWords(circuit: Circuit, theta: readonly number[]): ReadonlyMap<PauliWord, number> {
  const values = Float64Array.from(theta);
  const spent = new Map<PauliWord, number>();
  for (const { word, angle } of circuit.gates) {
    const turn = angleAt(angle, values);
    if (!Number.isFinite(turn)) continue; // a training that diverged
    const shortest = Math.abs(turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI)));
    spent.set(word, (spent.get(word) ?? 0) + shortest / 2);
  }
  return spent;
}

/** A word without its identities: IXIZ ↦ X₁Z₃. */
export function compactWord(word: PauliWord): string {
  const letters = support(word).map((qubit) => `${word[qubit]}${subscript(qubit)}`);
  return letters.join('') || '1';
}
