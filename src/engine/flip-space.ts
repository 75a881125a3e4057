/** @file The two memories in which sums of flips act: plain arrays, and the heap of the compiled kernels. */

import { flipGroupsIn } from './flip-groups.ts';
import type { Heap } from './heap.ts';
import type { FlipSpace, FlipTable, SeriesLimits } from './kernels.ts';
import type { NativeKernels, PlainFlips } from './native-module.ts';
import { walshHadamard } from './walsh-hadamard.ts';

/** Numbers in one plain array that grows. */
export function withFlipsHere<Result>(table: FlipTable, work: (space: FlipSpace) => Result): Result {
  const { size, flips, offsets } = table;
  const listed = 2 * offsets[flips.length]!;
  let memory = new Float64Array(1024);
  let top = 0;
  const zeros = (length: number): number => {
    if (top + length > memory.length) {
      const larger = new Float64Array(2 * (top + length));
      larger.set(memory);
      memory = larger;
    }
    top += length;
    return top - length;
  };
  return work({
    zeros,
    room: zeros,
    put(values) {
      const at = zeros(values.length);
      memory.set(values, at);
      return at;
    },
    set: (at, values) => memory.set(values, at),
    clear: (at, length) => void memory.fill(0, at, at + length),
    get: (at, length) => memory.slice(at, at + length),
    copy: (to, from, length) => void memory.copyWithin(to, from, from + length),
    add(to, from, length, factor) {
      for (let i = 0; i < length; i++) memory[to + i] = memory[to + i]! + factor * memory[from + i]!;
    },
    square(at, length) {
      let sum = 0;
      for (let i = at; i < at + length; i++) sum += memory[i]! * memory[i]!;
      return sum;
    },
    evaluate: (out, terms, count, length, points) => evaluate(memory, out, terms, count, length, points),
    scatter(at, places, values) {
      places.forEach((place, k) => {
        memory[at + place] = memory[at + place]! + values[k]!;
      });
    },
    gather: (at, places) => Float64Array.from(places, (place) => memory[at + place]!),
    bound: (diagonals) => bound(table, memory, diagonals),
    series: (at, diagonals, step, limits) => series(table, memory, at, diagonals, step, limits),
    act: (out, diagonals, psi, factor) => act(table, memory, out, diagonals, psi, factor),
    move(out, H, psi, G, phi) {
      memory.fill(0, out, out + 4 * size);
      for (const state of [0, 2 * size]) {
        act(table, memory, out + state, H, psi + state, -1);
        act(table, memory, out + state, G, phi + state, -1);
      }
    },
    collect: (products, bra, ket, weight) => collect(table, memory, products, bra, ket, weight),
    collectBoth(products, bra, ket, bra1, ket1) {
      collect(table, memory, products, bra, ket, 1);
      collect(table, memory, products, bra1, ket1, 1);
    },
    transform(diagonals) {
      for (let f = 0; f < flips.length; f++) {
        walshHadamard(memory, 2, diagonals + 2 * offsets[f]!, diagonals + 2 * offsets[f + 1]!);
      }
    },
    exchange(to, from, scales) {
      for (let i = 0; i < listed; i += 2) {
        const [re, im] = [memory[from + i]!, memory[from + i + 1]!];
        memory[to + i] = memory[scales + i]! * im;
        memory[to + i + 1] = memory[scales + i + 1]! * re;
      }
    },
  });
}

/** See `FlipSpace.evaluate`. */
function evaluate(
  memory: Float64Array,
  out: number,
  terms: number,
  count: number,
  length: number,
  points: readonly number[],
): void {
  points.forEach((x, k) => {
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (let m = count - 1; m >= 0; m--) sum = sum * x + memory[terms + m * length + i]!;
      memory[out + k * length + i] = sum;
    }
  });
}

/** See `FlipSpace.bound`. */
function bound({ flips, offsets }: FlipTable, memory: Float64Array, diagonals: number): number {
  let sum = 0;
  for (let f = 0; f < flips.length; f++) {
    let greatest = 0;
    for (let e = diagonals + 2 * offsets[f]!; e < diagonals + 2 * offsets[f + 1]!; e += 2) {
      greatest = Math.max(greatest, memory[e]! ** 2 + memory[e + 1]! ** 2);
    }
    sum += Math.sqrt(greatest);
  }
  return sum;
}

