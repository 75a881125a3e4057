/** @file Hamiltonians as they are named in a request. */

import { DomainError } from '../../src/errors.ts';
import { isHamiltonianFile } from '../../src/operator/hamiltonian-file.ts';
import { type HamiltonianSpec, hamiltonianForms, pauliSumOfFile } from '../../src/operator/hamiltonian-spec.ts';
import type { ComputeContext } from './request.ts';
import { writtenChoice } from './written-choice.ts';

/** The Hamiltonian that a text means: 'xxz', 'transverse-field-ising(field=0.5)', or a file. */
export const writtenHamiltonian = (text: string): unknown =>
  writtenChoice(text, {
    keys: (name) => {
      const form = hamiltonianForms.find(({ shape }) => shape.name.value === name);
      return form === undefined ? null : Object.keys(form.shape).filter((key) => key !== 'name');
    },
    file: (path) => (isHamiltonianFile(path) ? { name: 'file', file: path } : null),
  });

/** A Hamiltonian, and how many qubits it is asked for. */
interface SizedHamiltonian {
  readonly hamiltonian: HamiltonianSpec;
  readonly qubits?: number | undefined;
}

/**
 * The number of qubits on which a Hamiltonian is asked for: that of a state, else that given, else that of its terms or its file.
 *
 * @throws {DomainError} none of them says it, or two of them differently
 */
export function qubitsOfHamiltonian(
  { hamiltonian, qubits }: SizedHamiltonian,
  context: ComputeContext,
  ofState: number | null = null,
): number {
  const size = ofState ?? qubits ?? qubitsOfTerms(hamiltonian, context);
  if (size === null) throw new DomainError(`qubits: a number required for '${hamiltonian.name}', got nothing`);
  if (qubits !== undefined && qubits !== size)
    throw new DomainError(`qubits: ${size} required for this state, got ${qubits}`);
  return size;
}

function qubitsOfTerms(hamiltonian: HamiltonianSpec, context: ComputeContext): number | null {
  if (hamiltonian.name === 'terms') return hamiltonian.terms[0]!.word.length;
  return hamiltonian.name === 'file' ? pauliSumOfFile(hamiltonian, context).qubits : null;
}
