/**
 * @file Fusion: neighbouring rotations on the same one or two bits become one dense gate. Rotations on disjoint bits
 * commute, so "neighbouring" means that nothing in between touches these bits.
 */

import { bitCount, bitsOf } from './bits.ts';
import type { RotationWords } from './rotation-program.ts';

/** One gate to be executed: a dense one on one or two bits, or a rotation left as it is. */
export interface FusedGate {
  /** Bits that the gate touches, as a mask. */
  readonly mask: number;
  /** Bits that the gate can change, as a mask: all of a dense gate, `flip` of a rotation. */
  readonly changes: number;
  /** Bits of a dense gate, ascending; empty for a rotation left as it is. */
  readonly bits: readonly number[];
  /** Indices of the fused rotations, in order. */
  readonly members: readonly number[];
  /** A dense gate whose bits no gate before it touches: the adjoint method need not un-apply it. */
  readonly opening: boolean;
  /** A dense gate whose bits no gate after it touches: an overlap may apply its adjoint to the target instead. */
  readonly closing: boolean;
}

/**
 * Nanoseconds for each amplitude of the forward and the backward pass together, on one core. Only ratios count: they
 * decide whether a few rotations are cheaper one by one.
 */
const COST = { diagonal: 2.4, rotation: 3.6, one: 3.7, two: 5.9 } as const;

interface Group {
  readonly mask: number;
  readonly members: number[];
  /** Absorbed by a later group. */
  gone: boolean;
}

/** The gates that replace the rotations, in an order in which they may act. O(rotations). */
export function fuse(words: RotationWords): readonly FusedGate[] {
  const groups: Group[] = [];
  const latest = new Array<Group | undefined>(32).fill(undefined); // the last group that touches a bit
  for (let g = 0; g < words.flip.length; g++) {
    const mask = words.flip[g]! | words.sign[g]!;
    const bits = bitsOf(mask);
    const before = new Set(bits.map((bit) => latest[bit]));
    const [only] = before;
    if (before.size === 1 && only !== undefined && bits.length <= 2 && (only.mask & mask) === mask && narrow(only)) {
      only.members.push(g);
      continue;
    }
    const absorbed = bits.length === 2 ? [...before].filter((group) => group !== undefined && narrow(group, 1)) : [];
    const members = absorbed.flatMap((group) => group!.members);
    for (const group of absorbed) group!.gone = true;
    const group = { mask, members: [...members, g], gone: false };
    groups.push(group);
    for (const bit of bits) latest[bit] = group;
  }
  return withEnds(groups.filter(({ gone }) => !gone).flatMap((group) => gatesOf(group, words)));
}

/** A gate whose place among the others is not known yet. */
type Gate = Omit<FusedGate, 'opening' | 'closing'>;

/** Dense gates on given bits, in the order in which they act: the k-th has the member k. */
export const denseGates = (bits: readonly (readonly number[])[]): readonly FusedGate[] =>
  withEnds(
    bits.map((own, k) => {
      const mask = own.reduce((sum, bit) => sum | (1 << bit), 0);
      return { mask, changes: mask, bits: own, members: [k] };
    }),
  );

/** The gates with their marks as opening and closing ones. */
function withEnds(gates: readonly Gate[]): readonly FusedGate[] {
  const ends = (list: readonly Gate[]): readonly boolean[] => {
    let touched = 0;
    return list.map(({ mask, bits }) => {
      const free = (mask & touched) === 0;
      touched |= mask;
      return free && bits.length > 0;
    });
  };
  const opening = ends(gates);
  const closing = ends(gates.toReversed()).toReversed();
  return gates.map((gate, g) => ({ ...gate, opening: opening[g]!, closing: closing[g]! }));
}

const narrow = ({ mask }: Group, most = 2): boolean => bitCount(mask) <= most;

/** A dense gate where that is cheaper, else the rotations one by one. */
function gatesOf({ mask, members }: Group, words: RotationWords): readonly Gate[] {
  const bits = bitsOf(mask);
  const single = members.reduce((sum, g) => sum + rotationCost(words.flip[g]!), 0);
  const dense = bits.length === 1 ? COST.one : bits.length === 2 ? COST.two : Infinity;
  if (dense < single) return [{ mask, changes: mask, bits, members }];
  return members.map((g) => ({
    mask: words.flip[g]! | words.sign[g]!,
    changes: words.flip[g]!,
    bits: [],
    members: [g],
  }));
}

const rotationCost = (flip: number): number => (flip === 0 ? COST.diagonal : COST.rotation);

/** Cost of a gate in the units of `COST`. */
export function gateCost({ bits, changes }: FusedGate): number {
  return bits.length === 2 ? COST.two : bits.length === 1 ? COST.one : rotationCost(changes);
}