/** See `FlipSpace.series`. */
function series(
  table: FlipTable,
  memory: Float64Array,
  at: number,
  diagonals: number,
  step: number,
  { norm, tolerance, most }: SeriesLimits,
): readonly number[] {
  const length = 2 * table.size;
  const norms = [normAt(memory, at, length)];
  const open = (m: number): boolean => m < 2 * norm || (norms[m - 1]! * norm) / m > tolerance * norms[0]!;
  for (let m = 1; m < most && open(m); m++) {
    const term = at + m * length;
    memory.fill(0, term, term + length);
    act(table, memory, term, diagonals, term - length, step / m);
    norms.push(normAt(memory, term, length));
  }
  return norms;
}

/** √Σ x² of `length` numbers. */
function normAt(memory: Float64Array, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += memory[i]! * memory[i]!;
  return Math.sqrt(sum);
}

/** See `FlipSpace.act`. */
function act(
  { size, flips, entries }: FlipTable,
  memory: Float64Array,
  out: number,
  diagonals: number,
  psi: number,
  factor: number,
): void {
  for (let c = 0, at = 0; c < 2 * size; c += 2) {
    let [re, im] = [0, 0];
    for (let f = 0; f < flips.length; f++, at++) {
      const from = psi + (c ^ (2 * flips[f]!));
      const entry = diagonals + 2 * entries[at]!;
      re += memory[entry]! * memory[from]! - memory[entry + 1]! * memory[from + 1]!;
      im += memory[entry]! * memory[from + 1]! + memory[entry + 1]! * memory[from]!;
    }
    memory[out + c] = memory[out + c]! - factor * im;
    memory[out + c + 1] = memory[out + c + 1]! + factor * re;
  }
}

/** See `FlipSpace.collect`. */
function collect(
  { size, flips, entries }: FlipTable,
  memory: Float64Array,
  products: number,
  bra: number,
  ket: number,
  weight: number,
): void {
  for (let c = 0, at = 0; c < 2 * size; c += 2) {
    const re = weight * memory[bra + c]!;
    const im = weight * memory[bra + c + 1]!;
    for (let f = 0; f < flips.length; f++, at++) {
      const from = ket + (c ^ (2 * flips[f]!));
      const entry = products + 2 * entries[at]!;
      memory[entry] = memory[entry]! + re * memory[from]! + im * memory[from + 1]!;
      memory[entry + 1] = memory[entry + 1]! + re * memory[from + 1]! - im * memory[from]!;
    }
  }
}

/** Numbers on the heap of the compiled kernels. */
export function withFlipsInHeap<Result>(heap: Heap, table: FlipTable, work: (space: FlipSpace) => Result): Result {
  if (table.size < 4) return withFlipsHere(table, work);
  const { kernels } = heap;
  const { flips, offsets } = table;
  return heap.scoped(() => {
    const sums = heap.native === null ? groupedSums(heap, table) : plainSums(heap, heap.native.kernels, table);
    const offsetsAt = heap.reserve(offsets.byteLength);
    heap.words().set(offsets, offsetsAt / 4);
    const pair = heap.reserve(16);
    const zeros = (length: number): number => {
      const address = heap.reserve(8 * length);
      kernels.clear(address, 8 * length);
      return address / 8;
    };
    const sizes = heap.reserve(8 * MOST_TERMS);
    return work({
      zeros,
      room: (length) => heap.reserve(8 * length) / 8,
      put: (values) => heap.copyIn(values) / 8,
      set: (at, values) => heap.numbers().set(values, at),
      clear: (at, length) => kernels.clear(8 * at, 8 * length),
      get: (at, length) => heap.numbers().slice(at, at + length),
      copy: (to, from, length) => kernels.copy(8 * to, 8 * from, 8 * length),
      add: (to, from, length, factor) => kernels.addMultiple(8 * to, 8 * from, length / 2, factor),
      square: (at, length) => {
        kernels.overlap(8 * at, 8 * at, length / 2, pair);
        return heap.numbers()[pair / 8]!;
      },
      evaluate(out, terms, count, length, points) {
        heap.scoped(() => {
          const at = heap.copyIn(Float64Array.from(points));
          kernels.evaluate(8 * out, 8 * terms, count, 8 * length, at, points.length);
        });
      },
      scatter(at, places, values) {
        const numbers = heap.numbers();
        for (let k = 0; k < places.length; k++) {
          const to = at + places[k]!;
          numbers[to] = numbers[to]! + values[k]!;
        }
      },
      gather(at, places) {
        const numbers = heap.numbers();
        const values = new Float64Array(places.length);
        for (let k = 0; k < places.length; k++) values[k] = numbers[at + places[k]!]!;
        return values;
      },
      bound: (diagonals) => kernels.flipBound(8 * diagonals, offsetsAt, flips.length),
      series(at, diagonals, step, { norm, tolerance, most }) {
        const room = Math.min(most, MOST_TERMS);
        const count = sums.series(8 * at, 8 * diagonals, step, norm, tolerance, room, sizes);
        return Array.from(heap.numbers().subarray(sizes / 8, sizes / 8 + count));
      },
      ...sums.flips,
      transform: (diagonals) => kernels.flipTransform(8 * diagonals, offsetsAt, flips.length),
      exchange: (to, from, scales) => kernels.exchange(8 * to, 8 * from, 8 * scales, offsets[flips.length]!),
    });
  });
}

