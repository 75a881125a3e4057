/** @file What this processor can do inside WebAssembly, measured in the same run as the kernels. */

import type { Heap } from '../src/engine/heap.ts';
import { compileKernels } from './compile-kernels.ts';
import { leastTimes } from './measure.ts';

export interface Limits {
  /** GFLOP/s of 128-bit products and sums in float64 and float32, one thread. */
  readonly float64: number;
  readonly float32: number;
  /** GB/s, read and written, for arrays of the given number of bytes. */
  readonly bandwidth: (bytes: number) => number;
}

/** Sums and products that do not wait for each other, all in registers; and a pass over memory. */
const arithmetic = (name: string, type: 'f64' | 'f32', repeats: number): string => `
export function ${name}(rounds: i32): f64 {
  const u = v128.splat<${type}>(<${type}>1), v = v128.splat<${type}>(<${type}>1e-9);
  let ${[0, 1, 2, 3, 4, 5].map((i) => `a${i} = v, m${i} = u`).join(', ')};
  for (let k = 0; k < rounds; k++) {
    ${[0, 1, 2, 3, 4, 5]
      .map((i) => `a${i} = v128.add<${type}>(a${i}, v), m${i} = v128.mul<${type}>(m${i}, u);\n    `)
      .join('')
      .repeat(repeats)}
  }
  let s = v;
  ${[0, 1, 2, 3, 4, 5].map((i) => `s = v128.add<${type}>(s, v128.add<${type}>(a${i}, m${i}));`).join('\n  ')}
  return f64x2.extract_lane(s, 0);
}`;

const SOURCE = `${arithmetic('double1', 'f64', 1)}${arithmetic('double2', 'f64', 2)}
${arithmetic('single1', 'f32', 1)}${arithmetic('single2', 'f32', 2)}
export function rescale(x: usize, bytes: usize): void {
  const u = f64x2.splat(1);
  for (const end = x + bytes; x < end; x += 64) {
    const a = v128.load(x), b = v128.load(x, 16), c = v128.load(x, 32), d = v128.load(x, 48);
    v128.store(x, f64x2.mul(a, u)), v128.store(x, f64x2.mul(b, u), 16);
    v128.store(x, f64x2.mul(c, u), 32), v128.store(x, f64x2.mul(d, u), 48);
  }
}`;

type Kernel = 'double1' | 'double2' | 'single1' | 'single2';
type LimitKernels = Record<Kernel, (rounds: number) => number> & { rescale(x: number, bytes: number): void };

const ROUNDS = 20_000;
/** In the second-level cache, the third, and none. */
const SIZES = [2 ** 17, 2 ** 23, 2 ** 28];

/**
 * Measures the limits in a few seconds. The units are the same for both precisions, and where a loop lies in memory
 * matters, so the fastest of four loops counts.
 */
export async function measureLimits(heap: Heap): Promise<Limits> {
  const kernels = await compileKernels<LimitKernels>(SOURCE, heap.memory);
  const at = heap.reserve(SIZES.at(-1)!);
  heap.numbers().fill(1, at / 8, (at + SIZES.at(-1)!) / 8);
  const passes = SIZES.map((bytes) => Math.max(1, 2 ** 24 / bytes));
  const sweeps = SIZES.map((bytes, k) => () => {
    for (let pass = 0; pass < passes[k]!; pass++) kernels.rescale(at, bytes);
  });
  const loops = (['double1', 'double2', 'single1', 'single2'] as const).map((name) => () => kernels[name](ROUNDS));
  const times = await leastTimes([...loops, ...sweeps], 50);
  const rates = SIZES.map((bytes, k) => (2 * bytes * passes[k]!) / (1e6 * times[4 + k]!.wall));
  const vectors = Math.max(...[12, 24, 12, 24].map((each, k) => (each * ROUNDS) / (1e6 * times[k]!.wall)));
  return {
    float64: 2 * vectors,
    float32: 4 * vectors,
    bandwidth: (bytes) => rates[bytes <= 2 ** 19 ? 0 : bytes <= 2 ** 24 ? 1 : 2]!,
  };
}

/**
 * Share of its limit that a kernel reaches: the time that arithmetic or memory alone would take, divided by the time it
 * takes.
 */
export function share(
  limits: Limits,
  milliseconds: number,
  { flops, bytes, size, single = false }: { flops: number; bytes: number; size: number; single?: boolean },
): number {
  const arithmetic = flops / (single ? limits.float32 : limits.float64);
  return Math.max(arithmetic, bytes / limits.bandwidth(size)) / (1e6 * milliseconds);
}
