/**
 * @file Paths for rotations of single qubits that cost little, from paths for free ones: if U₂(t) is driven by words of more qubits, and
 * exp(−iA)U₂(1)|ref⟩ is the target, then e^{−iAt}U₂(t) leads there, too, driven by A and by words that turn with it,
 *
 *     H(t) = A + e^{−iAt}H₂(t)e^{iAt},      length² = w₁|A|² + length₂².
 */

import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { type PauliWord, place, support } from '../../operator/pauli.ts';
import type { GivenPath } from '../../path/given-path.ts';
import type { StateGeodesic } from './described-geodesic.ts';

/** Rotations that cost less than this share of the lightest word of two qubits make the search stiff. */
const LIGHT = 0.1;
/** From one weight of the rotations to the next, on the way down from where they are not light. */
const STEP = 4;

/** The metric with another weight of one-qubit words. */
export const withLocalWeight = (metric: PenaltyMetric, weight: number): PenaltyMetric => ({
  ...metric,
  sizeWeights: [weight, ...(metric.sizeWeights ?? []).slice(1)],
});

/**
 * Weights of one-qubit words from one that is not light down to that of the metric, without it; none where rotations are not light, or
 * are free.
 */
export function lighterWeights({
  sizeWeights = [],
  maxSize = Infinity,
  words,
  letters,
}: PenaltyMetric): readonly number[] {
  const [local, pair = 1] = sizeWeights;
  if (!(local !== undefined && local > 0) || maxSize < 2 || words !== undefined || letters !== undefined) return [];
  const weights: number[] = [];
  for (let weight = LIGHT * pair; weight > local * (1 + 1e-9); weight /= STEP) weights.push(weight);
  return weights;
}

/** The path for free rotations as one of light ones. */
export function turnedPath({ words, velocity, freeRotation }: StateGeodesic): GivenPath {
  if (freeRotation === null || velocity.length === 0) return { words, velocity };
  const qubits = words[0]!.length;
  const axes = axesOf(freeRotation, qubits);
  const local = Array.from({ length: 3 * qubits }, (_, i) => place(qubits, { [Math.floor(i / 3)]: 'XYZ'[i % 3]! }));
  const all = [...new Set([...local, ...words.flatMap((word) => lettersOn(word))])];
  const places = new Map(all.map((word, p) => [word, p]));
  const slices = velocity.length;
  return {
    words: all,
    velocity: velocity.map((h, k) => {
      const turns = axes.map((axis) => rotationAbout(axis, (k + 0.5) / slices));
      const row = all.map(() => 0);
      local.forEach((word, i) => {
        row[places.get(word)!] = axes[Math.floor(i / 3)]![i % 3]!;
      });
      words.forEach((word, p) => {
        for (const [turned, share] of turnedWord(word, turns)) {
          const at = places.get(turned)!;
          row[at] = row[at]! + share * h[p]!;
        }
      });
      return row;
    }),
  };
}

/** √(w₁|A|² + length₂²). */
export function lengthOfTurned({ words, length, freeRotation }: StateGeodesic, weight: number): number {
  if (freeRotation === null || words.length === 0) return length;
  const angles = axesOf(freeRotation, words[0]!.length).map((axis) => Math.hypot(...axis));
  return Math.hypot(length, Math.sqrt(weight) * Math.hypot(...angles));
}

type Vector = readonly [number, number, number];

/** The vector a of the rotation exp(−i a·σ) of each qubit, the shorter way round: |a| ≤ π/2. */
function axesOf(
  { words, coefficients }: NonNullable<StateGeodesic['freeRotation']>,
  qubits: number,
): readonly Vector[] {
  return Array.from({ length: qubits }, (_, q) => {
    const axis = [...'XYZ'].map((letter) => {
      const p = words.indexOf(place(qubits, { [q]: letter }));
      return p < 0 ? 0 : coefficients[p]!;
    });
    const angle = Math.hypot(...axis);
    const rest = angle - Math.PI * Math.round(angle / Math.PI);
    const share = angle > 0 ? rest / angle : 0;
    return [share * axis[0]!, share * axis[1]!, share * axis[2]!];
  });
}

/** The matrix O with e^{−i a·σ t}σ_b e^{i a·σ t} = Σ_c O[c][b] σ_c: a rotation about a by 2|a|t. */
function rotationAbout(axis: Vector, time: number): readonly Vector[] {
  const size = Math.hypot(...axis);
  const n = axis.map((x) => (size > 0 ? x / size : 0));
  const [cos, sin] = [Math.cos(2 * size * time), Math.sin(2 * size * time)];
  const cross = [
    [0, -n[2]!, n[1]!],
    [n[2]!, 0, -n[0]!],
    [-n[1]!, n[0]!, 0],
  ];
  const row = (c: number): Vector => {
    const entry = (b: number): number => (c === b ? cos : 0) + (1 - cos) * n[c]! * n[b]! + sin * cross[c]![b]!;
    return [entry(0), entry(1), entry(2)];
  };
  return [row(0), row(1), row(2)];
}

/** The words with the same support. */
const lettersOn = (word: PauliWord): readonly PauliWord[] =>
  support(word).reduce<readonly PauliWord[]>(
    (found, q) => found.flatMap((one) => [...'XYZ'].map((letter) => withLetter(one, q, letter))),
    [word],
  );

const withLetter = (word: PauliWord, q: number, letter: string): PauliWord =>
  word.slice(0, q) + letter + word.slice(q + 1);

/** R P R† as words with their coefficients. */
function turnedWord(word: PauliWord, turns: readonly (readonly Vector[])[]): readonly (readonly [PauliWord, number])[] {
  return support(word).reduce<readonly (readonly [PauliWord, number])[]>(
    (terms, q) => {
      const b = 'XYZ'.indexOf(word[q]!);
      return terms.flatMap(([one, share]) =>
        [...'XYZ'].map((letter, c) => [withLetter(one, q, letter), share * turns[q]![c]![b]!] as const),
      );
    },
    [[word, 1]],
  );
}
