/** @file Sums of Pauli words and of fermion operators as OpenFermion and Qiskit print them. */

import { DomainError, ShapeError } from '../errors.ts';
import { printable } from '../printable.ts';
import { type FermionTerm, type LadderOperator, pauliSumOfFermions } from './fermion-operator.ts';
import { multiplyWords, place } from './pauli.ts';
import type { PauliSum } from './pauli-sum.ts';

/** Imaginary parts of coefficients up to this count as rounding. */
const ROUNDING = 1e-10;
/** Most qubits of an operator, and most mistakes that are told at once. */
const [MOST_QUBITS, LISTED] = [1024, 20];

type Complex = readonly [re: number, im: number];

/** A number as Python prints it: 0.5, (0.5+0j), -2j, 1.e-05. */
function complexOf(text: string): Complex | null {
  const plain = text.replace(/\s+/g, '').replace(/^\((.*)\)$/, '$1');
  const number = String.raw`(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
  const both = new RegExp(`^([+-]?${number})(?:([+-]${number})[ji])?$`).exec(plain);
  const imaginary = new RegExp(`^([+-]?${number})[ji]$`).exec(plain);
  const parts = both ? [both[1]!, both[2] ?? '0'] : imaginary ? ['0', imaginary[1]!] : null;
  if (parts === null) return null;
  const [re = Number.NaN, im = Number.NaN] = parts.map((part) => Number(part.replace(/^\+?(?=-)|^\+/, '')));
  return Number.isFinite(re) && Number.isFinite(im) ? [re, im] : null;
}

/** Whether a text looks like a sum `0.5 [X0 Y1] + …`. */
export const isOpenFermion = (text: string): boolean =>
  /^\s*(?:(?:Qubit|Fermion)Operator\s*:|[^[\]{}"']+\[)/.test(text);

/**
 * The operator that OpenFermion prints as `0.5 [X0 Y1] + 0.25 [Z2]`, or of fermions as `1.0 [0^ 1] + 1.0 [1^ 0]`; in a
 * file of `save_operator` (plain text) behind a line `QubitOperator:` or `FermionOperator:`. Factors stand for products in their
 * order, fermions become qubits by the Jordan–Wigner transformation. Index k is qubit k.
 *
 * @param least - qubits that there are at least; the operator names those alone on which it acts
 * @throws {DomainError} what cannot be read, with its line; an operator that is not Hermitian
 */
export function readOpenFermion(text: string, name: string, least = 1): PauliSum {
  const body = text.replace(/^\s*(?:Qubit|Fermion)Operator\s*:/, (header) => ' '.repeat(header.length));
  const mistakes: string[] = [];
  const terms: TextTerm[] = [];
  let end = 0;
  for (const found of body.matchAll(/([^[\]]*)\[([^[\]]*)\]/g)) {
    const [whole, before = '', inside = ''] = found;
    const at = `${name}:${text.slice(0, found.index + before.length).split('\n').length}`;
    const coefficient = before.trim();
    const factor = /^[+-]?$/.test(coefficient)
      ? ([coefficient === '-' ? -1 : 1, 0] as const)
      : complexOf(coefficient.replace(/^\+/, ''));
    const factors = inside.split(/\s+/).filter(Boolean);
    const wrong = factors.find((one) => !/^(?:[XYZ]\d{1,4}|\d{1,4}\^?)$/.test(one));
    if (factor === null || (end > 0 && !/^[+-]/.test(coefficient))) {
      mistakes.push(
        `${at}: a number before '[', after '+', required, got '${printable(coefficient.replace(/^\+\s*/, ''), 40)}'`,
      );
    } else terms.push({ factor, factors });
    if (wrong !== undefined) {
      mistakes.push(`${at}: qubits such as X0, or modes such as 0^, required, got '${printable(wrong, 20)}'`);
    }
    end = found.index + whole.length;
  }
  const rest = body.slice(end).trim();
  if (end === 0 || rest !== '') {
    mistakes.push(`${name}: terms such as 0.5 [X0 Y1] required, got '${printable(rest, 40)}'`);
  }
  const letters = terms.some(({ factors }) => factors.some((factor) => /^[XYZ]/.test(factor)));
  const ladders = terms.some(({ factors }) => factors.some((factor) => /^\d/.test(factor)));
  if (letters && ladders) mistakes.push(`${name}: either Pauli letters or fermions required, got both`);
  if (mistakes.length > 0) throw new DomainError(mistakes.slice(0, LISTED).join('\n'));
  const indices = terms.flatMap(({ factors }) => factors.map((factor) => Number(/\d+/.exec(factor)![0])));
  const qubits = indices.reduce((most, index) => Math.max(most, index + 1), Math.max(1, least));
  if (qubits > MOST_QUBITS) throw new ShapeError(`${name}: at most ${MOST_QUBITS} qubits required, got ${qubits}`);
  if (ladders) return pauliSumOfFermions(qubits, terms.map(fermionTerm), name);
  return gathered(
    qubits,
    terms.map(({ factor, factors }) => productOf(qubits, factor, factors)),
    name,
  );
}

/** A coefficient and the texts in the brackets behind it. */
interface TextTerm {
  readonly factor: Complex;
  readonly factors: readonly string[];
}

function fermionTerm({ factor, factors }: TextTerm): FermionTerm {
  const operators: LadderOperator[] = factors.map((text) => ({
    mode: Number.parseInt(text, 10),
    creates: text.endsWith('^'),
  }));
  return { operators, re: factor[0], im: factor[1] };
}

/** A product of letters at qubits, in their order. */
function productOf(qubits: number, factor: Complex, factors: readonly string[]): readonly [string, Complex] {
  let [word, [re, im]] = ['I'.repeat(qubits), factor];
  for (const text of factors) {
    const next = multiplyWords(word, place(qubits, { [Number(text.slice(1))]: text[0]! }));
    word = next.word;
    for (let turn = 0; turn < next.quarterTurns; turn++) [re, im] = [-im, re];
  }
  return [word, [re, im]];
}

/** Equal words together; their coefficients must be real. */
function gathered(qubits: number, products: readonly (readonly [string, Complex])[], name: string): PauliSum {
  const sums = new Map<string, Complex>();
  for (const [word, [re, im]] of products) {
    const [x, y] = sums.get(word) ?? [0, 0];
    sums.set(word, [x + re, y + im]);
  }
  const imaginary = [...sums].filter(([, [, im]]) => Math.abs(im) > ROUNDING);
  if (imaginary.length > 0) {
    const listed = imaginary.slice(0, 5).map(([word, [re, im]]) => `${re} + ${im}i of ${word}`);
    throw new DomainError(`${name}: real coefficients required (a Hermitian operator), got ${listed.join(', ')}`);
  }
  return { qubits, terms: [...sums].map(([word, [coefficient]]) => ({ word, coefficient })) };
}

/** Whether a text looks like an operator of Qiskit. */
export const isQiskit = (text: string): boolean => /^\s*(?:SparsePauliOp\s*\(|\[\s*[([])/.test(text);

/**
 * The operator that Qiskit prints as `SparsePauliOp(['XXI', 'IIZ'], coeffs=[0.5+0.j, 1.+0.j])`, or as a list of pairs
 * `[('XXI', 0.5), ('IIZ', (1+0j))]`, in JSON `[["XXI", 0.5], ["IIZ", [1, 0]]]`. The words are as they stand there, their last
 * letter at Qiskit's qubit 0.
 *
 * @throws {DomainError} what cannot be read; complex coefficients; a list that NumPy has cut short
 * @throws {ShapeError} words of unequal length
 */
export function readQiskit(text: string, name: string): PauliSum {
  if (text.includes('...')) {
    throw new DomainError(`${name}: all terms required, got a list cut short by '...' (to_list() prints all)`);
  }
  const pairs = /^\s*SparsePauliOp/.test(text) ? printedPairs(text, name) : listedPairs(text, name);
  const qubits = pairs[0]![0].length;
  const uneven = pairs.find(([word]) => word.length !== qubits);
  if (uneven !== undefined) throw new ShapeError(`${name}: words of ${qubits} letters required, got '${uneven[0]}'`);
  return gathered(qubits, pairs, name);
}

function printedPairs(text: string, name: string): readonly (readonly [string, Complex])[] {
  const [, listed, given] =
    /^\s*SparsePauliOp\s*\(\s*\[([^\]]*)\]\s*,\s*(?:coeffs\s*=\s*)?\[([^\]]*)\]\s*\)\s*$/.exec(text) ?? [];
  if (listed === undefined || given === undefined) {
    throw new DomainError(`${name}: SparsePauliOp(['XX', …], coeffs=[1.+0.j, …]) required, got another text`);
  }
  const words = listed.split(',').map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'));
  const coefficients = given.split(',');
  if (words.length !== coefficients.length) {
    throw new ShapeError(`${name}: ${words.length} coefficients required, got ${coefficients.length}`);
  }
  return words.map((word, k) => pairOf(word, complexOf(coefficients[k]!), coefficients[k]!, k, name));
}

function listedPairs(text: string, name: string): readonly (readonly [string, Complex])[] {
  const pair = /[([]\s*(['"])([^'"]*)\1\s*,\s*(\((?:[^()]*)\)|\[[^[\]]*\]|[^,()[\]]+)\s*[)\]]/g;
  const found = [...text.matchAll(pair)];
  const rest = text.replaceAll(pair, '').replace(/\s+/g, '');
  if (found.length === 0 || !new RegExp(`^\\[,{${found.length - 1},${found.length}}\\]$`).test(rest)) {
    throw new DomainError(`${name}: a list of words and coefficients [("XXI", 0.5), …] required, got another list`);
  }
  return found.map(([, , word, number], k) => pairOf(word!, listedNumber(number!), number!, k, name));
}

/** A coefficient of a list: Python's, or JSON's [re, im]. */
function listedNumber(text: string): Complex | null {
  if (!text.startsWith('[')) return complexOf(text);
  const [re = Number.NaN, im = Number.NaN, more] = text.slice(1, -1).split(',').map(Number);
  return Number.isFinite(re) && Number.isFinite(im) && more === undefined ? [re, im] : null;
}

function pairOf(
  word: string,
  value: Complex | null,
  text: string,
  k: number,
  name: string,
): readonly [string, Complex] {
  if (!/^[IXYZ]+$/.test(word)) {
    throw new DomainError(`${name}: term ${k + 1}: letters I, X, Y, Z required, got '${printable(word, 40)}'`);
  }
  if (value === null) {
    throw new DomainError(`${name}: term ${k + 1}: a number required, got '${printable(text.trim(), 40)}'`);
  }
  return [word, value];
}
