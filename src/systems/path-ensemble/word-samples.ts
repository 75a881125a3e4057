/** @file Words of gates sampled at several temperatures at once. */

import { DomainError } from '../../errors.ts';
import { type RandomState, type RandomStream, randomStreamOf } from '../../linalg/random.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import {
  MOVES,
  type Move,
  type Word,
  type WordChain,
  type WordProblem,
  type WordWeight,
  wordChain,
  wordOf,
} from './word-moves.ts';

/** How words are sampled. */
export interface WordSamplesOptions {
  /** Weights from the hottest to the coldest; neighbours exchange their words. */
  readonly ladder: readonly WordWeight[];
  /** Most gates of a word; default 32. */
  readonly mostGates?: number;
  /** Moves of every word between exchanges; default 20. */
  readonly moves?: number;
  /** Rounds of moves and exchanges while the weights rise from 0 to their values, and at their values; default 200 and 2000. */
  readonly burnIn?: number;
  readonly rounds?: number;
  /** Where it is written down how far the words have come; one that an interrupted sampling has left is gone on from, to the same bits. */
  readonly journal?: SearchJournal | undefined;
}

/** The words seen at one weight. */
export interface WordSample {
  readonly weight: WordWeight;
  /** Share of the rounds whose word hits the target. */
  readonly hits: number;
  /** Numbers of words that hit, by their number of gates. */
  readonly lengths: readonly number[];
  /** Cost and number of gates of the word of every round that hits, in order. */
  readonly found: readonly { readonly cost: number; readonly gates: number }[];
  /** Share of exchanges with the next colder weight that were made; null for the coldest. */
  readonly exchanged: number | null;
}

/** Words sampled at all weights. */
export interface WordSamples {
  readonly samples: readonly WordSample[];
  /** A word of least cost among those that hit the target, at any weight; null if none did. */
  readonly best: Word | null;
  /** Shares of the tries of each move that were made. */
  readonly accepted: Readonly<Record<Move, number>>;
}

/** Misses up to this are hits. */
const HIT = 1e-9;

/** Rounds between two entries of a journal. */
const BLOCK = 200;

/**
 * Samples words of gates by parallel tempering: a chain of `wordChain` at each weight, and after every round of moves exchanges of
 * neighbours with probability min(1, e^{Δ}), Δ the change of both exponents. During the burn-in all weights rise together from 0:
 * simulated annealing. At every weight the words that hit the target are a sample of e^{−cost·Σ costs} on them.
 *
 * @param stream - rounds that the journal has already are not drawn from it
 * @throws {DomainError} no weight, or numbers that are none
 * @returns after steps that tell the share of the rounds that are done
 *
 * @see Swendsen & Wang, Phys. Rev. Lett. 57, 2607 (1986); Geyer (1991), for exchanges
 */
export function* sampledWords<Point>(
  problem: WordProblem<Point>,
  { ladder, mostGates = 32, moves = 20, burnIn = 200, rounds = 2000, journal }: WordSamplesOptions,
  stream: RandomStream,
): Generator<number, WordSamples> {
  if (ladder.length === 0 || ladder.some(({ cost, miss }) => !(Number.isFinite(cost) && Number.isFinite(miss)))) {
    throw new DomainError('sampledWords: a ladder of finite weights required');
  }
  const counts = { mostGates, moves, burnIn, rounds };
  const wrong = Object.entries(counts).find(
    ([name, value]) => !(Number.isInteger(value) && value >= (name === 'burnIn' ? 0 : 1)),
  );
  if (wrong !== undefined)
    throw new DomainError(`sampledWords: a whole number of ${wrong[0]} required, got ${wrong[1]}`);
  const plan = { chain: wordChain(problem, mostGates), ladder, moves, burnIn, rounds };
  const blocks: Block[] = [];
  let drawing = stream;
  for (let first = 0; first < burnIn + rounds; first += BLOCK) {
    const { words, best } = blocks.at(-1) ?? { words: ladder.map(() => wordOf(problem, [])), best: null };
    let isDrawn = false;
    const steps = recorded(journal, 'rounds', () => {
      isDrawn = true;
      return drawnBlock(plan, first, words, best, drawing);
    });
    const block = yield* steps;
    if (!isDrawn) drawing = randomStreamOf(block.random);
    blocks.push(block);
  }
  const total = (of: (block: Block) => number): number => blocks.reduce((sum, block) => sum + of(block), 0);
  return {
    samples: ladder.map((weight, level): WordSample => {
      const found = blocks.flatMap(({ rows }) => rows[level]!.found);
      const lengths = new Array<number>(mostGates + 1).fill(0);
      for (const { gates } of found) lengths[gates]! += 1;
      const tried = total(({ rows }) => rows[level]!.tried);
      return {
        weight,
        hits: found.length / rounds,
        lengths,
        found,
        exchanged: tried > 0 ? total(({ rows }) => rows[level]!.exchanged) / tried : null,
      };
    }),
    best: blocks.at(-1)!.best,
    accepted: Object.fromEntries(
      MOVES.map((move) => [
        move,
        total(({ tries }) => tries[move][1]) /
          Math.max(
            1,
            total(({ tries }) => tries[move][0]),
          ),
      ]),
    ) as Record<Move, number>,
  };
}

