/** @file The sum over circuits: which rotations there are is random, too. */

import type { Circuit } from '../../circuit/circuit.ts';
import { type PenaltyMetric, penaltyWeight } from '../../complexity/penalty-metric.ts';
import { parity } from '../../engine/bits.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexMatrix, ComplexVector } from '../../linalg/complex.ts';
import { randomStream } from '../../linalg/random.ts';
import { bitOperator, checkWord, commute, type PauliWord } from '../../operator/pauli.ts';
import type { Radians } from '../../units.ts';
import { checkTarget } from './path-ensemble.ts';
import type { WordProblem } from './word-moves.ts';
import { sampledWords, type WordSamples, type WordSamplesOptions } from './word-samples.ts';

/** Which circuits, and how they are sampled. */
export interface CircuitEnsembleOptions extends Omit<WordSamplesOptions, 'ladder'> {
  /** Angles are the multiples of 2π over this number; default 8, whose least is π/4. */
  readonly turns?: number;
  /** Rising inverse temperatures; default 2, 4, 8, 16, 32. */
  readonly betas?: readonly number[];
  /** Weight μ of the infidelity beside the length; default 4. */
  readonly mu?: number;
  /** What a gate costs beside its length; default 0. */
  readonly perGate?: number;
  /** Default 0. */
  readonly seed?: number;
}

/** Circuits sampled at rising β. */
export interface CircuitEnsemble extends WordSamples {
  readonly betas: readonly number[];
  /** The rotations that occur, in the order of the gates' numbers. */
  readonly rotations: readonly { readonly word: PauliWord; readonly angle: Radians; readonly cost: number }[];
  /** The cheapest circuit that was seen to make the target; null if none was. */
  readonly circuit: Circuit | null;
}

const MOST_ROTATIONS = 2000;

/**
 * Circuits of rotations exp(−iaP/2) with the weight exp(−β[Σ √w_P |a|/2 + μ(1 − F)]), sampled by inserting, deleting, replacing, exchanging,
 * merging and splitting gates at several β at once. Angles are multiples of 2π/turns, so that the sum is over words of a finite
 * alphabet; it converges where Σ e^{−β·cost} over the rotations is below 1, and is cut off at `mostGates` in any case.
 *
 * @param target - a state of norm 1 made from |0…0⟩, or a unitary
 * @param words - about which the circuits turn; of finite weight
 * @throws {ShapeError | DomainError} see `pathEnsemble`; words that have another length, occur twice or cost infinitely much; numbers out of range
 *
 * Cost of a move O(gates · 2ⁿ), for unitaries 4ⁿ.
 */
export function* circuitEnsemble(
  target: ComplexVector | ComplexMatrix,
  metric: PenaltyMetric,
  words: readonly PauliWord[],
  options: CircuitEnsembleOptions = {},
): Generator<number, CircuitEnsemble> {
  const { turns = 8, betas = [2, 4, 8, 16, 32], mu = 4, perGate = 0, seed = 0, ...sampling } = options;
  const qubits = checkTarget(target);
  checkNumbers(words, qubits, { turns, mu, perGate, betas });
  const rotations = words.flatMap((word) =>
    Array.from({ length: turns - 1 }, (_, k) => {
      const angle = 2 * Math.PI * ((k + 1) / turns - (2 * (k + 1) > turns ? 1 : 0));
      return { word, angle, cost: (Math.sqrt(penaltyWeight(metric, word)) * Math.abs(angle)) / 2 + perGate };
    }),
  );
  const dear = rotations.find(({ cost }) => !(cost < Infinity));
  if (dear !== undefined) throw new DomainError(`circuitEnsemble: words of finite weight required, got ${dear.word}`);
  const problem = rotationProblem(target, qubits, words, turns, rotations);
  const ladder = betas.map((beta) => ({ cost: beta, miss: beta * mu }));
  const samples = yield* sampledWords(problem, { ...sampling, ladder }, randomStream(seed, 'circuit ensemble'));
  const { best } = samples;
  const circuit: Circuit | null = best && {
    kind: 'circuit',
    qubits,
    parameters: 0,
    gates: best.gates.map((gate) => ({ word: rotations[gate]!.word, angle: rotations[gate]!.angle })),
  };
  return { ...samples, betas, rotations, circuit };
}

