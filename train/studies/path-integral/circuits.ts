/** @file Circuits of random structure, against exact counts of words. */

import { ghz } from '../../../datasets/ghz.ts';
import type { Circuit } from '../../../src/circuit/circuit.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { chain, complete, type Lattice } from '../../../src/operator/lattice.ts';
import { seriesStatistics } from '../../../src/optimise/series-statistics.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import { recorded, type SearchJournal } from '../../../src/search-journal.ts';
import {
  cayleyDistances,
  groupTable,
  linearGroup,
  matrixCode,
  pathSum,
  wordCounts,
} from '../../../src/systems/cayley/index.ts';
import { circuitEnsemble, sampledWords, type WordProblem } from '../../../src/systems/path-ensemble/index.ts';
import type { PartStep } from '../../study.ts';
import { toldSteps } from './told-steps.ts';

/** Words of CNOTs that make the cyclic shift of three qubits: counted, and sampled. */
export interface SampledShift {
  readonly name: string;
  readonly least: number;
  /** Numbers of words of the least number of gates and of more. */
  readonly counts: readonly string[];
  /** Share of the shortest words at the weight 0.05 of a gate. */
  readonly exact: number;
  readonly share: number;
  readonly error: number;
  /** Shares by number of gates, exact and sampled. */
  readonly lengths: readonly { readonly gates: number; readonly exact: number; readonly sampled: number }[];
  /** Least number of gates that was seen. */
  readonly seen: number | null;
}

const WEIGHT = 0.05;
const LONGEST = 10;

export function* measuredWords(
  rounds: number,
  seed: number,
  journal: SearchJournal,
): Generator<PartStep, readonly SampledShift[]> {
  const sampled = (name: string, lattice: Lattice, share: readonly [number, number]) =>
    recorded(journal, name, (own) => sampledShift(name, lattice, rounds, seed, share, own));
  return [
    yield* sampled('six CNOTs, all pairs', complete(3), [0, 0.5]),
    yield* sampled('four CNOTs, a chain', chain(3), [0.5, 1]),
  ];
}

function* sampledShift(
  name: string,
  lattice: Lattice,
  rounds: number,
  seed: number,
  share: readonly [number, number],
  journal: SearchJournal | undefined,
): Generator<PartStep, SampledShift> {
  const distances = cayleyDistances(linearGroup(lattice));
  const { generators, identity } = distances.graph;
  const target = matrixCode([0b001, 0b100, 0b010]);
  const problem = cnotProblem(generators, identity, target);
  const table = groupTable(distances);
  const element = table.numberOf(target);
  const counts = wordCounts(table, [element], LONGEST)[0]!;
  const sums = pathSum(table, WEIGHT).value;
  const [hot, cold] = [Math.log(generators.length / 0.9), -Math.log(WEIGHT)];
  const ladder = [
    ...[0, 4, 9, 16, 30, 60, 100].map((miss) => ({ cost: hot, miss })),
    ...[1, 2, 3].map((k) => ({ cost: hot + ((cold - hot) * k) / 3, miss: 100 })),
  ];
  const options = { ladder, mostGates: 40, moves: 4, burnIn: 500, rounds, journal };
  const { samples, best } = yield* toldSteps(sampledWords(problem, options, randomStream(seed, name)), name, share);
  const { found, lengths } = samples.at(-1)!;
  const least = counts.findIndex((count) => count > 0n);
  const shortest = seriesStatistics([found.map(({ gates }) => (gates === least ? 1 : 0))]);
  return {
    name,
    least,
    counts: counts.slice(least).map(String),
    exact: sums.minimalShare[element]!,
    share: shortest.mean,
    error: shortest.error,
    lengths: counts.slice(least).map((count, k) => ({
      gates: least + k,
      exact: (Number(count) * WEIGHT ** (least + k)) / sums.sum[element]!,
      sampled: lengths[least + k]! / found.length,
    })),
    seen: best?.gates.length ?? null,
  };
}

/** Words of CNOTs from the identity to a matrix, both as codes; a word misses it by the share of entries that differ. */
export function cnotProblem(
  generators: readonly { readonly apply: (code: number) => number }[],
  identity: number,
  target: number,
): WordProblem<number> {
  const both = (a: number, b: number): number => generators[a]!.apply(generators[b]!.apply(identity));
  return {
    gates: generators.length,
    costs: generators.map(() => 1),
    start: identity,
    apply: (gate, code) => generators[gate]!.apply(code),
    miss: (code) => {
      let different = 0;
      for (let bits = code ^ target; bits !== 0; bits &= bits - 1) different++;
      return different / 9;
    },
    inverse: (gate) => gate,
    commute: (a, b) => both(a, b) === both(b, a),
    product: () => null,
  };
}

