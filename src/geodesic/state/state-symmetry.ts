/** @file Symmetries of states and of Pauli words that leave |0…0⟩ as it is, and what is invariant under the group they generate. */

import type { Controls } from '../../complexity/controls.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import type { SparseDirection } from '../../path/invariant-controls.ts';

/**
 * A symmetry T of states: every qubit is turned about Z by quarter turns, then the qubits are permuted, then amplitudes are conjugated,
 *
 *     T|b⟩ = i^{Σ_q k_q b_q}|πb⟩,      T(cψ) = c̄·Tψ if it conjugates.
 *
 * A path ψ' = −iHψ becomes Tψ with ±THT⁻¹ in the place of H, − where T conjugates; words become words, up to a sign.
 */
export interface StateSymmetry {
  /** Qubit q moves to sites[q], shape (n,); default none moves. */
  readonly sites?: readonly number[];
  /** Quarter turns k_q about Z of each qubit, X → Y → −X, shape (n,); default none. */
  readonly quarterTurns?: readonly number[];
  /** Whether amplitudes are conjugated: alone, it keeps real states. Default false. */
  readonly conjugated?: boolean;
}

/** The reflection q ↦ n − 1 − q of an open chain. */
export const reflection = (qubits: number): StateSymmetry => ({
  sites: Array.from({ length: qubits }, (_, q) => qubits - 1 - q),
});

/**
 * A quarter turn of qubit a about Z, and of qubit b the other way: it keeps the states in which both are 0 or both are 1, so that such a
 * pair is one qubit with |00⟩ and |11⟩. GHZ states are invariant.
 */
export const oppositeTurns = (qubits: number, a: number, b: number): StateSymmetry => ({
  quarterTurns: Array.from({ length: qubits }, (_, q) => (q === a ? 1 : q === b ? -1 : 0)),
});

/** Words that a group makes of one another. */
export interface SignedOrbit {
  readonly words: readonly PauliWord[];
  /** ±1: the control is Σ_P sign_P·P. */
  readonly signs: readonly number[];
  /** Weight of each word. */
  readonly weight: number;
}

/** The image of a word, ±1 times a word: of −iH as it drives a path. */
export function imageOfWord(
  { sites, quarterTurns, conjugated = false }: StateSymmetry,
  word: PauliWord,
): { readonly word: PauliWord; readonly sign: number } {
  const letters = new Array<string>(word.length).fill('I');
  let sign = conjugated ? -1 : 1;
  for (let q = 0; q < word.length; q++) {
    let letter = word[q]!;
    const turns = (((quarterTurns?.[q] ?? 0) % 4) + 4) % 4;
    for (let turn = 0; turn < turns && (letter === 'X' || letter === 'Y'); turn++) {
      if (letter === 'Y') sign = -sign;
      letter = letter === 'X' ? 'Y' : 'X';
    }
    if (conjugated && letter === 'Y') sign = -sign;
    letters[sites?.[q] ?? q] = letter;
  }
  return { word: letters.join(''), sign };
}

/** The image of a basis state: T|b⟩ = i^phase|to⟩. */
export function imageOfBasisState(
  { sites, quarterTurns }: StateSymmetry,
  b: number,
  qubits: number,
): { readonly to: number; readonly phase: number } {
  let [to, phase] = [0, 0];
  for (let q = 0; q < qubits; q++) {
    if (((b >> (qubits - 1 - q)) & 1) === 0) continue;
    to |= 1 << (qubits - 1 - (sites?.[q] ?? q));
    phase += quarterTurns?.[q] ?? 0;
  }
  return { to, phase: ((phase % 4) + 4) % 4 };
}

/**
 * The sums of controls that a group leaves as they are, in the order of their first words; the mistakes say where images of controls
 * weigh something else.
 */
