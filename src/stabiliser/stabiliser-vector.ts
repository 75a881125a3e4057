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

/** A basis state with a phase: amplitude e^{2πi·turns/order} at an index. */
interface Term {
  readonly index: number;
  readonly turns: number;
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
  const terms = termsOf(group);
  const psi = zeroVector(size);
  const first = terms.reduce((least, term) => (term.index < least.index ? term : least));
  const modulus = Math.sqrt(1 / terms.length);
  for (const { index, turns } of terms) place(psi.interleaved, 2 * index, modulus, turns - first.turns, prime);
  return psi;
}

/** All terms of a pure state: X-type generators on a basis state that the Z-type ones leave fixed. */
function termsOf(group: StabiliserGroup): readonly Term[] {
  const { prime, qudits } = group;
  const reduced = canonicalForm(group);
  const flips = [...reduced.phases.keys()].filter((row) => wordAt(reduced, row).x.some((digit) => digit !== 0));
  const start = new Array<number>(qudits).fill(0);
  for (let row = flips.length; row < reduced.phases.length; row++) {
    const pivot = wordAt(reduced, row).z.findIndex((digit) => digit !== 0);
    start[pivot] = (prime - reduced.phases[row]!) % prime;
  }
  let terms: readonly Term[] = [{ index: start.reduce((sum, digit) => sum * prime + digit, 0), turns: 0 }];
  for (const row of flips) {
    const act = action(reduced, row);
    const all = [...terms];
    let moved = terms;
    for (let power = 1; power < prime; power++) {
      moved = moved.map(act);
      all.push(...moved);
    }
    terms = all;
  }
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
    let terms: readonly Term[] = [{ index: column, turns: 0 }];
    for (const row of phases.keys()) {
      const act = action(group, row);
      const powers = [terms];
      for (let power = 1; power < prime; power++) powers.push(powers[power - 1]!.map(act));
      terms = powers.flat();
    }
    for (const { index, turns } of terms) {
      place(rho.interleaved, 2 * (index * size + column), 1 / size, turns, prime);
    }
  }
  return rho;
}

/** Adds modulus · e^{2πi·turns/order} to an entry; turns count quarters for qubits, else p-th parts. */
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

/** What a generator makes of a basis state: ω^{phase} T(x, z)|b⟩ = ω^{phase + x·z/2 + z·b}|b + x⟩. */
function action(group: StabiliserGroup, row: number): (term: Term) => Term {
  const { prime, qudits } = group;
  const { x, z } = wordAt(group, row);
  const unit = prime === 2 ? 2 : 1;
  const half = prime === 2 ? 1 : (prime + 1) / 2;
  const crossing = x.reduce((sum, digit, q) => sum + digit * z[q]!, 0);
  const constant = unit * group.phases[row]! + half * crossing;
  const places = x.map((_, q) => prime ** (qudits - 1 - q));
  return ({ index, turns }) => {
    let [moved, phase] = [index, turns + constant];
    for (let q = 0; q < qudits; q++) {
      if (x[q] === 0 && z[q] === 0) continue;
      const digit = Math.floor(index / places[q]!) % prime;
      phase += unit * z[q]! * digit;
      moved += (((digit + x[q]!) % prime) - digit) * places[q]!;
    }
    return { index: moved, turns: phase % (prime === 2 ? 4 : prime) };
  };
}

function wordAt({ qudits, x, z }: StabiliserGroup, row: number): { readonly x: number[]; readonly z: number[] } {
  const all = [...Array(qudits).keys()];
  return { x: all.map((q) => digitAt(x, row, q)), z: all.map((q) => digitAt(z, row, q)) };
}