/** Most terms of a series. */
const MOST_TERMS = 512;

/** Sums of flips in kernels; addresses of `series` are in bytes. */
interface FlipSums {
  readonly flips: Pick<FlipSpace, 'act' | 'move' | 'collect' | 'collectBoth'>;
  readonly series: (
    ...arguments_: [
      ...vectors: [terms: number, diagonals: number],
      ...limits: [step: number, norm: number, tolerance: number, most: number],
      sizes: number,
    ]
  ) => number;
}

/** The sums in WebAssembly. */
function groupedSums(heap: Heap, table: FlipTable): FlipSums {
  const { kernels } = heap;
  const sorted = flipGroupsIn(heap, table);
  const bytes = 16 * table.size;
  const flips: FlipSums['flips'] = {
    act: (out, diagonals, psi, factor) => kernels.flipAct(8 * out, 8 * diagonals, 8 * psi, sorted, factor),
    move: (out, H, psi, G, phi) => kernels.flipMove(8 * out, 8 * H, 8 * psi, 8 * G, 8 * phi, sorted),
    collect: (products, bra, ket, weight) => kernels.flipCollect(8 * products, 8 * bra, 8 * ket, sorted, weight),
    collectBoth: (products, bra, ket, bra1, ket1) =>
      kernels.flipCollectBoth(8 * products, 8 * bra, 8 * ket, 8 * bra1, 8 * ket1, sorted),
  };
  return {
    flips,
    series: (terms, diagonals, ...limits) => kernels.flipSeries(terms, bytes, diagonals, sorted, ...limits),
  };
}

/** The sums in native code. */
function plainSums(heap: Heap, kernels: NativeKernels, { size, flips, entries }: FlipTable): FlipSums {
  const put = (values: Int32Array): number => {
    const address = heap.reserve(values.byteLength);
    heap.words().set(values, address / 4);
    return address;
  };
  const plain: PlainFlips = [size, put(flips), put(entries), flips.length];
  const sums: FlipSums['flips'] = {
    act: (out, diagonals, psi, factor) => kernels.flipAct(8 * out, 8 * diagonals, 8 * psi, ...plain, factor),
    move: (out, H, psi, G, phi) => kernels.flipMove(8 * out, 8 * H, 8 * psi, 8 * G, 8 * phi, ...plain),
    collect: (products, bra, ket, weight) => kernels.flipCollect(8 * products, 8 * bra, 8 * ket, ...plain, weight),
    collectBoth: (products, bra, ket, bra1, ket1) =>
      kernels.flipCollectBoth(8 * products, 8 * bra, 8 * ket, 8 * bra1, 8 * ket1, ...plain),
  };
  return {
    flips: sums,
    series: (terms, diagonals, ...limits) => kernels.flipSeries(terms, diagonals, ...plain, ...limits),
  };
}
