/** @file States and paths of a ring's sector, from 2ⁿ amplitudes and back to them. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import type { GivenPath } from '../../path/given-path.ts';
import { reversedBits, translatedBits } from './ring-orbits.ts';
import type { RingSector } from './ring-sector.ts';

/** ‖Tψ − ψ‖ up to which a state counts as unchanged. */
const TOLERANCE = 1e-8;

/**
 * The components ⟨O|ψ⟩ of a state that the ring's symmetries leave as it is, sign and phase included.
 *
 * @param psi - shape (2ⁿ,)
 * @returns shape (d,), with the norm of ψ up to 10⁻⁸
 * @throws {ShapeError} another number of amplitudes than 2ⁿ
 * @throws {DomainError} a state that translations, or the reflection of a sector with it, move by more than 10⁻⁸
 */
export function ringState(
  { qubits, cell, reflection, dimension, orbitOf, orbitSizes }: RingSector,
  psi: ComplexVector,
): ComplexVector {
  if (psi.length !== 2 ** qubits) {
    throw new ShapeError(`ringState: ${2 ** qubits} amplitudes required, got ${psi.length}`);
  }
  const moves = [
    ['translations', translatedBits],
    ['the reflection', reversedBits],
  ] as const;
  const mistakes = moves.slice(0, reflection ? 2 : 1).flatMap(([name, move]) => {
    const moved = distanceMoved(psi, (b) => move(b, qubits, cell));
    if (moved <= TOLERANCE) return [];
    return [`ringState: a state unchanged by ${name} required, got one moved by ${moved.toPrecision(3)}`];
  });
  if (mistakes.length > 0) throw new DomainError(mistakes.join('\n'));
  const interleaved = new Float64Array(2 * dimension);
  orbitOf.forEach((orbit, b) => {
    const factor = 1 / Math.sqrt(orbitSizes[orbit]!);
    interleaved[2 * orbit] = interleaved[2 * orbit]! + factor * psi.interleaved[2 * b]!;
    interleaved[2 * orbit + 1] = interleaved[2 * orbit + 1]! + factor * psi.interleaved[2 * b + 1]!;
  });
  return { length: dimension, interleaved };
}

/** ‖Tψ − ψ‖ of a permutation T of the basis states. */
function distanceMoved({ length, interleaved }: ComplexVector, move: (b: number) => number): number {
  let sum = 0;
  for (let b = 0; b < length; b++) {
    const to = move(b);
    sum += (interleaved[2 * to]! - interleaved[2 * b]!) ** 2;
    sum += (interleaved[2 * to + 1]! - interleaved[2 * b + 1]!) ** 2;
  }
  return Math.sqrt(sum);
}

/**
 * A state or costate of the sector on 2ⁿ amplitudes, Σ_O c_O|O⟩: `stateFlow` with all words of the metric runs the path of the
 * sector there.
 *
 * @param components - interleaved, shape (d,)
 * @returns interleaved, shape (2ⁿ,)
 */
export function ringAmplitudes({ orbitOf, orbitSizes }: RingSector, components: Float64Array): Float64Array {
  return Float64Array.from({ length: 2 * orbitOf.length }, (_, i) => {
    const orbit = orbitOf[i >> 1]!;
    return components[2 * orbit + (i & 1)]! / Math.sqrt(orbitSizes[orbit]!);
  });
}

/**
 * A path of orbit sums as one of single words on 2ⁿ amplitudes.
 *
 * @param velocity - h[k][a] of the words in each orbit, as `sectorVelocity` gives it
 */
export function ringPath({ words }: RingSector, velocity: readonly (readonly number[])[]): GivenPath {
  return {
    words: words.flat(),
    velocity: velocity.map((h) => words.flatMap((orbit, a) => orbit.map(() => h[a]!))),
  };
}