/** What is sampled, and how. */
interface Plan {
  readonly chain: WordChain;
  readonly ladder: readonly WordWeight[];
  readonly moves: number;
  readonly burnIn: number;
  readonly rounds: number;
}

/** What was seen in some rounds, and from where the next go on: plain data. */
interface Block {
  readonly rows: readonly {
    readonly found: WordSample['found'];
    readonly tried: number;
    readonly exchanged: number;
  }[];
  /** Tries of each move, and how many of them were made. */
  readonly tries: Readonly<Record<Move, readonly [tried: number, made: number]>>;
  readonly words: readonly Word[];
  readonly best: Word | null;
  readonly random: RandomState;
}

/** The rounds of a block. */
function* drawnBlock(
  { chain, ladder, moves, burnIn, rounds }: Plan,
  first: number,
  from: readonly Word[],
  bestBefore: Word | null,
  stream: RandomStream,
): Generator<number, Block> {
  const words = [...from];
  const rows = ladder.map(() => ({ found: [] as { cost: number; gates: number }[], tried: 0, exchanged: 0 }));
  const tries = Object.fromEntries(MOVES.map((move) => [move, [0, 0]])) as Record<Move, [number, number]>;
  let best = bestBefore;
  for (let round = first; round < Math.min(first + BLOCK, burnIn + rounds); round++) {
    const rise = round < burnIn ? round / burnIn : 1;
    const weights = ladder.map(({ cost, miss }) => ({ cost: rise * cost, miss: rise * miss }));
    ladder.forEach((_, level) => {
      for (let k = 0; k < moves; k++) {
        const { word, move, accepted } = chain(weights[level]!, words[level]!, stream);
        words[level] = word;
        tries[move][0] += 1;
        tries[move][1] += accepted ? 1 : 0;
        if (word.miss <= HIT && (best === null || word.cost < best.cost)) best = word;
      }
    });
    for (let level = 0; level + 1 < ladder.length; level++) {
      const [hot, cold] = [words[level]!, words[level + 1]!];
      const cost = weights[level + 1]!.cost - weights[level]!.cost;
      const miss = weights[level + 1]!.miss - weights[level]!.miss;
      const isExchanged = stream.uniform() < Math.exp(cost * (cold.cost - hot.cost) + miss * (cold.miss - hot.miss));
      if (isExchanged) [words[level], words[level + 1]] = [cold, hot];
      if (round >= burnIn) {
        rows[level]!.tried += 1;
        rows[level]!.exchanged += isExchanged ? 1 : 0;
      }
    }
    if (round >= burnIn) {
      words.forEach(({ gates, cost, miss }, level) => {
        if (miss <= HIT) rows[level]!.found.push({ cost, gates: gates.length });
      });
    }
    yield (round + 1) / (burnIn + rounds);
  }
  return { rows, tries, words, best, random: stream.state() };
}
