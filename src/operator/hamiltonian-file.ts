/** @file Files of Hamiltonians: Pauli sums in JSON, as OpenFermion and Qiskit print them, and FCIDUMP. */

import * as z from 'zod';
import { DomainError, ShapeError } from '../errors.ts';
import { issuesText, knownKeys } from '../issues.ts';
import { parseJson } from '../json.ts';
import { isFcidump, parseFcidump, pauliSumOfElectrons } from './fcidump.ts';
import { isOpenFermion, isQiskit, readOpenFermion, readQiskit } from './operator-text.ts';
import type { PauliSum } from './pauli-sum.ts';

/** Schema of terms {word, coefficient}. */
export const pauliTerms = z
  .array(
    z.strictObject({
      word: z
        .string()
        .regex(/^[IXYZ]+$/, "letters I, X, Y, Z required, such as 'XIZ'")
        .describe('Pauli word P, qubit 0 first'),
      coefficient: z.number().describe('real coefficient h_P'),
    }),
  )
  .min(1)
  .describe('the operator Σ h_P P, term by term; every word has one letter for each qubit');

const pauliSumFile = z.strictObject({ qubits: z.number().int().min(1), terms: pauliTerms });

/** How a file of a Hamiltonian is read. */
export interface HamiltonianReading {
  /**
   * Whether qubit 0 of the library is the first letter or the qubit 0 of the file ('big'), or the last ('little'). Default
   * 'little' for Qiskit's words, whose last letter is its qubit 0, and 'big' for all others: the qubits of the file keep their
   * numbers.
   */
  readonly endian?: 'big' | 'little';
  /** Qubits that there are at least, for forms that name only those on which the operator acts (OpenFermion). */
  readonly qubits?: number;
}

/** Endings of files that are read as Hamiltonians. */
export const isHamiltonianFile = (path: string): boolean => /\.(json|txt|data|fcidump)$|(^|[/\\.])FCIDUMP$/i.test(path);

/**
 * A Pauli sum from a file, whose form is seen at its beginning:
 *
 *     {"qubits": 2, "terms": [{"word": "XX", "coefficient": 0.5}]}     JSON, qubit 0 first
 *     0.5 [X0 X1] + 0.25 [Z1]                                          OpenFermion's QubitOperator
 *     1.0 [0^ 1] + 1.0 [1^ 0]                                          OpenFermion's FermionOperator
 *     SparsePauliOp(['XX', 'IZ'], coeffs=[0.5+0.j, 0.25+0.j])          Qiskit
 *     [("XX", 0.5), ("IZ", 0.25)]                                      Qiskit's to_list(), also in JSON
 *     &FCI NORB=2, … &END                                              FCIDUMP (`parseFcidump`)
 *
 * @param source - the file's text, or its bytes
 * @param name - what to call it in an error; default 'Pauli sum'
 * @throws {DomainError} none of these forms, or wrong in it: all mistakes in one message
 * @throws {ShapeError} a word without one letter for each qubit
 */
export function parsePauliSum(
  source: string | Uint8Array,
  name = 'Pauli sum',
  { endian, qubits }: HamiltonianReading = {},
): PauliSum {
  const text = (typeof source === 'string' ? source : new TextDecoder().decode(source)).replace(/^\uFEFF/, '');
  if (isQiskit(text)) return ordered(readQiskit(text, name), endian ?? 'little');
  if (isFcidump(text)) return ordered(pauliSumOfElectrons(parseFcidump(text, name), name), endian);
  if (isOpenFermion(text)) return ordered(readOpenFermion(text, name, qubits), endian);
  return ordered(pauliSumOfJson(text, name), endian);
}

function pauliSumOfJson(text: string, name: string): PauliSum {
  const json = parseJson(text, name);
  const parsed = pauliSumFile.safeParse(json, knownKeys);
  if (!parsed.success) throw new DomainError(`${name}: ${issuesText(parsed.error, json)}`);
  const wrong = parsed.data.terms.findIndex(({ word }) => word.length !== parsed.data.qubits);
  if (wrong >= 0) {
    const { qubits, terms } = parsed.data;
    throw new ShapeError(`${name}: terms.${wrong}.word: ${qubits} letters required, got '${terms[wrong]!.word}'`);
  }
  return parsed.data;
}

/** With its letters in the opposite order, if the last is that of qubit 0. */
function ordered({ qubits, terms }: PauliSum, endian: 'big' | 'little' = 'big'): PauliSum {
  if (endian === 'big') return { qubits, terms };
  return { qubits, terms: terms.map((term) => ({ ...term, word: [...term.word].reverse().join('') })) };
}
