/**
 * @file Geodesics of states where the cost is diagonal in any Hermitian generators, not only in Pauli words: XZ + ZX
 * and XZ − ZX may weigh differently. By Pontryagin's principle a state and a costate are enough.
 */

import type { Controls } from '../../complexity/controls.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { checkPauliSum, type PauliSum } from '../../operator/pauli-sum.ts';
import {
  addProducts,
  addTimesI,
  expectations,
  type Hamiltonian,
  hamiltonian,
  productsOf,
} from '../../path/hamiltonian-action.ts';
import { type WordTable, wordTable } from '../../path/word-table.ts';
import { extrapolatedFlow } from '../../riemann/extrapolation.ts';

/** Generators B_a with weights w_a: H = Σ_a u_a B_a costs √Σ_a w_a u_a². */
export interface Generators {
  readonly qubits: number;
  readonly sums: readonly PauliSum[];
  readonly weights: Float64Array;
  readonly table: WordTable;
  /** B_a = Σ_P shares[a][P]·P over the words of the table. */
  readonly shares: readonly Float64Array[];
}

/** A point of the flow: the state ψ, and the costate p with ⟨p|ψ⟩ constant. */
export interface StateAndCostate {
  readonly psi: ComplexVector;
  readonly costate: ComplexVector;
}

/**
 * Generators with weights. They are taken as they are: for a comparison of weights let Tr B²= 2ⁿ.
 *
 * @throws {ShapeError} no generator, another number of weights, generators on different numbers of qubits
 * @throws {DomainError} a weight not positive and finite
 */
export function generators(sums: readonly PauliSum[], weights: ArrayLike<number>): Generators {
  sums.forEach(checkPauliSum);
  const qubits = sums[0]?.qubits ?? 0;
  if (qubits === 0 || sums.some((sum) => sum.qubits !== qubits)) {
    throw new ShapeError(`generators: sums on one number of qubits required, got ${sums.map((sum) => sum.qubits)}`);
  }
  if (weights.length !== sums.length) {
    throw new ShapeError(`generators: ${sums.length} weights required, got ${weights.length}`);
  }
  const wrong = Array.from(weights).find((weight) => !(weight > 0 && weight < Infinity));
  if (wrong !== undefined) throw new DomainError(`generators: positive finite weights required, got ${wrong}`);
  const words: PauliWord[] = [...new Set(sums.flatMap(({ terms }) => terms.map(({ word }) => word)))];
  const place = new Map(words.map((word, index) => [word, index]));
  const shares = sums.map(({ terms }) => {
    const row = new Float64Array(words.length);
    for (const { word, coefficient } of terms) row[place.get(word)!] = row[place.get(word)!]! + coefficient;
    return row;
  });
  return { qubits, sums, weights: Float64Array.from(weights), table: wordTable(words, qubits), shares };
}

/** The words of a penalty metric as generators. */
export function wordGenerators({ qubits, words, weights }: Controls): Generators {
  return generators(
    words.map((word) => ({ qubits, terms: [{ word, coefficient: 1 }] })),
    weights,
  );
}

/**
 * The velocity of a costate, u_a = Im⟨p|B_a ψ⟩ / w_a: what maximises Pontryagin's function.
 *
 * @returns shape (#generators,)
 */
export function generatorVelocity(metric: Generators, { psi, costate }: StateAndCostate): Float64Array {
  const { table, shares, weights } = metric;
  const products = productsOf(table);
  addProducts(products, table, costate.interleaved, psi.interleaved, 1);
  const correlators = expectations(table, products); // Im⟨p|P ψ⟩
  return Float64Array.from(shares, (row, a) => {
    let sum = 0;
    for (let p = 0; p < row.length; p++) sum += row[p]! * correlators[p]!;
    return sum / weights[a]!;
  });
}

/** F = √Σ_a w_a u_a², constant along a geodesic. */
export function generatorSpeed({ weights }: Generators, velocity: Float64Array): number {
  return Math.sqrt(velocity.reduce((sum, u, a) => sum + weights[a]! * u * u, 0));
}

/** H = Σ_a u_a B_a. */
export function generatorHamiltonian({ table, shares }: Generators, velocity: Float64Array): Hamiltonian {
  const coefficients = new Float64Array(table.words.length);
  shares.forEach((row, a) => {
    for (let p = 0; p < row.length; p++) coefficients[p] = coefficients[p]! + velocity[a]! * row[p]!;
  });
  return hamiltonian(table, coefficients);
}

/**
 * The geodesic flow ψ' = −iHψ, p' = −iHp with H = Σ_a u_a B_a, u_a = Im⟨p|B_a ψ⟩/w_a, to rounding accuracy.
 *
 * @param time - may be negative: the flow is run backwards
 *
 * Cost O(‖H‖ · time · (#words + flips) · 2ⁿ); meant for n ≤ 5.
 */
export function generatorFlow(metric: Generators, start: StateAndCostate, time: number): StateAndCostate {
  if (time === 0) return start;
  const size = 2 * start.psi.length;
  const joined = new Float64Array(2 * size);
  joined.set(start.psi.interleaved);
  joined.set(start.costate.interleaved, size);
  const parts = (y: Float64Array): StateAndCostate => ({
    psi: { length: size / 2, interleaved: y.subarray(0, size) },
    costate: { length: size / 2, interleaved: y.subarray(size) },
  });
  const slope = (y: Float64Array): Float64Array => {
    const { psi, costate } = parts(y);
    const H = generatorHamiltonian(metric, generatorVelocity(metric, { psi, costate }));
    const out = new Float64Array(2 * size);
    addTimesI(out.subarray(0, size), H, psi.interleaved, -1);
    addTimesI(out.subarray(size), H, costate.interleaved, -1);
    return out;
  };
  const { bound } = generatorHamiltonian(metric, generatorVelocity(metric, start));
  return parts(extrapolatedFlow(slope, joined, time, STEP / Math.max(1e-300, bound)));
}

/** Of the norm bound of H times the first step of the integration. */
const STEP = 3;
