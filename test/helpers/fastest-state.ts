/**
 * @file How fast states change an observable, on all amplitudes: neither blocks nor copies of the system nor the actions of words
 * that the bounds are made of enter.
 */

import type { Controls } from '../../src/complexity/controls.ts';
import { cellEnds, type ObservableCell } from '../../src/complexity/verified-observable-bound.ts';
import type { ComplexMatrix, ComplexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimised } from '../../src/optimise/minimise.ts';

/** ⟨A⟩, ⟨i[P, A]⟩ of all words and Σ_P⟨i[P, A]⟩²/w_P of a state, which is normalised. */
export interface Observed {
  readonly psi: Float64Array;
  readonly x: number;
  readonly rates: readonly number[];
  readonly speed: number;
}

/** P|c⟩ = i^turns·sign_c|c ⊕ flips⟩. */
interface Word {
  readonly flips: number;
  readonly turns: number;
  readonly signs: Float64Array;
}

/** ⟨i[P, A]⟩ = −2 Im⟨Pψ|Aψ⟩. */
export function observedBy(controls: Controls, A: ComplexMatrix): (y: Float64Array) => Observed {
  const { means } = actions(controls, A);
  return means;
}

/** What words and observable do to a state. */
function actions({ qubits, words, weights }: Controls, { interleaved: A }: ComplexMatrix) {
  const table = words.map((word) => wordOf(word, 2 ** qubits));
  const means = (y: Float64Array) => {
    const norm = Math.hypot(...y);
    const psi = y.map((value) => value / norm);
    const moved = timesMatrix(A, psi);
    const rates = table.map((word) => -2 * overlap(word, psi, moved)[1]);
    const speed = rates.reduce((total, rate, p) => total + rate ** 2 / weights[p]!, 0);
    return { norm, psi, moved, rates, speed, x: realOverlap(psi, moved) };
  };
  return { table, means };
}

/**
 * The state that a start becomes when it is followed for some steps to a local maximum of Σ_P⟨i[P, A]⟩²/w_P near a given ⟨A⟩;
 * the gradient is i[H, A]ψ, H = Σ_P 2⟨i[P, A]⟩P/w_P.
 */
export function fastestState(controls: Controls, A: ComplexMatrix) {
  const { table, means } = actions(controls, A);
  return (start: Float64Array, near: number, maxSteps: number): Observed => {
    const objective = (y: Float64Array) => {
      const { norm, psi, moved, rates, speed, x } = means(y);
      const turned = [psi, moved].map((vector) => {
        const out = new Float64Array(y.length);
        table.forEach((word, p) => {
          addWord(out, (2 * rates[p]!) / controls.weights[p]!, word, vector);
        });
        return out;
      });
      const second = timesMatrix(A.interleaved, turned[0]!);
      const gradient = new Float64Array(y.length);
      for (let at = 0; at < y.length; at += 2) {
        const [re, im] = [turned[1]![at]! - second[at]!, turned[1]![at + 1]! - second[at + 1]!];
        gradient[at] = im + 400 * (x - near) * (moved[at]! - x * psi[at]!);
        gradient[at + 1] = -re + 400 * (x - near) * (moved[at + 1]! - x * psi[at + 1]!);
      }
      for (let at = 0; at < y.length; at++) gradient[at] = (2 * (gradient[at]! + 2 * speed * psi[at]!)) / norm;
      return { value: 200 * (x - near) ** 2 - speed, gradient };
    };
    if (maxSteps === 0) return means(start);
    return means(minimised(objective, lbfgs(), start, { maxSteps, valueTolerance: 1e-7 }).value.x);
  };
}

/** How many states are tried. */
export interface Trials {
  readonly random: number;
  /** Of random ones that are followed to a local maximum. */
  readonly fastest: number;
}

/**
 * The greatest ratio of Σ_P⟨i[P, A]⟩²/w_P to what a cell allows: of random states in all cells, of locally fastest ones in each.
 *
 * @param start - ⟨A⟩ where the path starts; it grows by 1
 */