/** Circuits of rotations that make the Bell state, at rising β. */
export interface SampledCircuits {
  readonly rows: readonly {
    readonly beta: number;
    readonly hits: number;
    readonly cost: number | null;
    readonly gates: number | null;
    readonly exchanged: number | null;
  }[];
  readonly best: Circuit | null;
  readonly bestCost: number | null;
}

const WORDS = ['XI', 'YI', 'ZI', 'IX', 'IY', 'IZ', 'XX', 'XY', 'YX', 'YY', 'ZZ'];

export function* measuredCircuits(
  rounds: number,
  seed: number,
  journal: SearchJournal,
): Generator<PartStep, SampledCircuits> {
  const { amplitudes } = ghz(2);
  const options = { turns: 4, betas: [1, 2, 4, 6, 8, 12], mu: 4, mostGates: 16, moves: 4, burnIn: 500, seed };
  const sampling = { ...options, rounds: Math.ceil(rounds / 4), journal };
  const found = yield* toldSteps(circuitEnsemble(amplitudes, { penalty: 1 }, WORDS, sampling), 'Bell state');
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    rows: found.samples.map(({ hits, found: words, exchanged }, k) => ({
      beta: found.betas[k]!,
      hits,
      cost: mean(words.map(({ cost }) => cost)),
      gates: mean(words.map(({ gates }) => gates)),
      exchanged,
    })),
    best: found.circuit,
    bestCost: found.best?.cost ?? null,
  };
}

export const wordSection = (words: readonly SampledShift[]): StudySection => ({
  heading: 'Words of CNOTs: the sampler against exact counts',
  text:
    'A chain that inserts, deletes, replaces, exchanges, merges and splits gates, at several temperatures at once, samples the words with a given product. For the cyclic shift of three qubits the numbers of ' +
    `words are known exactly; a gate has the weight ${WEIGHT}.`,
  exhibits: [
    {
      kind: 'chart',
      caption: 'Words that make the cyclic shift, by number of gates. Hollow: by exact counts.',
      x: { label: 'gates', kind: 'linear' },
      y: { label: 'share', kind: 'linear', include: [0] },
      series: words.flatMap(({ name, lengths }) => [
        {
          name,
          mark: 'line-and-points' as const,
          points: lengths.map(({ gates, sampled }) => [gates, sampled] as const),
        },
        {
          name: `${name}, exact`,
          mark: 'hollow' as const,
          points: lengths.map(({ gates, exact }) => [gates, exact] as const),
        },
      ]),
    },
    {
      kind: 'table',
      caption: 'Numbers of words, and the share of the shortest.',
      columns: ['gates', 'least number', 'words of so many gates and more', 'share, exact', 'share, sampled', 'error'],
      rows: words.map(({ name, least, counts, exact, share, error }) => [
        name,
        least,
        counts.join(', '),
        exact,
        share,
        error,
      ]),
    },
  ],
});

export const circuitSection = ({ rows, best }: SampledCircuits): StudySection => ({
  heading: 'Circuits of random structure that make the Bell state',
  text: 'Rotations by multiples of π/2 about eleven words, with the weight exp(−β[Σ√w|a|/2 + 4(1 − F)]). Hot, nearly no circuit makes the state; as β rises the circuits that do are short, and at last the shortest is nearly all that is left.',
  exhibits: [
    {
      kind: 'table',
      caption:
        'Circuits by inverse temperature: share that makes the state, and their mean length and number of gates.',
      columns: ['β', 'makes the state', 'mean length', 'mean gates', 'exchanges made'],
      rows: rows.map(({ beta, hits, cost, gates, exchanged }) => [beta, hits, cost, gates, exchanged]),
    },
    ...(best === null
      ? []
      : [{ kind: 'circuit' as const, caption: 'The shortest circuit that was seen.', circuit: best, theta: [] }]),
  ],
});

export const circuitChecks = (words: readonly SampledShift[], { bestCost }: SampledCircuits): readonly Check[] => [
  ...words.flatMap(({ name, least, exact, share, error, seen, counts }, k) => [
    equals(`${name}: least number of gates`, 'published value', least, 6, 0),
    equals(`${name}: words of 8 gates`, 'independent computation', Number(counts[2]), [6042, 186][k]!, 0),
    equals(
      `${name}: share of the shortest words at x = 0.05`,
      'independent computation',
      exact,
      [0.654508, 0.815094][k]!,
      1e-6,
    ),
    equals(`${name}: the same, sampled`, 'independent computation', share, exact, 3.5 * error),
    equals(`${name}: least number of gates that was sampled`, 'independent computation', seen ?? 0, 6, 0),
  ]),
  equals(
    'Bell state: length of the shortest circuit that was sampled, one rotation by π/2',
    'closed form',
    bestCost ?? 0,
    Math.PI / 4,
    1e-12,
  ),
];