function checkNumbers(
  words: readonly PauliWord[],
  qubits: number,
  { turns, mu, perGate, betas }: { turns: number; mu: number; perGate: number; betas: readonly number[] },
): void {
  for (const word of words) checkWord(word, qubits);
  if (words.length === 0 || new Set(words).size < words.length || words.includes('I'.repeat(qubits))) {
    throw new DomainError(`circuitEnsemble: different words other than the identity required, got [${words}]`);
  }
  if (!(Number.isInteger(turns) && turns >= 2 && words.length * (turns - 1) <= MOST_ROTATIONS)) {
    throw new DomainError(
      `circuitEnsemble: at least 2 turns and at most ${MOST_ROTATIONS} rotations required, got ${turns} turns`,
    );
  }
  if (!(mu > 0 && mu < Infinity && perGate >= 0 && betas.every((beta) => beta >= 0 && beta < Infinity))) {
    throw new DomainError(
      `circuitEnsemble: μ above 0, β and cost of a gate ≥ 0 required, got ${mu}, [${betas}], ${perGate}`,
    );
  }
}

/** Rotations as gates: number (word)·(turns − 1) + m − 1 turns by 2πm/turns. Phases are of no account, so 2π is the identity. */
function rotationProblem(
  target: ComplexVector | ComplexMatrix,
  qubits: number,
  words: readonly PauliWord[],
  turns: number,
  rotations: CircuitEnsemble['rotations'],
): WordProblem<Float64Array> {
  const size = 2 ** qubits;
  const columns = 'rows' in target ? size : 1;
  const wordAt = (gate: number): number => Math.floor(gate / (turns - 1));
  const turnOf = (gate: number): number => (gate % (turns - 1)) + 1;
  const start = new Float64Array(2 * size * columns);
  for (let k = 0; k < columns; k++) start[2 * k * (columns + 1)] = 1;
  const acts = rotations.map(({ word, angle }) => rotationOf(word, angle, size, columns));
  return {
    gates: rotations.length,
    costs: rotations.map(({ cost }) => cost),
    start,
    apply: (gate, point) => acts[gate]!(point),
    miss: (point) => {
      let [re, im] = [0, 0];
      const goal = target.interleaved;
      for (let k = 0; k < goal.length; k += 2) {
        re += goal[k]! * point[k]! + goal[k + 1]! * point[k + 1]!;
        im += goal[k]! * point[k + 1]! - goal[k + 1]! * point[k]!;
      }
      return Math.max(0, 1 - (re * re + im * im) / columns ** 2);
    },
    inverse: (gate) => gate - turnOf(gate) + (turns - turnOf(gate)),
    commute: (a, b) => commute(words[wordAt(a)]!, words[wordAt(b)]!),
    product: (first, second) => {
      const turn = (turnOf(first) + turnOf(second)) % turns;
      return wordAt(first) !== wordAt(second) || turn === 0 ? null : first - turnOf(first) + turn;
    },
  };
}

/** ψ ↦ cos(a/2)ψ − i sin(a/2)Pψ on the rows of a matrix with so many columns. */
function rotationOf(
  word: PauliWord,
  angle: Radians,
  size: number,
  columns: number,
): (point: Float64Array) => Float64Array {
  const { flip, sign, quarterTurns } = bitOperator(word);
  const [cos, sin] = [Math.cos(angle / 2), Math.sin(angle / 2)];
  // P|b⟩ = i^{#Y} (−1)^{|b ∧ sign|} |b ⊕ flip⟩, times −i.
  const [re, im] = ([[0, -1], [1, 0], [0, 1], [-1, 0]] as const)[quarterTurns % 4]!; // biome-ignore format: a table
  const signs = Float64Array.from({ length: size }, (_, b) => (parity(b & sign) === 1 ? -sin : sin));
  return (point) => {
    const next = new Float64Array(point.length);
    for (let b = 0; b < size; b++) {
      const factor = signs[b]!;
      for (let column = 0; column < columns; column++) {
        const from = 2 * (b * columns + column);
        const to = 2 * ((b ^ flip) * columns + column);
        const [x, y] = [point[from]!, point[from + 1]!];
        next[from] = next[from]! + cos * x;
        next[from + 1] = next[from + 1]! + cos * y;
        next[to] = next[to]! + factor * (re * x - im * y);
        next[to + 1] = next[to + 1]! + factor * (re * y + im * x);
      }
    }
    return next;
  };
}