export function greatestRatios(
  controls: Controls,
  A: ComplexMatrix,
  start: number,
  cells: readonly ObservableCell[],
  trials: Trials,
): { readonly random: number; readonly fastest: readonly number[] } {
  const grid = cellEnds(cells.length).map((u) => start + u);
  const find = fastestState(controls, A);
  const stream = randomStream(1, 'states');
  const most = (count: number, maxSteps: number): readonly number[] => {
    const greatest = cells.map(() => 0);
    for (let trial = 0; trial < count; trial++) {
      const psi: ComplexVector = randomVector(A.rows, stream);
      const { x, speed } = find(psi.interleaved, start + stream.uniform(), maxSteps);
      const k = grid.findIndex((end) => end > x) - 1;
      if (k < 0) continue; // outside of the way
      const { c, b, nu } = cells[k]!;
      const allowed = c + b * x + nu * (x - grid[k]!) * (x - grid[k + 1]!) + 1e-9;
      greatest[k] = Math.max(greatest[k]!, speed / allowed);
    }
    return greatest;
  };
  return { random: Math.max(...most(trials.random, 0)), fastest: most(trials.fastest, 60) };
}

function wordOf(letters: string, d: number): Word {
  const mask = (of: string): number => [...letters].reduce((sum, letter) => 2 * sum + (of.includes(letter) ? 1 : 0), 0);
  const parity = (bits: number): number => (bits === 0 ? 0 : (bits & 1) ^ parity(bits >> 1));
  const signed = mask('YZ');
  const turns = [...letters].filter((letter) => letter === 'Y').length;
  return { flips: mask('XY'), turns, signs: Float64Array.from({ length: d }, (_, c) => 1 - 2 * parity(c & signed)) };
}

/** ⟨Pψ|φ⟩. */
function overlap({ flips, turns, signs }: Word, psi: Float64Array, phi: Float64Array): readonly [number, number] {
  let [re, im] = [0, 0];
  for (let c = 0; c < signs.length; c++) {
    const to = 2 * (c ^ flips);
    re += signs[c]! * (psi[2 * c]! * phi[to]! + psi[2 * c + 1]! * phi[to + 1]!);
    im += signs[c]! * (psi[2 * c]! * phi[to + 1]! - psi[2 * c + 1]! * phi[to]!);
  }
  for (let turn = 0; turn < turns; turn++) [re, im] = [im, -re]; // times −i
  return [re, im];
}

/** out ← out + s·Pφ. */
function addWord(out: Float64Array, s: number, { flips, turns, signs }: Word, phi: Float64Array): void {
  const [real, imaginary] = [[s, 0] as const, [0, s] as const, [-s, 0] as const, [0, -s] as const][turns % 4]!;
  for (let c = 0; c < signs.length; c++) {
    const to = 2 * (c ^ flips);
    const [re, im] = [signs[c]! * phi[2 * c]!, signs[c]! * phi[2 * c + 1]!];
    out[to] = out[to]! + real * re - imaginary * im;
    out[to + 1] = out[to + 1]! + real * im + imaginary * re;
  }
}

/** Re⟨ψ|φ⟩. */
const realOverlap = (psi: Float64Array, phi: Float64Array): number =>
  psi.reduce((sum, value, at) => sum + value * phi[at]!, 0);

function timesMatrix(A: Float64Array, psi: Float64Array): Float64Array {
  const out = new Float64Array(psi.length);
  for (let row = 0, at = 0; row < psi.length; row += 2) {
    let [re, im] = [0, 0];
    for (let col = 0; col < psi.length; col += 2, at += 2) {
      re += A[at]! * psi[col]! - A[at + 1]! * psi[col + 1]!;
      im += A[at]! * psi[col + 1]! + A[at + 1]! * psi[col]!;
    }
    out[row] = re;
    out[row + 1] = im;
  }
  return out;
}
