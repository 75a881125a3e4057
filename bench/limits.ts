/** @file What this processor can do inside WebAssembly, measured in the same run as the kernels. */

import type { Heap } from '../src/engine/heap.ts';
import { leastTimes } from './measure.ts';

export interface Limits {
  /** GFLOP/s of 128-bit products and sums in float64 and float32, one thread. */
  readonly float64: number;
  readonly float32: number;
  /** GB/s, read and written, of arrays of so many bytes. */
  readonly bandwidth: (bytes: number) => number;
}

const ROUNDS = 20_000;
/** In the second-level cache, the third, and none. */
const SIZES = [2 ** 17, 2 ** 23, 2 ** 28];

/** Measures the limits in a few seconds. */
export async function measureLimits(heap: Heap): Promise<Limits> {
  const { kernels } = heap;
  const at = heap.reserve(SIZES.at(-1)!);
  heap.numbers().fill(1, at / 8, (at + SIZES.at(-1)!) / 8);
  const passes = SIZES.map((bytes) => Math.max(1, 2 ** 24 / bytes));
  const sweeps = SIZES.map((bytes, k) => () => {
    for (let pass = 0; pass < passes[k]!; pass++) kernels.rescale(at, bytes, 1);
  });
  const arithmetic = [() => kernels.multiplyAdd(ROUNDS), () => kernels.multiplyAdd32(ROUNDS)];
  const [double, single, ...memory] = await leastTimes([...arithmetic, ...sweeps], 30);
  const rates = SIZES.map((bytes, k) => (2 * bytes * passes[k]!) / (1e6 * memory[k]!.wall));
  return {
    float64: (48 * ROUNDS) / (1e6 * double!.wall),
    float32: (96 * ROUNDS) / (1e6 * single!.wall),
    bandwidth: (bytes) => rates[bytes <= 2 ** 19 ? 0 : bytes <= 2 ** 24 ? 1 : 2]!,
  };
}

/** Share of its limit that a kernel reaches: the time that arithmetic or memory alone would take, by that it takes. */
export function share(
  limits: Limits,
  milliseconds: number,
  { flops, bytes, size, single = false }: { flops: number; bytes: number; size: number; single?: boolean },
): number {
  const arithmetic = flops / (single ? limits.float32 : limits.float64);
  return Math.max(arithmetic, bytes / limits.bandwidth(size)) / (1e6 * milliseconds);
}
