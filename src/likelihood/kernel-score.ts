/** @file Likelihood of data by samples alone, for generators that have none: each sample is blurred. */

import { DomainError, ShapeError } from '../errors.ts';
import { type DiscreteRows, rowsIn } from './discrete-rows.ts';

/** The likelihood of rows under blurred samples. */
export interface KernelScore {
  /** Mean negative log-likelihood of a row in nats. */
  readonly nats: number;
  /** Probability ε that a digit is changed; the one under which the rows are likeliest. */
  readonly change: number;
}

/** Where the search for ε starts, its most steps, and the change of ε at which it ends. */
const [START, MOST_STEPS, TOLERANCE] = [0.1, 1000, 1e-10];

/**
 * Scores samples by rows that were held out, as a mixture of N samples whose digits are changed independently,
 *
 *     p(v) = (1/N) Σ_s Π_k [1 − ε if v_k = s_k, else ε/(d − 1)],
 *
 * with the ε under which the rows are likeliest, found by expectation maximisation. Samples that all look right but alike come out
 * badly: rows unlike all of them are paid for digit by digit. More samples score better; compare equal numbers.
 *
 * @param samples - of the model that is judged
 * @param rows - held out; both with the same number d ≥ 2 of values at every site
 * @throws {ShapeError | DomainError} samples and rows of different dimensions, of none, or of unequal numbers of values
 *
 * O(samples · rows · n).
 *
 * @see Parzen, Ann. Math. Stat. 33, 1065 (1962); Goodfellow et al., NeurIPS 2014, arXiv:1406.2661, for such scores of generators
 */
export function kernelScore(samples: DiscreteRows, rows: DiscreteRows): KernelScore {
  const { dimensions } = rows;
  const [n, values] = [dimensions.length, dimensions[0]!];
  if (samples.dimensions.length !== n || samples.dimensions.some((d, k) => d !== dimensions[k])) {
    throw new ShapeError(`kernelScore: samples of dimensions [${dimensions}] required, got [${samples.dimensions}]`);
  }
  if (!(values >= 2 && dimensions.every((d) => d === values))) {
    throw new DomainError(
      `kernelScore: the same number of 2 or more values at every site required, got [${dimensions}]`,
    );
  }
  const count = rowsIn('kernelScore', dimensions, rows.digits);
  const drawn = rowsIn('kernelScore', dimensions, samples.digits);
  const distances = Array.from({ length: count }, (_, row) =>
    distanceCounts(samples.digits, rows.digits.subarray(row * n, (row + 1) * n), drawn),
  );
  let change = START;
  for (let step = 0; ; step++) {
    const { nats, expected } = mixture(distances, drawn, n, values, change);
    if (step === MOST_STEPS || Math.abs(expected - change) < TOLERANCE) return { nats, change };
    change = expected;
  }
}

/** How many samples differ from a row in 0, 1, … n digits. */
function distanceCounts(samples: Uint8Array, row: Uint8Array, drawn: number): Float64Array {
  const n = row.length;
  const counts = new Float64Array(n + 1);
  for (let sample = 0; sample < drawn; sample++) {
    let distance = 0;
    for (let k = 0; k < n; k++) if (samples[sample * n + k] !== row[k]) distance++;
    counts[distance]! += 1;
  }
  return counts;
}

/** Nats of a row at one ε, and the share of digits that were changed, as it is then expected. */
function mixture(
  distances: readonly Float64Array[],
  drawn: number,
  n: number,
  values: number,
  change: number,
): { readonly nats: number; readonly expected: number } {
  const logs = Array.from(
    { length: n + 1 },
    (_, d) =>
      // At ε = 0 only equal rows are possible.
      (d === 0 ? 0 : d * Math.log(change / (values - 1))) + (d === n ? 0 : (n - d) * Math.log1p(-change)),
  );
  let [nats, changed] = [0, 0];
  for (const counts of distances) {
    const greatest = counts.reduce((most, c, d) => (c > 0 ? Math.max(most, logs[d]!) : most), -Infinity);
    let [total, weighted] = [0, 0];
    counts.forEach((c, d) => {
      const weight = c === 0 ? 0 : c * Math.exp(logs[d]! - greatest);
      total += weight;
      weighted += weight * d;
    });
    nats -= (greatest + Math.log(total / drawn)) / distances.length;
    changed += weighted / total / distances.length;
  }
  return { nats, expected: changed / n };
}
