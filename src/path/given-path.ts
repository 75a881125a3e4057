/** @file Paths given by their Hamiltonians, as the unknowns of a sliced path problem. */

import type { PauliWord } from '../operator/pauli.ts';
import type { PathProblem } from './state-path.ts';

/** A path by its Hamiltonians, as `stateGeodesic` returns it. */
export interface GivenPath {
  readonly words: readonly PauliWord[];
  readonly velocity: readonly (readonly number[])[];
}

/** The unknowns of a given path, run backwards in the problem's slices: each takes the mean of those it covers. */
export function pathFrom(
  { slices, controls, freeWords = [] }: Pick<PathProblem, 'slices' | 'controls' | 'freeWords'>,
  { words, velocity }: GivenPath,
): Float64Array {
  const { length } = velocity;
  const places = new Map(words.map((word, p) => [word, p]));
  const x = new Float64Array(slices * controls.words.length + freeWords.length);
  for (let k = 0; k < slices; k++) {
    for (let j = 0; j < length; j++) {
      // Slice j of the path covers [j, j + 1]/length of the time, backwards from its end.
      const overlap = Math.min((k + 1) / slices, (j + 1) / length) - Math.max(k / slices, j / length);
      if (overlap <= 0) continue;
      const h = velocity[length - 1 - j]!;
      controls.words.forEach((word, p) => {
        const at = places.get(word);
        const value = at === undefined ? 0 : -h[at]! * overlap * slices;
        x[k * controls.words.length + p] =
          x[k * controls.words.length + p]! + Math.sqrt(controls.weights[p]! / slices) * value;
      });
    }
  }
  return x;
}
