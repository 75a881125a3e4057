/** @file Which words a metric lets a Hamiltonian use, and at what weight. */

import { DomainError, ShapeError } from '../errors.ts';
import { distances } from '../operator/lattice.ts';
import { type PauliWord, place, support } from '../operator/pauli.ts';
import { largestSize, latticeOf, type PenaltyMetric, penaltyWeight } from './penalty-metric.ts';
import { weightMistakes } from './weight-mistakes.ts';

/** The words of finite weight, with their weights w_P: a basis of the Hamiltonians that the metric allows. */
export interface Controls {
  readonly qubits: number;
  readonly words: readonly PauliWord[];
  readonly weights: Float64Array;
}

/** Most words accepted: enough for all words of six qubits, 4⁶ − 1, and for all pairs of 40. */
const MOST_WORDS = 8192;
/** Most words of one size that are looked at where letters tell which of them are controls. */
const MOST_VISITED = 2 ** 17;

/**
 * All words other than the identity that have finite weight, by size, then by place, then by letter.
 *
 * With an infinite penalty only the supports within `maxRange` that are small enough to be weighed by size or letters are
 * visited, and the words weighed by name, so the cost is O(#words · qubits), whatever 4ⁿ is.
 *
 * @throws {DomainError | ShapeError} the metric is invalid (see `checkMetric`), or has more than 8192 words of finite
 *          weight
 */
export function controlWords(metric: PenaltyMetric, qubits: number): Controls {
  checkMetric(metric, qubits);
  const { words: named = {}, letters = {} } = metric;
  const unbounded = metric.penalty < Infinity;
  const table = distances(latticeOf(metric, qubits));
  const bySize = unbounded ? qubits : Math.min(qubits, largestSize(metric));
  const byLetters = Math.max(0, ...Object.keys(letters).map((key) => key.length));
  const maxRange = unbounded ? Infinity : (metric.maxRange ?? Infinity);
  const finite: [word: PauliWord, weight: number][] = [];
  const refuse = (): never => {
    throw new DomainError(
      `controlWords: at most ${MOST_WORDS} words of finite weight required, got more at ${qubits} qubits; bound maxSize or maxRange and make the penalty infinite`,
    );
  };
  const keep = (word: PauliWord): void => {
    const weight = penaltyWeight(metric, word);
    if (weight < Infinity) finite.push([word, weight]);
    if (finite.length > MOST_WORDS) refuse();
  };
  let supports: readonly (readonly number[])[] = [[]];
  for (let size = 1; size <= Math.max(bySize, byLetters) && supports.length > 0; size++) {
    supports = supports.flatMap((sites) => {
      const first = (sites[sites.length - 1] ?? -1) + 1;
      const candidates = Array.from({ length: qubits - first }, (_, k) => first + k);
      return candidates
        .filter((site) => sites.every((other) => table[other]![site]! <= maxRange))
        .map((site) => [...sites, site]);
    });
    const most = size <= bySize ? MOST_WORDS + Object.keys(named).length - finite.length : MOST_VISITED;
    if (supports.length * 3 ** size > most) refuse();
    for (const sites of supports) for (const word of lettersOn(qubits, sites)) keep(word);
  }
  const known = new Set(finite.map(([word]) => word));
  const others = Object.keys(named).filter((word) => !known.has(word));
  others.forEach(keep);
  if (others.length > 0) finite.sort(([a], [b]) => inOrder(a, b));
  return { qubits, words: finite.map(([word]) => word), weights: Float64Array.from(finite, ([, w]) => w) };
}

/** By size, then by place, then by letter. */
function inOrder(a: PauliWord, b: PauliWord): number {
  const [x, y] = [support(a), support(b)];
  if (x.length !== y.length) return x.length - y.length;
  const k = x.findIndex((site, i) => site !== y[i]);
  if (k >= 0) return x[k]! - y[k]!;
  return a < b ? -1 : 1;
}

/**
 * The controls of a metric whose one-qubit words may weigh 0: those that cost something, and those that are free. As
 * the weights depend on supports only, free rotations can be moved to the end of a path at no cost.
 *
 * @throws {DomainError | ShapeError} as `controlWords`; sizeWeights[0] = 0 where there are only one-qubit words, as on
 *         one qubit: every path would be free; or beside words on the same qubits that weigh differently
 */
