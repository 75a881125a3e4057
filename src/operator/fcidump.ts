/** @file Hamiltonians of electrons from FCIDUMP files, the integrals between orbitals that programs of chemistry write. */

import { DomainError, ShapeError } from '../errors.ts';
import { printable } from '../printable.ts';
import { type FermionTerm, MOST_MODES, pauliSumOfFermions } from './fermion-operator.ts';
import { combinePauliSums, type PauliSum, type PauliTerm } from './pauli-sum.ts';

/**
 * Electrons in m real orbitals,
 *
 *     H = E + Σ h_pq c†_pσ c_qσ + ½ Σ (pq|rs) c†_pσ c†_rτ c_sτ c_qσ,
 *
 * summed over orbitals p, q, r, s and spins σ, τ.
 */
export interface ElectronHamiltonian {
  readonly orbitals: number;
  /** NELEC; null if the file has none. */
  readonly electrons: number | null;
  /** MS2 = 2S_z = N↑ − N↓; null if the file has none. */
  readonly spin: number | null;
  /** E, the energy of nuclei and frozen electrons. */
  readonly constant: number;
  /** h_pq for p ≥ q at p·m + q. */
  readonly oneBody: ReadonlyMap<number, number>;
  /** (pq|rs) by [p, q, r, s], one of those that are equal by symmetry. */
  readonly twoBody: ReadonlyMap<string, number>;
}

/** Most orbitals without and with interaction. */
const [MOST_FREE, MOST_INTERACTING] = [128, MOST_MODES / 2];
/** Two entries of the same integral may differ by this. */
const ROUNDING = 1e-8;

/** Whether a text begins as FCIDUMP files do. */
export const isFcidump = (text: string): boolean => /^\s*&FCI\b/i.test(text);

/**
 * The integrals in an FCIDUMP file: a namelist `&FCI NORB=…, NELEC=… &END`, and on each line a value with four orbitals
 * counted from 1: `(pq|rs) p q r s` in chemists' notation, `h_pq p q 0 0`, `E 0 0 0 0`. Energies of orbitals (`e p 0 0 0`)
 * are passed over. Of integrals that are equal for real orbitals one is enough.
 *
 * @throws {DomainError} with all mistakes, by line: no such file, complex or spin-dependent orbitals, an orbital that there
 *         is not, two values of the same integral
 *
 * @see Knowles & Handy, Comput. Phys. Commun. 54, 75 (1989)
 */
export function parseFcidump(text: string, name: string): ElectronHamiltonian {
  const end = /(?:&END|\/)[^\S\n]*(?:\n|$)/i.exec(text);
  if (!isFcidump(text) || end === null) throw new DomainError(`${name}: a namelist '&FCI … &END' required, got none`);
  const header = text.slice(0, end.index);
  const orbitals = numberIn(header, 'NORB');
  if (orbitals === null || orbitals < 1 || orbitals > MOST_FREE) {
    throw new DomainError(`${name}: NORB from 1 to ${MOST_FREE} required, got ${orbitals ?? 'none'}`);
  }
  if (/\bI?UHF\s*=\s*(?:\.?T|1)/i.test(header)) {
    throw new DomainError(`${name}: orbitals without spin required, got UHF`);
  }
  const found = { constant: 0, oneBody: new Map<number, number>(), twoBody: new Map<string, number>() };
  const mistakes: string[] = [];
  const firstLine = text.slice(0, end.index + end[0].length).split('\n').length;
  for (const [k, line] of text
    .slice(end.index + end[0].length)
    .split('\n')
    .entries()) {
    const mistake = line.trim() === '' ? null : addLine(line, orbitals, found);
    if (mistake !== null) mistakes.push(`${name}:${firstLine + k}: ${mistake}`);
  }
  if (mistakes.length > 0) throw new DomainError(mistakes.slice(0, 20).join('\n'));
  return { orbitals, electrons: numberIn(header, 'NELEC'), spin: numberIn(header, 'MS2'), ...found };
}

function numberIn(header: string, key: string): number | null {
  const [, value] = new RegExp(`\\b${key}\\s*=\\s*(-?\\d+)`, 'i').exec(header) ?? [];
  return value === undefined ? null : Number(value);
}

interface Integrals {
  constant: number;
  readonly oneBody: Map<number, number>;
  readonly twoBody: Map<string, number>;
}

