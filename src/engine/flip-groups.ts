/** @file Tables of flips as the compiled kernels read them: in groups, with amplitudes in blocks of four. */

import type { Heap } from './heap.ts';
import type { FlipTable } from './kernels.ts';

/** Bytes of a complex number. */
const BYTES = 16;
/** Fewer flips than these have no blocks of their own. */
const FEWEST = 2;

/** Flips whose amplitudes c, c + side, c + 2·side, c + 3·side make up a block; explained in assembly/flip-table.ts. */
interface FlipGroup {
  readonly side: number;
  /** From the entry of c to those of c + side and c + 2·side; both 0 if one entry serves the whole block. */
  readonly steps: readonly [one: number, two: number];
  /** The bits `side` and 2·side of its flips. */
  readonly low: number;
  readonly flips: Int32Array;
  /** For every block the place of each flip's entry, in bytes. */
  readonly places: Int32Array;
}

/** A table, sorted. */
interface SortedFlips {
  /** Flips whose diagonals have an entry for every amplitude, in their order: each with the place where that begins, in bytes. */
  readonly wholes: Int32Array;
  readonly groups: readonly FlipGroup[];
}

const known = new WeakMap<FlipTable, SortedFlips>();

/** Writes a table with at least four amplitudes into the engine's memory, and returns its address. */
export function flipGroupsIn(heap: Heap, table: FlipTable): number {
  const { wholes, groups } = known.get(table) ?? sorted(table);
  known.set(table, { wholes, groups });
  const put = (values: ArrayLike<number>): number => {
    const at = heap.reserve(4 * values.length);
    heap.words().set(values, at / 4);
    return at;
  };
  const records = groups.flatMap(({ side, steps, low, flips, places }) => {
    const flipsAt = put(flips);
    return [flipsAt, flipsAt + 4 * flips.length, put(places), ...[side, ...steps, low].map((x) => BYTES * x)];
  });
  const [groupsAt, wholesAt] = [put(records), put(wholes)];
  const ends = [groupsAt + 4 * records.length, wholesAt + 4 * wholes.length] as const;
  return put([BYTES * table.size, groupsAt, ends[0], wholesAt, ends[1]]);
}

function sorted(table: FlipTable): SortedFlips {
  const { size, flips, offsets } = table;
  const all = Array.from(flips.keys());
  const wholes = all.filter((f) => isWhole(table, f));
  const bits = all.map((f) => knownBits(table, f));
  let rest = all.filter((f) => !wholes.includes(f));
  const groups: FlipGroup[] = [];
  for (;;) {
    const { side, members } = largestGroup(size, rest, bits);
    if (members.length < FEWEST) break;
    groups.push(groupOf(table, members, side, [0, 0], 0));
    rest = rest.filter((f) => !members.includes(f));
  }
  const others = new Map<string, number[]>();
  for (const f of rest) {
    const key = [stepOf(table, f, 1), stepOf(table, f, 2), flips[f]! & 3].join();
    others.set(key, [...(others.get(key) ?? []), f]);
  }
  for (const [key, members] of others) {
    const [one, two, low] = key.split(',').map(Number) as [number, number, number];
    groups.push(groupOf(table, members, 1, [one, two], low));
  }
  return { wholes: Int32Array.from(wholes.flatMap((f) => [BYTES * flips[f]!, BYTES * offsets[f]!])), groups };
}

/** The two neighbouring bits that most of some flips do not know, and these flips: each group is a pass over the state. */
function largestGroup(size: number, rest: readonly number[], bits: readonly number[]) {
  let best: { readonly side: number; readonly members: readonly number[] } = { side: 1, members: [] };
  for (let side = 1; 4 * side <= size; side *= 2) {
    const members = rest.filter((f) => (bits[f]! & (3 * side)) === 0);
    if (members.length > best.members.length) best = { side, members };
  }
  return best;
}

/** Whether the diagonal of a flip has an entry for every amplitude, in their order. */
function isWhole(table: FlipTable, f: number): boolean {
  for (let bit = 1; bit < table.size; bit *= 2) if (stepOf(table, f, bit) !== bit) return false;
  return true;
}

/** From the entry of c = 0 to that of another basis state. */
const stepOf = ({ flips, entries }: FlipTable, f: number, c: number): number =>
  entries[c * flips.length + f]! - entries[f]!;

/** The bits that a flip changes, or that its diagonal depends on. */
function knownBits(table: FlipTable, f: number): number {
  let bits = table.flips[f]!;
  for (let bit = 1; bit < table.size; bit *= 2) if (stepOf(table, f, bit) !== 0) bits |= bit;
  return bits;
}

function groupOf(
  { size, flips, entries }: FlipTable,
  members: readonly number[],
  side: number,
  steps: readonly [number, number],
  low: number,
): FlipGroup {
  const places = new Int32Array((size / 4) * members.length);
  let at = 0;
  for (let outer = 0; outer < size; outer += 4 * side) {
    for (let c = outer; c < outer + side; c++) {
      for (const f of members) places[at++] = BYTES * entries[c * flips.length + f]!;
    }
  }
  return { side, steps, low, flips: Int32Array.from(members, (f) => BYTES * flips[f]!), places };
}