export function splitControls(
  metric: PenaltyMetric,
  qubits: number,
): { readonly controls: Controls; readonly freeWords: readonly PauliWord[] } {
  const [first, ...others] = metric.sizeWeights ?? [];
  if (first !== 0) return { controls: controlWords(metric, qubits), freeWords: [] };
  const { words, weights } = controlWords({ ...metric, sizeWeights: [1, ...others] }, qubits);
  const isFree = words.map((word) => penaltyWeight(metric, word) === 0);
  const costly = words.flatMap((_, p) => (isFree[p] ? [] : [p]));
  if (costly.length === 0) {
    throw new DomainError('penalty metric: words that cost something required, got weight 0 on all controls');
  }
  checkSupports(words, weights);
  return {
    controls: { qubits, words: costly.map((p) => words[p]!), weights: Float64Array.from(costly, (p) => weights[p]!) },
    freeWords: words.filter((_, p) => isFree[p]),
  };
}

/** @throws {DomainError} words on the same qubits weigh differently: then rotations cannot be moved to the end of a path */
function checkSupports(words: readonly PauliWord[], weights: Float64Array): void {
  const first = new Map<string, number>();
  const counts = new Map<string, number>();
  words.forEach((word, p) => {
    const sites = support(word).join();
    const like = first.get(sites) ?? p;
    first.set(sites, like);
    counts.set(sites, (counts.get(sites) ?? 0) + 1);
    if (weights[p] !== weights[like]) {
      throw new DomainError(`${ON_SUPPORTS}, got ${weights[p]} for ${word} and ${weights[like]} for ${words[like]}`);
    }
  });
  for (const [sites, like] of first) {
    if (counts.get(sites)! === 3 ** support(words[like]!).length) continue;
    throw new DomainError(`${ON_SUPPORTS}, got forbidden words beside ${words[like]} on qubits ${sites}`);
  }
}

const ON_SUPPORTS =
  'penalty metric: weights that depend on the qubits of a word only required where rotations are free';

/**
 * Checks that a penalty metric is valid on this many qubits.
 *
 * @param freeRotations - whether words of one qubit may weigh 0; default false
 *
 * @throws {DomainError} penalty or a weight not positive, maxSize or maxRange not a number of qubits or steps; with all
 *         mistakes in the tables of words and letters
 * @throws {ShapeError} the lattice has another number of sites, or there are more weights than cheap sizes
 */
export function checkMetric(metric: PenaltyMetric, qubits: number, freeRotations = false): void {
  const { penalty, maxSize, maxRange, sizeWeights = [], lattice, words, letters } = metric;
  if (!(penalty > 0)) throw new DomainError(`penalty metric: a penalty above 0 required, got ${penalty}`);
  const least = words === undefined && letters === undefined ? 1 : 0;
  if (maxSize !== undefined && !(maxSize >= least)) {
    throw new DomainError(`penalty metric: maxSize of at least ${least} required, got ${maxSize}`);
  }
  if (maxRange !== undefined && !(maxRange >= 0)) {
    throw new DomainError(`penalty metric: maxRange of at least 0 required, got ${maxRange}`);
  }
  const wrong = sizeWeights.find((weight, k) => !(weight > 0 || (weight === 0 && k === 0 && freeRotations)));
  if (wrong !== undefined) throw new DomainError(`penalty metric: sizeWeights above 0 required, got ${wrong}`);
  const sizes = Math.min(maxSize ?? qubits, qubits);
  if (sizeWeights.length > sizes) {
    throw new ShapeError(`penalty metric: at most ${sizes} sizeWeights required, got ${sizeWeights.length}`);
  }
  if (lattice !== undefined && lattice.sites !== qubits) {
    throw new ShapeError(`penalty metric: a lattice of ${qubits} sites required, got ${lattice.sites}`);
  }
  const mistakes = weightMistakes(metric, qubits);
  if (mistakes.length === 0) return;
  const texts = mistakes.map(({ table, name, required, got }) => `${table}.${name}: ${required} required, got ${got}`);
  throw new DomainError(texts.map((text) => `penalty metric: ${text}`).join('\n'));
}

/** The 3^size words that act on exactly these sites. */
function lettersOn(qubits: number, sites: readonly number[]): readonly PauliWord[] {
  return Array.from({ length: 3 ** sites.length }, (_, index) =>
    place(
      qubits,
      Object.fromEntries(sites.map((site, k) => [site, 'XYZ'[Math.floor(index / 3 ** (sites.length - 1 - k)) % 3]!])),
    ),
  );
}
