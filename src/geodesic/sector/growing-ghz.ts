/** @file A path to GHZ of many qubits in two blocks, made from one to GHZ of the first block: the entangled qubits turn the others. */

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
 * A path to GHZ of m + l qubits, in blocks of m and l. While the first block goes to its own GHZ state along `inner`, the others are
 * turned about Y to |+…+⟩ by the mean field of ΣY_a(cos θ·Z_b + sin θ·X_b), θ from 0 to π/2 with their mean: a translation that squeezes
 * little, of length π/4·√(l/(l − 1)). Then
 *
 *     exp(i(π/4m)·Σ_{a,b} Z_aY_b),      of length π/4·√(l/m) where all words weigh 1,
 *
 * turns each of them by a right angle, to |0⟩ if the first block is in |0…0⟩ and to |1⟩ if it is in |1…1⟩: exactly. From block to block
 * that gives lengths in proportion to ln n. Where `inner` is real, all of it is, and the second part of the turn is what a search shortens.
 *
 * @param outer - two blocks [m, l], m ≥ 1, l ≥ 2, with all words of two qubits that keep real states real
 * @param inner - the sector [m], with controls that `outer` has, and a path to GHZ of m qubits, backwards from it as searches run
 * @param turning - slices of the turn
 * @returns slices backwards from the target, `inner.slices + turning` of them; the infidelity of its end is that of the mean field, some 10⁻⁵
 * @throws {ShapeError} other blocks, or a sector without those words
 */
export function growingGhz(
  outer: YoungSector,
  inner: { readonly sector: YoungSector; readonly path: BegunPath },
  turning: number,
): BegunPath {
  const [m, l] = outer.blocks;
  if (outer.blocks.length !== 2 || l! < 2 || inner.sector.blocks.join() !== `${m}`) {
    throw new ShapeError(
      `growingGhz: two blocks required, the second of at least 2 qubits, after one, got ${outer.blocks} after ${inner.sector.blocks}`,
    );
  }
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
  const own = inner.sector.letters.map(([letters]) => place(letters!, [0, 0, 0]));
  const [turnZ, turnX] = [place([0, 0, 0], [0, 1, 1]), place([0, 0, 0], [1, 1, 0])];
  for (let k = 0; k < first; k++) {
    own.forEach((a, b) => {
      const x = coordinates[(first - 1 - k) * own.length + b]!;
      add(k, a, -x * Math.sqrt(inner.sector.inverseWeights[b]! / first));
    });
    const theta = (Math.PI / 2) * ((k + 0.5) / first);
    const angle = Math.PI / (4 * (l! - 1) * first);
    add(k, turnZ, angle * Math.cos(theta));
    add(k, turnX, angle * Math.sin(theta));
  }
  const conditional = place([0, 0, 1], [0, 1, 0]);
  for (let k = first; k < slices; k++) add(k, conditional, -Math.PI / (4 * m! * turning));
  return {
    slices,
    coordinates: forwards.map((_, i) => {
      const k = Math.floor(i / controls);
      return -forwards[(slices - 1 - k) * controls + (i % controls)]!;
    }),
  };
}
