/** @file Electrons of a given number: the sector in which a Hamiltonian that conserves them is solved. */

import { bitCount } from '../engine/bits.ts';
import { DomainError } from '../errors.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import type { ElectronHamiltonian } from './fcidump.ts';

/** A number of electrons and 2S_z = N↑ − N↓; null: any. */
export interface ElectronNumber {
  readonly electrons: number;
  readonly spin: number | null;
}

/** Qubits 0, 2, 4, … of so many: the orbitals with spin up. */
const evenQubits = (qubits: number): number =>
  Array.from({ length: qubits / 2 }, (_, p) => 2 ** (qubits - 1 - 2 * p)).reduce((sum, bit) => sum + bit, 0);

/**
 * The basis states of m orbitals with N electrons, ascending; orbital p with spin up is qubit 2p, with spin down 2p + 1.
 *
 * @throws {DomainError} there are none: N outside 0 … 2m, 2S_z not of its parity or too large
 */
export function electronSector(
  { orbitals }: Pick<ElectronHamiltonian, 'orbitals'>,
  { electrons, spin }: ElectronNumber,
): Int32Array {
  if (!(electrons >= 0 && electrons <= 2 * orbitals)) {
    throw new DomainError(`electrons: from 0 to ${2 * orbitals} in ${orbitals} orbitals required, got ${electrons}`);
  }
  const up = evenQubits(2 * orbitals);
  const states = Int32Array.from({ length: 4 ** orbitals }, (_, b) => b).filter(
    (b) => bitCount(b) === electrons && (spin === null || 2 * bitCount(b & up) - electrons === spin),
  );
  if (states.length > 0) return states;
  const most = Math.min(electrons, 2 * orbitals - electrons);
  throw new DomainError(
    `electrons: 2S_z of ${electrons} electrons in ${orbitals} orbitals from ${-most} to ${most} in steps of 2 required, got ${spin}`,
  );
}

/**
 * An operator on the amplitudes of some basis states alone, P H P.
 *
 * @param apply - H on all amplitudes, shape (2ⁿ,)
 * @param states - shape (d,)
 * @returns shape (d,) to shape (d,)
 */
export function onBasisStates(
  apply: (psi: ComplexVector) => ComplexVector,
  states: Int32Array,
  length: number,
): (psi: ComplexVector) => ComplexVector {
  return (psi) => {
    const whole = new Float64Array(2 * length);
    states.forEach((b, k) => {
      whole[2 * b] = psi.interleaved[2 * k]!;
      whole[2 * b + 1] = psi.interleaved[2 * k + 1]!;
    });
    const image = apply({ length, interleaved: whole }).interleaved;
    const interleaved = new Float64Array(2 * states.length);
    states.forEach((b, k) => {
      interleaved[2 * k] = image[2 * b]!;
      interleaved[2 * k + 1] = image[2 * b + 1]!;
    });
    return { length: states.length, interleaved };
  };
}
