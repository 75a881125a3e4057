/** @file Which words a metric lets a Hamiltonian use, and at what weight. */

import { DomainError, ShapeError } from '../errors.ts';
import { distances } from '../operator/lattice.ts';
import { type PauliWord, place, support } from '../operator/pauli.ts';
import { latticeOf, type PenaltyMetric, penaltyWeight } from './penalty-metric.ts';

/** The words of finite weight, with their weights w_P: a basis of the Hamiltonians that the metric allows. */
export interface Controls {
  readonly qubits: number;
  readonly words: readonly PauliWord[];
  readonly weights: Float64Array;
}

/** Most words accepted: enough for all words of six qubits, 4⁶ − 1, and for all pairs of 40. */
const MOST_WORDS = 8192;

/**
 * All words other than the identity that have finite weight, by size, then by place, then by letter.
 *
 * With an infinite penalty only the supports of at most `maxSize` qubits within `maxRange` are visited, so the cost is
 * O(#words · qubits), whatever 4ⁿ is.
 *
 * @throws {DomainError | ShapeError} the metric is invalid (see `checkMetric`), or has more than 8192 words of finite
 *          weight
 */
export function controlWords(metric: PenaltyMetric, qubits: number): Controls {
  checkMetric(metric, qubits);
  const unbounded = metric.penalty < Infinity;
  const table = distances(latticeOf(metric, qubits));
  const maxSize = unbounded ? qubits : Math.min(qubits, metric.maxSize ?? qubits);
  const maxRange = unbounded ? Infinity : (metric.maxRange ?? Infinity);
  const words: PauliWord[] = [];
  let supports: readonly (readonly number[])[] = [[]];
  for (let size = 1; size <= maxSize && supports.length > 0; size++) {
    supports = supports.flatMap((sites) => {
      const first = (sites[sites.length - 1] ?? -1) + 1;
      const candidates = Array.from({ length: qubits - first }, (_, k) => first + k);
      return candidates
        .filter((site) => sites.every((other) => table[other]![site]! <= maxRange))
        .map((site) => [...sites, site]);
    });
    if (words.length + supports.length * 3 ** size > MOST_WORDS) {
      throw new DomainError(
        `controlWords: at most ${MOST_WORDS} words of finite weight required, got more at ${qubits} qubits; bound maxSize or maxRange and make the penalty infinite`,
      );
    }
    words.push(...supports.flatMap((sites) => lettersOn(qubits, sites)));
  }
  const finite = words.map((word) => [word, penaltyWeight(metric, word)] as const).filter(([, w]) => w < Infinity);
  return { qubits, words: finite.map(([word]) => word), weights: Float64Array.from(finite, ([, w]) => w) };
}

/**
 * The controls of a metric whose one-qubit words may weigh 0: those that cost something, and those that are free. As
 * the weights depend on supports only, free rotations can be moved to the end of a path at no cost.
 *
 * @throws {DomainError | ShapeError} as `controlWords`; sizeWeights[0] = 0 where there are only one-qubit words, as on
 *         one qubit: every path would be free
 */
export function splitControls(
  metric: PenaltyMetric,
  qubits: number,
): { readonly controls: Controls; readonly freeWords: readonly PauliWord[] } {
  const [first, ...others] = metric.sizeWeights ?? [];
  if (first !== 0) return { controls: controlWords(metric, qubits), freeWords: [] };
  const { words, weights } = controlWords({ ...metric, sizeWeights: [1, ...others] }, qubits);
  const costly = words.flatMap((word, p) => (support(word).length > 1 ? [p] : []));
  if (costly.length === 0) {
    throw new DomainError('penalty metric: words that cost something required, got weight 0 on all controls');
  }
  return {
    controls: { qubits, words: costly.map((p) => words[p]!), weights: Float64Array.from(costly, (p) => weights[p]!) },
    freeWords: words.filter((word) => support(word).length === 1),
  };
}

/**
 * Checks that a penalty metric is valid on this many qubits.
 *
 * @param freeRotations - whether words of one qubit may weigh 0; default false
 *
 * @throws {DomainError} penalty or a weight not positive, maxSize or maxRange not a number of qubits or steps
 * @throws {ShapeError} the lattice has another number of sites, or there are more weights than cheap sizes
 */
export function checkMetric(metric: PenaltyMetric, qubits: number, freeRotations = false): void {
  const { penalty, maxSize, maxRange, sizeWeights = [], lattice } = metric;
  if (!(penalty > 0)) throw new DomainError(`penalty metric: a penalty above 0 required, got ${penalty}`);
  if (maxSize !== undefined && !(maxSize >= 1)) {
    throw new DomainError(`penalty metric: maxSize of at least 1 required, got ${maxSize}`);
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
