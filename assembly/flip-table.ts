/**
 * @file Sums of operators that flip bits, (Hψ)_c = Σ_f D_f[c] ψ[c xor f], on states of 2ⁿ complex float64, n ≥ 2. Equal
 * entries of a diagonal are kept once, in one list of all.
 *
 * Flips are sorted into groups. For each group the amplitudes stand in blocks of four, which differ in two neighbouring
 * bits: those of c, c + s, c + 2s, c + 3s. One address then serves four amplitudes; and where neither the flips nor their
 * diagonals know those two bits, so does one entry.
 */

import { timesI } from './lanes';

/** A list of flips with blocks of their own. Distances are in bytes, 16 for each number. */
@unmanaged export class Group {
  /** The words of its flips, and where they end. */
  flips: usize;
  flipsEnd: usize;
  /** For every block and flip, the place of the entry of the block's first amplitude. */
  places: usize;
  /** s, a power of two. */
  side: usize;
  /** From that entry to those of c + s and c + 2s. Both are 0 if one entry serves all four amplitudes. */
  one: usize;
  two: usize;
  /** The bits s and 2s of its flips, the same for all of them. */
  low: usize;
}

/** A flip whose diagonal has an entry for every amplitude, in their order. */
@unmanaged export class Whole {
  flip: usize;
  /** Where its diagonal begins. */
  list: usize;
}

/** A table of flips: the bytes of a state, the groups, and those of whole diagonals. */
@unmanaged export class Table {
  bytes: usize;
  groups: usize;
  groupsEnd: usize;
  wholes: usize;
  wholesEnd: usize;
}

/** out ← out + factors·i·(direct + i·crossed). */
// @ts-ignore: decorator
@inline
export function depositTurned(out: usize, direct: v128, crossed: v128, factors: v128): void {
  const turned = f64x2.sub(timesI(direct), crossed);
  v128.store(out, f64x2.add(v128.load(out), f64x2.mul(factors, turned)));
}

/** From the entry of a block's first amplitude to that of amplitude l. */
// @ts-ignore: decorator
@inline
export function entryOf(l: usize, group: Group): usize {
  return (l & 1) * group.one + (l >> 1) * group.two;
}
