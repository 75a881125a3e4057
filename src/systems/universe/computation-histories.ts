/**
 * @file Histories of a computation: every gate e^{−iθP} = (1 − P) + e^{−iθ} P either scatters, with the phase −θ, or does not. A
 * circuit is the sum over all of its histories, each with an action of its own.
 *
 * @see Lloyd, quant-ph/0501135 (2005)
 */

import { applyBlock, offsetsOf } from '../../circuit/block-gate.ts';
import { anglesAt, type Circuit } from '../../circuit/circuit.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { type Complex, type ComplexMatrix, type ComplexVector, zeroVector } from '../../linalg/complex.ts';
import { gramMatrix } from '../../linalg/matrix.ts';
import { addScaled, innerProduct, scaledVector } from '../../linalg/vector.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { pauliSumOperator } from '../../operator/pauli-sum.ts';
import type { Radians } from '../../units.ts';

/** A scattering e^{−iθP}: P is (1 − W)/2 of a Pauli word, or a projector on some qubits. */
export type Scattering =
  | { readonly word: PauliWord; readonly angle: Radians }
  | { readonly projector: ComplexMatrix; readonly support: readonly number[]; readonly angle: Radians };

/** Scatterings one after the other, and a phase that all histories share. */
export interface Computation {
  readonly qubits: number;
  readonly steps: readonly Scattering[];
  readonly phase: Radians;
}

/** One history. */
export interface History {
  /** Bit k is set if step k scatters. */
  readonly scattered: number;
  readonly scatterings: number;
  /** −Σ θ over the steps that scatter, in units of ħ. */
  readonly action: Radians;
  readonly amplitude: Complex;
}

/** Most steps whose histories are listed, and whose end states are kept all at once. */
const [MOST_LISTED, MOST_KEPT] = [20, 10];

/** A circuit as a computation: R_W(a) = e^{−ia/2} [(1 − P) + e^{ia} P] with P = (1 − W)/2, so θ = −a. */
export function computationOf(circuit: Circuit, theta: Float64Array): Computation {
  const angles = anglesAt(circuit, theta);
  return {
    qubits: circuit.qubits,
    steps: circuit.gates.map(({ word }, k) => ({ word, angle: -angles[k]! })),
    phase: -angles.reduce((sum, a) => sum + a, 0) / 2,
  };
}

/**
 * All histories between two states: 2^m amplitudes, depth first, whose sum is ⟨to|U|from⟩.
 *
 * @throws {DomainError} more than 20 steps, a word or support that does not fit the qubits, or a matrix that is no projector
 * @throws {ShapeError} states of another size
 *
 * Cost O(2^m · 2ⁿ), memory O(m · 2ⁿ).
 */
export function computationHistories(
  computation: Computation,
  from: ComplexVector,
  to: ComplexVector,
): readonly History[] {
  const { steps, phase } = computation;
  checkComputation('computationHistories', computation, [from, to], MOST_LISTED);
  const splits = splittings(computation);
  const histories: History[] = [];
  const visit = (k: number, psi: ComplexVector, scattered: number, scatterings: number, action: number): void => {
    if (k === steps.length) {
      const [re, im] = innerProduct(to, psi);
      const [c, s] = phaseOf(action + phase);
      histories.push({ scattered, scatterings, action, amplitude: [re * c - im * s, re * s + im * c] });
      return;
    }
    const [stays, goes] = splits[k]!(psi);
    visit(k + 1, stays, scattered, scatterings, action);
    visit(k + 1, goes, scattered | (1 << k), scatterings + 1, action - steps[k]!.angle);
  };
  visit(0, from, 0, 0, 0);
  return histories;
}

/** The sum of all histories with 0, 1, …, m scatterings as states, each with its phases: m + 1 vectors instead of 2^m. O(m² 2ⁿ). */
export function statesByScatterings(computation: Computation, from: ComplexVector): readonly ComplexVector[] {
  checkComputation('statesByScatterings', computation, [from], Infinity);
  const splits = splittings(computation);
  let sums: readonly ComplexVector[] = [scaledVector(phaseOf(computation.phase), from)];
  for (const [k, { angle }] of computation.steps.entries()) {
    const parts = sums.map(splits[k]!);
    sums = Array.from({ length: sums.length + 1 }, (_, count) => {
      const stays = parts[count]?.[0] ?? zeroVector(from.length);
      return count === 0 ? stays : addScaled(stays, phaseOf(-angle), parts[count - 1]![1]);
    });
  }
  return sums;
}

