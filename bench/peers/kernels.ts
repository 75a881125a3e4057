/**
 * @file Prints the limits of this processor, measured, and the share of them that kernels reach, by WebAssembly and by native code: a
 * section of the page. Arguments are the engines. Times are the least of processor time over turns, one thread.
 */

import { cpus } from 'node:os';
import process from 'node:process';
import { createEngine, useEngine } from '../../src/engine/engine.ts';
import { createHeap, type Heap } from '../../src/engine/heap.ts';
import { nativeHeap } from '../../src/engine/native-heap.ts';
import { relaxedHeap } from '../../src/engine/relaxed-heap.ts';
import { measureLimits } from '../limits.ts';
import { leastTimes } from '../measure.ts';
import { time } from './comparison.ts';
import { WORKS, type Work } from './kernel-works.ts';

/** What a processor can do: GFLOP/s in registers, and GB/s read and written in an array of some bytes. */
interface Limits {
  readonly arithmetic: number;
  readonly bandwidth: (bytes: number) => number;
}

const ROUNDS = 15;
/** Milliseconds of a turn, at least. */
const TURN = 2;

/** Least milliseconds of processor time of a call. */
async function least(work: () => unknown): Promise<number> {
  const before = performance.now();
  work();
  const calls = Math.max(1, Math.ceil(TURN / Math.max(1e-4, performance.now() - before)));
  const repeated = (): void => {
    for (let call = 0; call < calls; call++) work();
  };
  const [found] = await leastTimes([repeated], ROUNDS);
  return found!.processor / calls;
}

const SIZES = [2 ** 17, 2 ** 23, 2 ** 27];
const sizeOf = (bytes: number): number => (bytes <= 2 ** 19 ? 0 : bytes <= 2 ** 24 ? 1 : 2);

async function nativeLimits({ native, ...heap }: Heap): Promise<Limits> {
  const { arithmetic, rescale } = native!.kernels;
  const rounds = 20_000;
  const at = heap.copyIn(new Float64Array(SIZES.at(-1)! / 8).fill(1));
  const flops = 24 * native!.width * rounds;
  const rate = flops / (1e6 * (await least(() => arithmetic(rounds))));
  const rates: number[] = [];
  for (const bytes of SIZES) rates.push((2 * bytes) / (1e6 * (await least(() => rescale(at, bytes / 8, 1)))));
  return { arithmetic: rate, bandwidth: (bytes) => rates[sizeOf(bytes)]! };
}

async function wasmLimits(): Promise<Limits> {
  const { float64, bandwidth } = await measureLimits(createHeap());
  return { arithmetic: float64, bandwidth };
}

/** The share of the time that arithmetic or memory alone would take; empty where nothing is counted. */
function share({ flops, bytes, size }: Work, milliseconds: number, { arithmetic, bandwidth }: Limits): string {
  const alone = Math.max(flops / arithmetic, bytes / bandwidth(size || 1)) / 1e6;
  return alone === 0 ? '' : `${(100 * (alone / milliseconds)).toFixed(0)} %`;
}

const rate = (flops: number, milliseconds: number): string =>
  flops === 0 ? '' : (flops / (1e6 * milliseconds)).toFixed(1);

/** An engine, heaps with its kernels, and its limits. */
async function columnOf(kind: 'wasm-relaxed' | 'native') {
  const engine = createEngine({ kind, threads: 1 });
  const heapOf = kind === 'native' ? nativeHeap : relaxedHeap;
  const newHeap = (): Heap => heapOf(createHeap());
  return { engine, newHeap, limits: await (kind === 'native' ? nativeLimits(newHeap()) : wasmLimits()) };
}

const kinds = process.argv.slice(2).map((name) => (name === 'native' ? name : 'wasm-relaxed'));
const columns: Awaited<ReturnType<typeof columnOf>>[] = [];
for (const kind of kinds) columns.push(await columnOf(kind));
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const cells = (list: readonly string[]): boolean => print(`| ${list.join(' | ')} |`);

print(
  `${cpus()[0]?.model.trim()}; one thread, the least processor time of ${ROUNDS} turns. The limits were measured in the same run: sums of`,
);
print(
  'products from registers, and an array multiplied in place. Of its limit: the time that arithmetic, or memory, alone would take.\n',
);
cells(['limit', ...columns.map(({ engine }) => engine.name)]);
print(`|---${'|---'.repeat(columns.length)}|`);
cells(['numbers in a vector', ...columns.map(({ newHeap }) => String(newHeap().native?.width ?? 2))]);
cells(['sums of products', ...columns.map(({ limits }) => `${limits.arithmetic.toFixed(1)} GFLOP/s`)]);
for (const [name, bytes] of [
  ['read and write, second-level cache', 2 ** 17],
  ['read and write, third-level cache', 2 ** 23],
  ['read and write, memory', 2 ** 27],
] as const) {
  cells([name, ...columns.map(({ limits }) => `${limits.bandwidth(bytes).toFixed(0)} GB/s`)]);
}
print('');
cells(['kernel', ...columns.flatMap(({ engine }) => [engine.name, 'GFLOP/s', 'of its limit'])]);
print(`|---${'|---|---|---'.repeat(columns.length)}|`);
for (const work of WORKS) {
  const found: string[] = [];
  for (const { engine, newHeap, limits } of columns) {
    useEngine(engine);
    const milliseconds = await least(work.make(newHeap()));
    found.push(time(milliseconds / 1000), rate(work.flops, milliseconds), share(work, milliseconds, limits));
  }
  cells([work.name, ...found]);
}
