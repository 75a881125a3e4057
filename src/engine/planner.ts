/**
 * @file Stages: which gates are executed together on blocks of amplitudes that stay in the cache. A block holds all
 * values of the low bits and of a window of high bits; a gate fits if it changes only these. A full pass through
 * memory is then made for each stage instead of each gate.
 */

import { bitCount, bitsOf } from './bits.ts';
import { type FusedGate, fuse, gateCost } from './fusion.ts';
import type { RotationWords } from './rotation-program.ts';

/** Registers up to this size are one block: they fit into the second-level cache. */
export const WHOLE_BITS = 14;
/** Bits of a block of a larger register: 128 KiB. */
export const BLOCK_BITS = 13;
/** Low bits that are in every block, so that amplitudes are moved in runs of 256 bytes. */
const LOW_BITS = 4;

export interface Stage {
  /** Bits of the register that vary inside a block, ascending. */
  readonly bits: readonly number[];
  readonly gates: readonly FusedGate[];
}

/**
 * Stages whose gates, one stage after the other, make the program.
 *
 * Each stage takes the window, among all contiguous ones and the one that grows with the gates in their order, in
 * which most work can be done. O(stages · gates · n).
 */
export const planStages = (words: RotationWords, registerBits: number): readonly Stage[] =>
  stagesOf(fuse(words), registerBits);

/** The same for gates that are given. */
export function stagesOf(gates: readonly FusedGate[], registerBits: number): readonly Stage[] {
  const all = Array.from({ length: registerBits }, (_, bit) => bit);
  if (registerBits <= WHOLE_BITS) return [{ bits: all, gates }];
  const stages: Stage[] = [];
  let pending = gates;
  while (pending.length > 0) {
    const best = bestSelection(pending, registerBits);
    if (best.taken.length > 0) {
      stages.push({ bits: completed(best.window, registerBits), gates: best.taken });
      pending = best.left;
    } else {
      stages.push({ bits: all, gates: pending.slice(0, 1) }); // changes too many high bits for any block
      pending = pending.slice(1);
    }
  }
  return stages;
}

interface Selection {
  readonly window: number;
  readonly taken: readonly FusedGate[];
  readonly left: readonly FusedGate[];
  readonly work: number;
}

const LOW = 2 ** LOW_BITS - 1;
const WINDOW_BITS = BLOCK_BITS - LOW_BITS;

function bestSelection(pending: readonly FusedGate[], registerBits: number): Selection {
  let best = select(pending, 0, true, registerBits);
  for (let first = LOW_BITS; first + WINDOW_BITS <= registerBits; first++) {
    const next = select(pending, (2 ** WINDOW_BITS - 1) * 2 ** first, false, registerBits);
    if (next.work > best.work) best = next;
  }
  return best;
}

/** The gates that can act now, in a given window or in one that grows until it is full. */
function select(pending: readonly FusedGate[], start: number, grows: boolean, registerBits: number): Selection {
  let window = start;
  let blocked = 0; // bits touched by gates that must wait
  let work = 0;
  const everything = 2 ** registerBits - 1;
  const taken: FusedGate[] = [];
  const left: FusedGate[] = [];
  for (let g = 0; g < pending.length; g++) {
    if (blocked === everything) {
      left.push(...pending.slice(g));
      break;
    }
    const gate = pending[g]!;
    const wanted = window | (gate.changes & ~LOW);
    if ((gate.mask & blocked) === 0 && (grows ? bitCount(wanted) <= WINDOW_BITS : wanted === window)) {
      window = wanted;
      work += gateCost(gate);
      taken.push(gate);
    } else {
      blocked |= gate.mask;
      left.push(gate);
    }
  }
  return { window, taken, left, work };
}

/** Low bits and window, filled up with the lowest free bits. */
function completed(window: number, registerBits: number): readonly number[] {
  let mask = window | LOW;
  for (let bit = LOW_BITS; bit < registerBits && bitCount(mask) < BLOCK_BITS; bit++) mask |= 1 << bit;
  return bitsOf(mask);
}