/**
 * The decoherence functional D(h, h′) = ⟨ψ_h|ψ_h′⟩ of all histories from a state, in the order of the numbers whose bits say
 * which steps scatter. Its entries add up to 1; where it is diagonal, histories have probabilities.
 *
 * @throws {DomainError} more than 10 steps
 */
export function decoherenceFunctional(computation: Computation, from: ComplexVector): ComplexMatrix {
  checkComputation('decoherenceFunctional', computation, [from], MOST_KEPT);
  const splits = splittings(computation);
  let ends: readonly ComplexVector[] = [from];
  for (const [k, { angle }] of computation.steps.entries()) {
    const parts = ends.map(splits[k]!);
    ends = [...parts.map(([stays]) => stays), ...parts.map(([, goes]) => scaledVector(phaseOf(-angle), goes))];
  }
  return gramMatrix(ends);
}

/** ψ ↦ [(1 − P)ψ, Pψ] of every step. */
function splittings({
  steps,
  qubits,
}: Computation): readonly ((psi: ComplexVector) => readonly [ComplexVector, ComplexVector])[] {
  return steps.map((step) => {
    const project = projection(step, qubits);
    return (psi) => {
      const goes = project(psi);
      return [addScaled(psi, [-1, 0], goes), goes];
    };
  });
}

function projection(step: Scattering, qubits: number): (psi: ComplexVector) => ComplexVector {
  if ('word' in step) {
    const apply = pauliSumOperator({ qubits, terms: [{ word: step.word, coefficient: -0.5 }] });
    return (psi) => addScaled(apply(psi), [0.5, 0], psi);
  }
  const offsets = offsetsOf({ qubits }, step.support, 2 ** qubits);
  return (psi) => {
    const interleaved = psi.interleaved.slice();
    applyBlock(step.projector, offsets, interleaved);
    return { length: psi.length, interleaved };
  };
}

const phaseOf = (angle: number): Complex => [Math.cos(angle), Math.sin(angle)];

function checkComputation(
  caller: string,
  { qubits, steps }: Computation,
  states: readonly ComplexVector[],
  most: number,
): void {
  const mistakes = steps.flatMap((step, k) => {
    if ('word' in step) return step.word.length === qubits ? [] : [`word ${step.word} in step ${k}`];
    const { projector, support } = step;
    const fits = support.every((q, i) => Number.isInteger(q) && q >= 0 && q < qubits && support.indexOf(q) === i);
    return fits && isProjector(projector, 2 ** support.length) ? [] : [`no projector on [${support}] in step ${k}`];
  });
  if (steps.length > most) mistakes.push(`${steps.length} steps, more than ${most}`);
  if (mistakes.length > 0)
    throw new DomainError(`${caller}: scatterings of ${qubits} qubits required, got ${mistakes.join('; ')}`);
  for (const { length } of states) {
    if (length !== 2 ** qubits)
      throw new ShapeError(`${caller}: states of ${2 ** qubits} amplitudes required, got ${length}`);
  }
}

/** P = P† = P². */
function isProjector({ rows, cols, interleaved: p }: ComplexMatrix, size: number): boolean {
  if (rows !== size || cols !== size) return false;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let [re, im] = [-p[2 * (i * size + j)]!, -p[2 * (i * size + j) + 1]!];
      // (P†P − P)_ij, which vanishes only for projectors.
      for (let k = 0; k < size; k++) {
        const [a, b] = [p[2 * (k * size + i)]!, -p[2 * (k * size + i) + 1]!];
        const [c, d] = [p[2 * (k * size + j)]!, p[2 * (k * size + j) + 1]!];
        re += a * c - b * d;
        im += a * d + b * c;
      }
      if (!(Math.hypot(re, im) < 1e-10)) return false;
    }
  }
  return true;
}
