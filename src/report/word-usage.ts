/** @file How long each Pauli word acts: the spectrum in which circuits and geodesics are compared. */

import { byKind } from '../by-kind.ts';
import { type BlockCircuit, placed } from '../circuit/block-circuit.ts';
import { angleAt, type Circuit } from '../circuit/circuit.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { subscript } from '../number-format.ts';
import { type PauliWord, support } from '../operator/pauli.ts';
import type { GeodesicRecord } from '../record/run-record.ts';

/** Time spent in each word along a geodesic, Σ_k |h_P| / K, without the words that do not act. */
export function geodesicWords({
  words,
  velocity,
}: Pick<GeodesicRecord, 'words' | 'velocity'>): ReadonlyMap<PauliWord, number> {
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

/** Time spent in each word by the blocks of a circuit, Σ |h|. */
function blockWords(circuit: BlockCircuit, theta: readonly number[]): ReadonlyMap<PauliWord, number> {
  const spent = new Map<PauliWord, number>();
  let next = 0;
  for (const { words, sites } of circuit.gates) {
    for (const word of words) {
      const h = Math.abs(theta[next++] ?? Number.NaN);
      if (!Number.isFinite(h)) continue; // a training that diverged
      const onRegister = placed(word, sites, circuit.qubits);
      spent.set(onRegister, (spent.get(onRegister) ?? 0) + h);
    }
  }
  return spent;
}

/** Time spent in each word by what was learned; null for a network that is no circuit. */
export const learnedWords = byKind<
  GenerativeNetwork,
  [theta: readonly number[]],
  ReadonlyMap<PauliWord, number> | null
>({
  circuit: circuitWords,
  'block-circuit': blockWords,
  network: () => null,
});

/** A word without its identities: IXIZ ↦ X₁Z₃. */
export function compactWord(word: PauliWord): string {
  const letters = support(word).map((qubit) => `${word[qubit]}${subscript(qubit)}`);
  return letters.join('') || '1';
}