export function invariantSums(
  { words, weights }: Controls,
  group: readonly StateSymmetry[],
): { readonly orbits: readonly SignedOrbit[]; readonly mistakes: readonly string[] } {
  const weightOf = new Map(words.map((word, p) => [word, weights[p]!]));
  const mistakes = group.flatMap((symmetry, k) => {
    const changed = words.find((word) => weightOf.get(imageOfWord(symmetry, word).word) !== weightOf.get(word));
    if (changed === undefined) return [];
    const pair = [changed, imageOfWord(symmetry, changed).word];
    const [one, other] = pair.map((word) => `${weightOf.get(word) ?? Infinity} for ${word}`);
    return [`a metric unchanged by symmetry ${k + 1} required, got weight ${one} and ${other}`];
  });
  const seen = new Set<PauliWord>();
  const orbits = words.flatMap((first, p): readonly SignedOrbit[] => {
    if (seen.has(first)) return [];
    const signOf = new Map([[first, 1]]);
    let cancels = false;
    for (const [word, sign] of signOf) {
      seen.add(word);
      for (const symmetry of group) {
        const image = imageOfWord(symmetry, word);
        const known = signOf.get(image.word);
        if (known === undefined) signOf.set(image.word, sign * image.sign);
        else if (known !== sign * image.sign) cancels = true;
      }
    }
    return cancels ? [] : [{ words: [...signOf.keys()], signs: [...signOf.values()], weight: weights[p]! }];
  });
  return { orbits, mistakes };
}

/**
 * An orthonormal basis of the states that a group leaves as they are, over the real numbers: of each orbit of basis states one vector, if
 * the group fixes its phase, two if it does not, none if it takes it to another.
 *
 * O(8·2ⁿ·#generators).
 */
export function invariantStates(group: readonly StateSymmetry[], qubits: number): readonly SparseDirection[] {
  const seen = new Uint8Array(2 ** qubits);
  const directions: SparseDirection[] = [];
  for (let least = 0; least < seen.length; least++) {
    if (seen[least] === 1) continue;
    // Of each state, how its amplitude follows from that of the first: i^m c is 2m, i^m c̄ is 2m + 1.
    const followers = new Map<number, Set<number>>([[least, new Set([0])]]);
    const pending: (readonly [state: number, follower: number])[] = [[least, 0]];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [state, follower] = next;
      seen[state] = 1;
      for (const symmetry of group) {
        const { to, phase } = imageOfBasisState(symmetry, state, qubits);
        const turned = (follower + 2 * phase) % 8;
        const image = symmetry.conjugated ? conjugateOf(turned) : turned;
        const known = followers.get(to) ?? new Set<number>();
        followers.set(to, known);
        if (known.has(image)) continue;
        known.add(image);
        pending.push([to, image]);
      }
    }
    for (const amplitude of freeAmplitudes(followers.get(least)!)) directions.push(spread(followers, amplitude));
  }
  return directions;
}

/** Of i^m c: i^{−m} c̄, and the other way round. */
const conjugateOf = (code: number): number => ((8 - (code & 6)) % 8) | (1 - (code & 1));

/** The amplitudes c, an orthonormal basis over the reals, with i^m c = c for all even codes 2m and i^m c̄ = c for all odd ones. */
function freeAmplitudes(codes: ReadonlySet<number>): readonly (readonly [re: number, im: number])[] {
  const others = [...codes].filter((code) => code !== 0);
  if (others.some((code) => code % 2 === 0)) return [];
  const [first, second] = others;
  if (first === undefined) {
    return [
      [1, 0],
      [0, 1],
    ];
  }
  if (second !== undefined) return [];
  const angle = (Math.PI / 4) * (first >> 1);
  return [[Math.cos(angle), Math.sin(angle)]];
}

/** The invariant state with this amplitude of the first basis state, of norm 1. */
function spread(
  followers: ReadonlyMap<number, ReadonlySet<number>>,
  [re, im]: readonly [re: number, im: number],
): SparseDirection {
  const factor = 1 / Math.sqrt(followers.size);
  const [places, values]: [number[], number[]] = [[], []];
  for (const [state, codes] of followers) {
    const [code] = codes;
    const [x, y] = [re, code! % 2 === 0 ? im : -im];
    const turned = [
      [x, y],
      [-y, x],
      [-x, -y],
      [y, -x],
    ][code! >> 1]!;
    turned.forEach((value, part) => {
      if (value === 0) return;
      places.push(2 * state + part);
      values.push(factor * value);
    });
  }
  return { places: Int32Array.from(places), values: Float64Array.from(values) };
}
