/** @file Paths given by their Hamiltonians, as the unknowns of a sliced path problem. */

import type { PauliWord } from '../operator/pauli.ts';
import type { PathProblem } from './state-path.ts';

/** A path by its Hamiltonians, as `stateGeodesic` returns it. */
export interface GivenPath {
  readonly words: readonly PauliWord[];
  readonly velocity: readonly (readonly number[])[];
}

/**
 * The unknowns of a given path, run backwards in the problem's slices: each takes the mean of those it covers. Where the controls are
 * sums of words, it is the nearest path of theirs.
 */
export function pathFrom(
  { slices, controls, freeWords = [], sums }: Pick<PathProblem, 'slices' | 'controls' | 'freeWords' | 'sums'>,
  { words, velocity }: GivenPath,
): Float64Array {
  const { length } = velocity;
  const places = new Map(words.map((word, p) => [word, p]));
  const used = sums?.controls ?? controls;
  const x = new Float64Array(slices * controls.words.length + freeWords.length);
  for (let k = 0; k < slices; k++) {
    for (let j = 0; j < length; j++) {
      // Slice j of the path covers [j, j + 1]/length of the time, backwards from its end.
      const overlap = Math.min((k + 1) / slices, (j + 1) / length) - Math.max(k / slices, j / length);
      if (overlap <= 0) continue;
      const h = velocity[length - 1 - j]!;
      used.words.forEach((word, p) => {
        const at = places.get(word);
        const value = at === undefined ? 0 : -h[at]! * overlap * slices;
        const a = sums === undefined ? p : sums.controlOf[p]!;
        const share = sums === undefined ? 1 : (sums.signs[p]! * used.weights[p]!) / controls.weights[a]!;
        x[k * controls.words.length + a] =
          x[k * controls.words.length + a]! + share * Math.sqrt(controls.weights[a]! / slices) * value;
      });
    }
  }
  return x;
}
