/** @file Gates that map words to words, on qudits of any prime dimension. */

import { byKind } from '../by-kind.ts';
import { currentEngine } from '../engine/engine.ts';
import { CLIFFORD_KINDS } from '../engine/word-conjugation.ts';
import { DomainError } from '../errors.ts';
import { digitAt, setDigit, transposedBits, zeroDigits } from './digit-matrix.ts';
import { inverseModulo, modulo } from './prime-field.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';

/**
 * A Clifford gate by what it makes of words.
 *
 * - `fourier`: X → Z, Z → X⁻¹; the Hadamard gate for qubits;
 * - `phase`: X → T(1, 1), Z → Z, |j⟩ → ω^{j²/2}|j⟩; for qubits S = diag(1, i), X → Y;
 * - `sum`: X_c → X_c X_t^power, Z_t → Z_c^{−power} Z_t, |j, k⟩ → |j, k + power·j⟩; the controlled-NOT for qubits;
 * - `scale`: X → X^factor, Z → Z^{1/factor}, |j⟩ → |factor·j⟩;
 * - `shift`: the word X^x Z^z on a qudit, which changes phases only.
 */
export type CliffordGate =
  | { readonly kind: 'fourier'; readonly qudit: number }
  | { readonly kind: 'phase'; readonly qudit: number }
  | { readonly kind: 'sum'; readonly control: number; readonly target: number; readonly power?: number }
  | { readonly kind: 'scale'; readonly qudit: number; readonly factor: number }
  | { readonly kind: 'shift'; readonly qudit: number; readonly x: number; readonly z: number };

/**
 * The group U G U† of a state after gates, in order.
 *
 * @throws {DomainError} a qudit that does not exist, or a gate that is none
 *
 * O(gates · r), for qubits 32 times less: 10⁵ gates on 2000 qubits in 0.1 s.
 *
 * @see Gottesman, arXiv:quant-ph/9802007; Aaronson & Gottesman, arXiv:quant-ph/0406196, for qubits
 */
export function conjugatedGroup(group: StabiliserGroup, gates: readonly CliffordGate[]): StabiliserGroup {
  for (const gate of gates) {
    const wrong = quditsOf(gate).find((qudit) => !(Number.isInteger(qudit) && qudit >= 0 && qudit < group.qudits));
    if (wrong !== undefined) {
      throw new DomainError(`conjugatedGroup: a qudit below ${group.qudits} required, got ${wrong} at ${gate.kind}`);
    }
    checkNumbers(gate, group.prime);
  }
  return group.prime === 2 ? conjugatedBits(group, gates) : conjugatedDigits(group, gates);
}

const quditsOf = byKind<CliffordGate, [], readonly number[]>({
  fourier: ({ qudit }) => [qudit],
  phase: ({ qudit }) => [qudit],
  sum: ({ control, target }) => [control, target],
  scale: ({ qudit }) => [qudit],
  shift: ({ qudit }) => [qudit],
});

/** @throws {DomainError} powers and factors that are not whole, a factor 0, a sum of a qudit and itself */
function checkNumbers(gate: CliffordGate, prime: number): void {
  const numbers =
    gate.kind === 'sum'
      ? [gate.power ?? 1]
      : gate.kind === 'shift'
        ? [gate.x, gate.z]
        : gate.kind === 'scale'
          ? [gate.factor]
          : [];
  const wrong = numbers.find((number) => !Number.isSafeInteger(number));
  if (wrong !== undefined) {
    throw new DomainError(`conjugatedGroup: whole numbers required, got ${wrong} at ${gate.kind}`);
  }
  if (gate.kind === 'sum' && gate.control === gate.target) {
    throw new DomainError(`conjugatedGroup: two qudits required for a sum, got ${gate.control} twice`);
  }
  if (gate.kind === 'scale' && modulo(gate.factor, prime) === 0) {
    throw new DomainError(`conjugatedGroup: a factor that is not 0 modulo ${prime} required, got ${gate.factor}`);
  }
}

