/** @file Words of two Majorana operators as controls of Gaussian paths: which there are, and what they cost. */

import { checkMetric } from '../../complexity/controls.ts';
import { type PenaltyMetric, weightsOn } from '../../complexity/penalty-metric.ts';
import { DomainError } from '../../errors.ts';
import { pairWord, type StringLetter, turnedWord } from '../../gaussian/jordan-wigner.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { checkRangeMetric, type RangeMetric, rangeWeight } from './range-metric.ts';

/** A control Σ sign·iγ_aγ_b of pairs a < b; a word alone, or its translates with one coefficient. */
export interface MajoranaControl {
  readonly pairs: readonly (readonly [a: number, b: number, sign: 1 | -1])[];
  /** F² of a unit coefficient: the sum of the weights. */
  readonly cost: number;
}

/** A control of a metric on qubits, with the words that carry it. */
export interface WordControl extends MajoranaControl {
  /** The coefficient of each word for a unit coefficient of the control, on states of even parity. */
  readonly words: readonly { readonly word: PauliWord; readonly coefficient: number }[];
}

/** The controls of n modes. */
export interface MajoranaControls<Control extends MajoranaControl = MajoranaControl> {
  readonly modes: number;
  readonly controls: readonly Control[];
}

/** Whether the words of a pair keep real amplitudes real: those with an odd number of Y. */
const isReal = (a: number, b: number): boolean => a % 2 === b % 2;

/**
 * The words of an open chain, or of a ring's even sector, that cost w_r by their range; with translations by a cell, one
 * control for all translates. On a ring the pairs across the boundary carry the sign of antiperiodic fermions, and range N/2 counts
 * once for each pair.
 *
 * @param cell - translations by so many sites keep the path; `sites` for no translations. On a ring it divides the number of sites
 * @param real - only words with an odd number of Y, which keep real states real; default false
 * @throws {DomainError} a cell that does not divide a ring, or one smaller than an open chain
 */
export function cellControls(
  sites: number,
  metric: RangeMetric,
  {
    cell,
    boundary,
    real = false,
  }: { readonly cell: number; readonly boundary: 'open' | 'ring'; readonly real?: boolean },
): MajoranaControls {
  checkRangeMetric('cellControls', metric);
  if (!(Number.isInteger(cell) && cell >= 1 && sites % cell === 0) || (boundary === 'open' && cell !== sites)) {
    throw new DomainError(
      `cellControls: a cell that divides a ring of ${sites} sites, or an open chain, required, got ${cell}`,
    );
  }
  const controls: MajoranaControl[] = [];
  for (let first = 0; first < cell; first++) {
    const most = Math.min(metric.weights.length - 1, boundary === 'ring' ? sites / 2 : sites - 1 - first);
    for (let range = 0; range <= most; range++) {
      const weight = rangeWeight(metric, range);
      if (weight === Infinity) continue;
      const half = boundary === 'ring' && 2 * range === sites;
      if (half && first + range >= sites) continue;
      for (const [i, j] of range === 0
        ? [[0, 1]]
        : [
            [0, 0],
            [0, 1],
            [1, 0],
            [1, 1],
          ]) {
        const [a, b] = [2 * first + i!, 2 * (first + range) + j!];
        if (real && !isReal(a, b)) continue;
        const pairs = translates(a, b, sites, cell);
        if (pairs.length > 0) controls.push({ pairs, cost: pairs.length * weight });
      }
    }
  }
  return { modes: sites, controls: merged(controls) };
}

/** The translates of a pair on the antiperiodic ring, each pair once. */
function translates(a: number, b: number, sites: number, cell: number): MajoranaControl['pairs'] {
  const size = 2 * sites;
  const found = new Map<number, readonly [number, number, 1 | -1]>();
  for (let shift = 0; shift < sites; shift += cell) {
    const [from, to] = [(a + 2 * shift) % size, (b + 2 * shift) % size];
    const wrapped = Math.floor((b + 2 * shift) / size) - Math.floor((a + 2 * shift) / size);
    const sign = (from < to ? 1 : -1) * (wrapped % 2 === 0 ? 1 : -1) > 0 ? 1 : -1;
    const [low, high] = from < to ? [from, to] : [to, from];
    const known = found.get(low * size + high);
    if (known === undefined) found.set(low * size + high, [low, high, sign]);
    else if (known[2] !== sign) return []; // its translates cancel
  }
  return [...found.values()];
}

/** Controls of the same pairs, once: on a ring of even length range N/2 is met from both ends. */
function merged(controls: readonly MajoranaControl[]): readonly MajoranaControl[] {
  const seen = new Set<string>();
  return controls.filter(({ pairs }) => {
    const [a, b] = pairs.reduce((least, pair) => (pair[0] * 1e6 + pair[1] < least[0] * 1e6 + least[1] ? pair : least));
    const key = `${a} ${b}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/**
 * The words of two Majorana operators that a metric allows. On states of even parity a word W and its product with the parity of
 * all qubits, W·S…S, are the same operator; where the metric allows both, each carries a part, and 1/w is the sum of both.
 *
 * @param string - the letter of the Jordan–Wigner strings; words with strings of X are those of modes that are empty in |+…+⟩
 * @param real - as in `cellControls`
 * @returns no control where the metric allows none of these words
 * @throws {ShapeError | DomainError} the metric is invalid, or rotations of one qubit are free (see `checkMetric`)
 *
 * O(n³).
 */
export function metricControls(
  metric: PenaltyMetric,
  modes: number,
  { string = 'Z', real = false }: { readonly string?: StringLetter; readonly real?: boolean } = {},
): MajoranaControls<WordControl> {
  checkMetric(metric, modes);
  const controls: WordControl[] = [];
  const weightOf = weightsOn(metric);
  for (let a = 0; a < 2 * modes; a++) {
    for (let b = a + 1; b < 2 * modes; b++) {
      if (real && !isReal(a, b)) continue;
      const { word, sign } = pairWord(a, b, modes);
      const both = [
        { word: turnedWord(word, string, 1), sign },
        { word: turnedWord(timesParity(word), string, 1), sign: sign * paritySign(a, b) },
      ].map((one) => ({ ...one, inverse: 1 / weightOf(one.word) }));
      const inverse = both[0]!.inverse + both[1]!.inverse;
      if (inverse === 0) continue;
      const words = both
        .filter((one) => one.inverse > 0)
        .map((one) => ({ word: one.word, coefficient: (one.sign * one.inverse) / inverse }));
      controls.push({ pairs: [[a, b, 1]], cost: 1 / inverse, words });
    }
  }
  return { modes, controls };
}

/** W = ±W·Z…Z where Z…Z = 1: X…X is −Y…Y, all else has the sign +. */
const paritySign = (a: number, b: number): 1 | -1 => (a >> 1 !== b >> 1 && a % 2 !== b % 2 ? -1 : 1);

/** W·Z…Z up to a phase: I and Z change places, and so do X and Y. */
const timesParity = (word: PauliWord): PauliWord =>
  [...word].map((letter) => ({ I: 'Z', Z: 'I', X: 'Y', Y: 'X' })[letter]!).join('');
