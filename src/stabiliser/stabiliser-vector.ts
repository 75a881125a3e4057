/** @file The amplitudes of a small stabiliser state, and its density matrix. */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix, zeroVector } from '../linalg/complex.ts';
import { canonicalForm } from './canonical-form.ts';
import { digitAt } from './digit-matrix.ts';
import { isPureGroup, type StabiliserGroup } from './stabiliser-group.ts';

/** Most amplitudes. */
const LARGEST = 2 ** 20;
/** Most products of a group element with a basis state, for a density matrix. */
const LARGEST_SUM = 2 ** 24;

/** Basis states with phases: amplitudes e^{2πi·turns/order} at indices; turns count quarters for qubits, else p-th parts. */
interface Terms {
  readonly index: Uint32Array;
  readonly turns: Uint16Array;
}

/**
 * The state vector of a pure group, of norm 1; the first amplitude that is not zero is positive. All its amplitudes
 * have the same modulus.
 *
 * @returns shape (pⁿ,), qudit 0 most significant
 * @throws {DomainError} the group has fewer generators than qudits
 * @throws {ShapeError} more than 2²⁰ amplitudes
 */
export function stabiliserVector(group: StabiliserGroup): ComplexVector {
  const { prime, qudits } = group;
  if (!isPureGroup(group)) {
    throw new DomainError(`stabiliserVector: ${qudits} generators required, got ${group.phases.length}`);
  }
  const size = prime ** qudits;
  if (size > LARGEST) throw new ShapeError(`stabiliserVector: at most ${LARGEST} amplitudes possible, got ${size}`);
  const { index, turns } = termsOf(group);
  const psi = zeroVector(size);
  const first = turns[index.indexOf(index.reduce((least, k) => Math.min(least, k)))]!;
  const modulus = Math.sqrt(1 / index.length);
  index.forEach((at, k) => {
    place(psi.interleaved, 2 * at, modulus, turns[k]! - first, prime);
  });
  return psi;
}

/** All terms of a pure state: X-type generators on a basis state that the Z-type ones leave fixed. */
function termsOf(group: StabiliserGroup): Terms {
  const { prime, qudits } = group;
  const reduced = canonicalForm(group);
  const isFlip = (row: number): boolean => wordAt(reduced, row).x.some((digit) => digit !== 0);
  const start = new Array<number>(qudits).fill(0);
  let terms: Terms = { index: new Uint32Array(1), turns: new Uint16Array(1) };
  for (const row of reduced.phases.keys()) {
    if (isFlip(row)) continue;
    const pivot = wordAt(reduced, row).z.findIndex((digit) => digit !== 0);
    start[pivot] = (prime - reduced.phases[row]!) % prime;
  }
  terms.index[0] = start.reduce((sum, digit) => sum * prime + digit, 0);
  for (const row of reduced.phases.keys()) if (isFlip(row)) terms = withPowers(reduced, row, terms);
  return terms;
}

/**
 * The density matrix p^{−n} Σ_{g ∈ G} g.
 *
 * @returns shape (pⁿ, pⁿ)
 * @throws {ShapeError} p^{n + r} above 2²⁴, or p²ⁿ above 2²⁴
 */
export function stabiliserDensity(group: StabiliserGroup): ComplexMatrix {
  const { prime, qudits, phases } = group;
  const size = prime ** qudits;
  const elements = prime ** phases.length;
  if (size * Math.max(size, elements) > LARGEST_SUM) {
    throw new ShapeError(`stabiliserDensity: at most ${LARGEST_SUM} terms possible, got ${size} × ${elements}`);
  }
  const rho = zeroMatrix(size, size);
  for (let column = 0; column < size; column++) {
    let terms: Terms = { index: Uint32Array.of(column), turns: new Uint16Array(1) };
    for (const row of phases.keys()) terms = withPowers(group, row, terms);
    terms.index.forEach((row, k) => {
      place(rho.interleaved, 2 * (row * size + column), 1 / size, terms.turns[k]!, prime);
    });
  }
  return rho;
}

/** Adds modulus · e^{2πi·turns/order} to an entry. */
function place(interleaved: Float64Array, at: number, modulus: number, turns: number, prime: number): void {
  const order = prime === 2 ? 4 : prime;
  const rest = ((turns % order) + order) % order;
  const angle = (2 * Math.PI * rest) / order;
  const [re, im] = prime === 2 ? QUARTERS[rest]! : [Math.cos(angle), Math.sin(angle)];
  interleaved[at] = interleaved[at]! + modulus * re;
  interleaved[at + 1] = interleaved[at + 1]! + modulus * im;
}

const QUARTERS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** The terms and what the powers g, …, g^{p−1} of a generator make of them: ω^{phase} T(x, z)|b⟩ = ω^{phase + x·z/2 + z·b}|b + x⟩. */
function withPowers(group: StabiliserGroup, row: number, terms: Terms): Terms {
  const { prime, qudits } = group;
  const { x, z } = wordAt(group, row);
  const [unit, half, order] = prime === 2 ? [2, 1, 4] : [1, (prime + 1) / 2, prime];
  const constant = unit * group.phases[row]! + half * x.reduce((sum, digit, q) => sum + digit * z[q]!, 0);
  const touched = [...x.keys()].filter((q) => x[q] !== 0 || z[q] !== 0);
  const places = touched.map((q) => prime ** (qudits - 1 - q));
  const [xs, zs] = [touched.map((q) => x[q]!), touched.map((q) => z[q]!)];
  const count = terms.index.length;
  const [index, turns] = [new Uint32Array(prime * count), new Uint16Array(prime * count)];
  index.set(terms.index);
  turns.set(terms.turns);
  for (let to = count; to < index.length; to++) {
    const before = index[to - count]!;
    let [moved, phase] = [before, turns[to - count]! + constant];
    for (let t = 0; t < places.length; t++) {
      const digit = Math.floor(before / places[t]!) % prime;
      phase += unit * zs[t]! * digit;
      moved += (((digit + xs[t]!) % prime) - digit) * places[t]!;
    }
    index[to] = moved;
    turns[to] = phase % order;
  }
  return { index, turns };
}

function wordAt({ qudits, x, z }: StabiliserGroup, row: number): { readonly x: number[]; readonly z: number[] } {
  const all = [...Array(qudits).keys()];
  return { x: all.map((q) => digitAt(x, row, q)), z: all.map((q) => digitAt(z, row, q)) };
}
