/** @file A path to GHZ of many qubits, made from one to GHZ of all blocks but the last: the entangled qubits turn the others. */

import { ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import type { LetterCounts } from './collective-operators.ts';
import type { BegunPath } from './sector-search.ts';
import type { YoungSector } from './young-sector.ts';

/** Components that differ by less, as a share of the norm, are equal. */
const EQUAL = 1e-9;

/** Whether a state, by number of ones, is (|0…0⟩ + |1…1⟩)/√2 up to a phase, shape (n + 1,). */
export function isGhz({ length, interleaved }: ComplexVector): boolean {
  const [re, im] = [interleaved[0]!, interleaved[1]!];
  const size = Math.hypot(...interleaved);
  const differs = Array.from({ length }, (_, k) => {
    const [x, y] = [interleaved[2 * k]!, interleaved[2 * k + 1]!];
    return k === 0 || k === length - 1 ? Math.hypot(x - re, y - im) : Math.hypot(x, y);
  });
  return size > 0 && Math.hypot(re, im) > size / 2 && Math.max(...differs) < EQUAL * size;
}

/**
 * Weights of words where l further qubits are a field: in the product state |θ…θ⟩, A_c = cos θ·Z_c + sin θ·X_c is 1 on each of them, and
 *
 *     h₀·P_a + h·Σ_c P_aA_c = (h₀ + l·h)·P_a        exactly, at least cost 1/(1/w₁ + l/w₂) instead of w₁ for each P_a.
 *
 * @param sizeWeights - of words of one qubit, of two, …
 * @returns the same with the first lowered; where there are no words of two qubits, the same
 */
export const fieldWeights = (sizeWeights: readonly number[], l: number): readonly number[] =>
  sizeWeights.map((weight, k) => (k === 0 && sizeWeights.length > 1 ? 1 / (1 / weight + l / sizeWeights[1]!) : weight));

/**
 * A path to GHZ of m + l qubits, l of them in the last block. While the m others go to their own GHZ state along `inner`, the l are
 * turned about Y to |+…+⟩ by ΣY_b + Σ_{b≠c} Y_b(cos θ·Z_c + sin θ·X_c), θ from 0 to π/2 with their own angle: of length π/4, and exact
 * up to the slices, in each of which θ is constant. As they are a field, they turn single qubits of the m others at the weight of `fieldWeights`. Then
 *
 *     exp(i(π/4m)·Σ_{a,b} Z_aY_b),      of length π/4·√(l/m) where all words weigh 1,
 *
 * turns each of them by a right angle, to |0⟩ if the m are in |0…0⟩ and to |1⟩ if they are in |1…1⟩: exactly. From block to block
 * that gives lengths in proportion to ln n. Where `inner` is real, all of it is, and the second part of the turn is what a search shortens.
 *
 * @param outer - the blocks of `inner` and one of l ≥ 2, with all words of two qubits that keep real states real
 * @param inner - a sector of m qubits, with controls that `outer` has, and a path to GHZ of them, backwards from it as searches run
 * @param turning - slices of the turn
 * @returns slices backwards from the target, `inner.slices + turning` of them; the infidelity of its end falls as the fourth power of the slices
 * @throws {ShapeError} other blocks, or a sector without those words
 */
export function growingGhz(
  outer: YoungSector,
  inner: { readonly sector: YoungSector; readonly path: BegunPath },
  turning: number,
): BegunPath {
  const [entangled, l] = [outer.blocks.slice(0, -1), outer.blocks.at(-1)!];
  if (entangled.length === 0 || l < 2 || inner.sector.blocks.join() !== entangled.join()) {
    throw new ShapeError(
      `growingGhz: a further block of at least 2 qubits required, got ${outer.blocks} after ${inner.sector.blocks}`,
    );
  }
  const m = entangled.reduce((sum, size) => sum + size, 0);
  const { slices: first, coordinates } = inner.path;
  const slices = first + turning;
  const controls = outer.letters.length;
  const placeOf = new Map(outer.letters.map((letters, a) => [letters.join(';'), a]));
  const place = (...letters: readonly LetterCounts[]): number => {
    const found = placeOf.get(letters.join(';'));
    if (found === undefined)
      throw new ShapeError(`growingGhz: a control of letters ${letters.join('; ')} required, got none`);
    return found;
  };
  const forwards = new Float64Array(slices * controls);
  /** Adds an angle h·time within slice k. */
  const add = (k: number, a: number, angle: number): void => {
    const at = k * controls + a;
    forwards[at] = forwards[at]! + angle * Math.sqrt(slices / outer.inverseWeights[a]!);
  };
  const none = entangled.map((): LetterCounts => [0, 0, 0]);
  const [turnZ, turnX, turn] = [place(...none, [0, 1, 1]), place(...none, [1, 1, 0]), place(...none, [0, 1, 0])];
  /** A control of the m qubits, and for a single letter those with Z and X of the field and their common share of its angle. */
  const own = inner.sector.letters.map((letters) => {
    const a = place(...letters, [0, 0, 0]);
    if (letters.flat().reduce((sum, count) => sum + count, 0) !== 1) return { a, fields: null, share: 0 };
    const [z, x] = [place(...letters, [0, 0, 1]), place(...letters, [1, 0, 0])];
    const [alone, each] = [outer.inverseWeights[a]!, l * outer.inverseWeights[z]!];
    return { a, fields: [z, x] as const, share: each / (alone + l * each) };
  });
  for (let k = 0; k < first; k++) {
    const theta = (Math.PI / 2) * ((k + 0.5) / first);
    own.forEach(({ a, fields, share }, b) => {
      const x = -coordinates[(first - 1 - k) * own.length + b]! * Math.sqrt(inner.sector.inverseWeights[b]! / first);
      add(k, a, x * (1 - l * share));
      if (fields === null) return;
      add(k, fields[0], x * share * Math.cos(theta));
      add(k, fields[1], x * share * Math.sin(theta));
    });
    const angle = Math.PI / (4 * l * first);
    add(k, turn, angle);
    add(k, turnZ, angle * Math.cos(theta));
    add(k, turnX, angle * Math.sin(theta));
  }
  const conditional = entangled.map((_, block) => place(...none.with(block, [0, 0, 1]), [0, 1, 0]));
  for (let k = first; k < slices; k++) for (const a of conditional) add(k, a, -Math.PI / (4 * m * turning));
  return {
    slices,
    coordinates: forwards.map((_, i) => {
      const k = Math.floor(i / controls);
      return -forwards[(slices - 1 - k) * controls + (i % controls)]!;
    }),
  };
}