/** Qubits: a row for each qubit, with the bits of all generators, and a row of their signs. */
function conjugatedBits(group: StabiliserGroup, gates: readonly CliffordGate[]): StabiliserGroup {
  const [x, z] = [transposedBits(group.x), transposedBits(group.z)];
  const signs = zeroDigits(2, 1, group.phases.length);
  for (const [row, sign] of group.phases.entries()) setDigit(signs, 0, row, sign);
  const [xs, zs, own] = [x, z, signs].map(({ digits }) => digits as Uint32Array) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  currentEngine().conjugateWords(triplesOf(gates), xs, zs, own);
  const phases = Uint16Array.from(group.phases, (_, row) => digitAt(signs, 0, row));
  return { ...group, x: transposedBits(x), z: transposedBits(z), phases };
}

/** The gates on qubits as the engine takes them. */
function triplesOf(gates: readonly CliffordGate[]): Int32Array {
  const triples = new Int32Array(6 * gates.length); // a shift may be two
  let at = 0;
  const put = (kind: number, qudit: number, target = 0): void => {
    triples[at++] = kind;
    triples[at++] = qudit;
    triples[at++] = target;
  };
  for (const gate of gates) putTriples(gate, put);
  return triples.subarray(0, at);
}

const putTriples = byKind<CliffordGate, [put: (kind: number, qudit: number, target?: number) => void], void>({
  fourier: ({ qudit }, put) => put(CLIFFORD_KINDS.fourier, qudit),
  phase: ({ qudit }, put) => put(CLIFFORD_KINDS.phase, qudit),
  sum: ({ control, target, power = 1 }, put) => {
    if (power % 2 !== 0) put(CLIFFORD_KINDS.sum, control, target);
  },
  scale: () => {},
  shift: ({ qudit, x, z }, put) => {
    if (z % 2 !== 0) put(CLIFFORD_KINDS.signOfX, qudit);
    if (x % 2 !== 0) put(CLIFFORD_KINDS.signOfZ, qudit);
  },
});

/** A group whose digits may be written. */
interface Writable extends Omit<StabiliserGroup, 'phases'> {
  readonly phases: Uint16Array;
}

function conjugatedDigits(group: StabiliserGroup, gates: readonly CliffordGate[]): StabiliserGroup {
  const after: Writable = {
    ...group,
    x: { ...group.x, digits: group.x.digits.slice() },
    z: { ...group.z, digits: group.z.digits.slice() },
    phases: group.phases.slice(),
  };
  for (const gate of gates) turnDigits(gate, after);
  return after;
}

/** Odd primes: words change without phases, except by a shift. */
const turnDigits = byKind<CliffordGate, [group: Writable], void>({
  fourier: ({ qudit }, group) => eachRow(group, qudit, (x, z) => [-z, x]),
  phase: ({ qudit }, group) => eachRow(group, qudit, (x, z) => [x, z + x]),
  sum: ({ control, target, power = 1 }, { prime, x, z, phases }) => {
    const factor = modulo(power, prime);
    for (let row = 0; row < phases.length; row++) {
      const [xc, zc] = [digitAt(x, row, control), digitAt(z, row, control)];
      const [xt, zt] = [digitAt(x, row, target), digitAt(z, row, target)];
      setDigit(x, row, target, (xt + factor * xc) % prime);
      setDigit(z, row, control, modulo(zc - factor * zt, prime));
    }
  },
  scale: ({ qudit, factor }, group) => {
    const by = modulo(factor, group.prime);
    const inverse = inverseModulo(by, group.prime);
    eachRow(group, qudit, (x, z) => [by * x, inverse * z]);
  },
  shift: ({ qudit, x: power, z: other }, { prime, x, z, phases }) => {
    const [a, b] = [modulo(power, prime), modulo(other, prime)];
    for (let row = 0; row < phases.length; row++) {
      // T(v) T(w) T(v)⁻¹ = ω^{z_v·x_w − x_v·z_w} T(w)
      phases[row] = modulo(phases[row]! + b * digitAt(x, row, qudit) - a * digitAt(z, row, qudit), prime);
    }
  },
});

/** New digits of a qudit in every generator. */
function eachRow(
  { prime, x, z, phases }: Writable,
  qudit: number,
  turned: (x: number, z: number) => readonly [x: number, z: number],
): void {
  for (let row = 0; row < phases.length; row++) {
    const [xOld, zOld] = [digitAt(x, row, qudit), digitAt(z, row, qudit)];
    if (xOld === 0 && zOld === 0) continue;
    const [xNew, zNew] = turned(xOld, zOld);
    setDigit(x, row, qudit, modulo(xNew, prime));
    setDigit(z, row, qudit, modulo(zNew, prime));
  }
}
