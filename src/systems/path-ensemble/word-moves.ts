/** @file Random changes of a word of gates that leave a weight of all words as it is. */

import type { RandomStream } from '../../linalg/random.ts';

/** Gates that act on points, and a target; `Point` may be a code of a group, a state, a unitary. */
export interface WordProblem<Point> {
  /** Gates are numbered 0 … gates − 1. */
  readonly gates: number;
  /** Cost of each gate. */
  readonly costs: ArrayLike<number>;
  /** Where the empty word ends. */
  readonly start: Point;
  readonly apply: (gate: number, point: Point) => Point;
  /** How far a point is from the target: ≥ 0, and 0 there. */
  readonly miss: (point: Point) => number;
  /** The gate that undoes a gate; null without one. */
  readonly inverse: (gate: number) => number | null;
  readonly commute: (a: number, b: number) => boolean;
  /** The gate that does what the first and then the second do; null without one. */
  readonly product: (first: number, second: number) => number | null;
}

/** A word of gates, the first to act first, its cost, and how far its end is from the target. */
export interface Word {
  readonly gates: readonly number[];
  readonly cost: number;
  readonly miss: number;
}

/** The weight e^{−cost·Σ costs − miss·miss} of a word. */
export interface WordWeight {
  readonly cost: number;
  readonly miss: number;
}

/** The moves, each with its own way back. */
export const MOVES = [
  'insert',
  'delete',
  'insert pair',
  'delete pair',
  'replace',
  'exchange',
  'merge',
  'split',
] as const;
export type Move = (typeof MOVES)[number];

/** A changed word, and the probability of the way back over that of the way there. */
interface Proposal {
  readonly gates: readonly number[];
  readonly ratio: number;
}

/** Words with the gates in a problem: which move was tried, whether it was made, and the word thereafter. */
export interface WordStep {
  readonly word: Word;
  readonly move: Move;
  readonly accepted: boolean;
}

/** The moves of a problem, planned once. */
export type WordChain = (weight: WordWeight, word: Word, stream: RandomStream) => WordStep;

/**
 * A Metropolis chain on all words of at most so many gates. Each step tries one of eight moves, all alike probable:
 *
 *     insert a gate ⇄ delete one,      insert a gate and its inverse ⇄ delete such neighbours,      replace a gate,
 *     exchange neighbours that commute,      merge neighbours into one gate ⇄ split a gate in two,
 *
 * and accepts it with probability min(1, weight ratio · ratio of proposals). So it obeys detailed balance.
 *
 * Cost of a step O(length) gates; of the plan O(gates²).
 *
 * @see Metropolis et al., J. Chem. Phys. 21, 1087 (1953); Hastings, Biometrika 57, 97 (1970)
 */
export function wordChain<Point>(problem: WordProblem<Point>, mostGates: number): WordChain {
  const pairs = factorings(problem);
  return (weight, word, stream) => {
    const move = MOVES[stream.integer(MOVES.length)]!;
    const proposal = proposed(problem, pairs, move, word.gates, stream);
    if (proposal === null || proposal.gates.length > mostGates) return { word, move, accepted: false };
    const next = wordOf(problem, proposal.gates);
    const rise = weight.cost * (next.cost - word.cost) + weight.miss * (next.miss - word.miss);
    const accepted = stream.uniform() < proposal.ratio * Math.exp(-rise);
    return { word: accepted ? next : word, move, accepted };
  };
}

/** A word with its cost and its miss. */
export function wordOf<Point>({ costs, start, apply, miss }: WordProblem<Point>, gates: readonly number[]): Word {
  const end = gates.reduce((point, gate) => apply(gate, point), start);
  return { gates, cost: gates.reduce((sum, gate) => sum + costs[gate]!, 0), miss: miss(end) };
}

type Factorings = readonly (readonly (readonly [first: number, second: number])[])[];

/** The pairs of gates whose product is a given gate. */
function factorings<Point>({ gates, product }: WordProblem<Point>): Factorings {
  const pairs = Array.from({ length: gates }, (): (readonly [number, number])[] => []);
  for (let first = 0; first < gates; first++) {
    for (let second = 0; second < gates; second++) {
      const whole = product(first, second);
      if (whole !== null) pairs[whole]!.push([first, second]);
    }
  }
  return pairs;
}

/** A change of the word; null where the move has nothing to act on. */
function proposed<Point>(
  problem: WordProblem<Point>,
  pairs: Factorings,
  move: Move,
  gates: readonly number[],
  stream: RandomStream,
): Proposal | null {
  const { length } = gates;
  const among = (count: number): number => Math.floor(count * stream.uniform());
  const at = (place: number, removed: number, ...inserted: readonly number[]): readonly number[] =>
    gates.toSpliced(place, removed, ...inserted);
  if (move === 'insert') return { gates: at(among(length + 1), 0, among(problem.gates)), ratio: problem.gates };
  if (move === 'insert pair') {
    const gate = among(problem.gates);
    const inverse = problem.inverse(gate);
    return inverse === null ? null : { gates: at(among(length + 1), 0, gate, inverse), ratio: problem.gates };
  }
  if (length === 0) return null;
  const place = among(length);
  if (move === 'delete') return { gates: at(place, 1), ratio: 1 / problem.gates };
  if (move === 'replace') return { gates: at(place, 1, among(problem.gates)), ratio: 1 };
  if (move === 'split') {
    const ways = pairs[gates[place]!]!;
    return ways.length === 0 ? null : { gates: at(place, 1, ...ways[among(ways.length)]!), ratio: ways.length };
  }
  if (length === 1) return null;
  const left = among(length - 1);
  const [a, b] = [gates[left]!, gates[left + 1]!];
  if (move === 'exchange') return problem.commute(a, b) ? { gates: at(left, 2, b, a), ratio: 1 } : null;
  if (move === 'delete pair') {
    return problem.inverse(a) === b ? { gates: at(left, 2), ratio: 1 / problem.gates } : null;
  }
  const whole = problem.product(a, b);
  return whole === null ? null : { gates: at(left, 2, whole), ratio: 1 / pairs[whole]!.length };
}