/** Enters a line; what is wrong with it, or null. */
function addLine(line: string, orbitals: number, found: Integrals): string | null {
  const parts = line.trim().split(/\s+/);
  const [value = Number.NaN, ...indices] = parts.map((part) => Number(part.replace(/d/i, 'e')));
  const isWhole = indices.every((index) => Number.isInteger(index) && index >= 0 && index <= orbitals);
  if (parts.length !== 5 || !Number.isFinite(value) || !isWhole) {
    return `a real number and four orbitals from 0 to ${orbitals} required, got '${printable(line.trim(), 60)}'`;
  }
  const [p = 0, q = 0, r = 0, s = 0] = indices;
  const zeros = indices.map((index) => (index === 0 ? '0' : '1')).join('');
  const entered = <Key>(map: Map<Key, number>, key: Key): string | null => {
    const before = map.get(key);
    if (before !== undefined && Math.abs(before - value) > ROUNDING) {
      return `one value of the integral ${indices.join(' ')} required, got ${before} and ${value}`;
    }
    map.set(key, value);
    return null;
  };
  if (zeros === '0000') found.constant += value;
  else if (zeros === '1100') return entered(found.oneBody, (Math.max(p, q) - 1) * orbitals + Math.min(p, q) - 1);
  else if (zeros === '1111') return entered(found.twoBody, integralKey(p - 1, q - 1, r - 1, s - 1));
  else if (zeros !== '1000') return `orbitals p q r s, p q 0 0 or 0 0 0 0 required, got ${indices.join(' ')}`;
  return null;
}

/** (pq|rs) = (qp|rs) = (pq|sr) = (rs|pq): the key of them all. */
function integralKey(p: number, q: number, r: number, s: number): string {
  const [a, b, c, d] = [Math.max(p, q), Math.min(p, q), Math.max(r, s), Math.min(r, s)];
  return a > c || (a === c && b >= d) ? `${a},${b},${c},${d}` : `${c},${d},${a},${b}`;
}

/**
 * The Hamiltonian as a Pauli sum on 2m qubits, by the Jordan–Wigner transformation; orbital p with spin up is qubit 2p, with spin
 * down 2p + 1, as in OpenFermion. Without interaction it is quadratic in fermions (`quadraticOfPauliSum`).
 *
 * @throws {ShapeError} more than 13 orbitals with interaction
 */
export function pauliSumOfElectrons(electrons: ElectronHamiltonian, name: string): PauliSum {
  const { orbitals, twoBody } = electrons;
  const free = oneBodySum(electrons);
  const interacting = [...twoBody.values()].some((value) => value !== 0);
  if (!interacting) return free;
  if (orbitals > MOST_INTERACTING) {
    throw new ShapeError(`${name}: at most ${MOST_INTERACTING} orbitals with interaction required, got ${orbitals}`);
  }
  const interaction = pauliSumOfFermions(2 * orbitals, twoBodyTerms(electrons), name);
  return combinePauliSums([
    [1, free],
    [1, interaction],
  ]);
}

/** Constant and one-body part: c†_p c_q + c†_q c_p = (X Z…Z X + Y Z…Z Y)/2, c†c = (1 − Z)/2. */
function oneBodySum({ orbitals, constant, oneBody }: ElectronHamiltonian): PauliSum {
  const qubits = 2 * orbitals;
  const terms: PauliTerm[] = [];
  let identity = constant;
  for (const [key, value] of oneBody) {
    const [p, q] = [Math.floor(key / orbitals), key % orbitals];
    for (const spin of [0, 1]) {
      const [first, last] = [2 * q + spin, 2 * p + spin];
      const between = (letter: string): string =>
        `${'I'.repeat(first)}${letter}${'Z'.repeat(last - first - 1)}${letter}${'I'.repeat(qubits - last - 1)}`;
      if (p === q) {
        identity += value / 2;
        terms.push({ word: `${'I'.repeat(first)}Z${'I'.repeat(qubits - first - 1)}`, coefficient: -value / 2 });
      } else {
        terms.push({ word: between('X'), coefficient: value / 2 }, { word: between('Y'), coefficient: value / 2 });
      }
    }
  }
  return { qubits, terms: [{ word: 'I'.repeat(qubits), coefficient: identity }, ...terms] };
}

function* twoBodyTerms({ orbitals, twoBody }: ElectronHamiltonian): Generator<FermionTerm> {
  const all = Array.from({ length: orbitals }, (_, p) => p);
  for (const p of all) {
    for (const q of all) {
      for (const r of all) {
        for (const s of all) {
          const value = twoBody.get(integralKey(p, q, r, s));
          if (value !== undefined && value !== 0) yield* bothSpins([p, q, r, s], value / 2);
        }
      }
    }
  }
}

function* bothSpins([p, q, r, s]: readonly [number, number, number, number], re: number): Generator<FermionTerm> {
  for (const sigma of [0, 1]) {
    for (const tau of [0, 1]) {
      const created = [2 * p + sigma, 2 * r + tau].map((mode) => ({ mode, creates: true }));
      const removed = [2 * s + tau, 2 * q + sigma].map((mode) => ({ mode, creates: false }));
      yield { operators: [...created, ...removed], re, im: 0 };
    }
  }
}
