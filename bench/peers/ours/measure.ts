/** @file What our programs share with those of the peers: see `bench/peers/programs/measure.py`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createEngine, currentEngine, type EngineKind, useEngine } from 'bulkweave/linalg';

const { BENCH_ENGINE: kind, BENCH_CLOCK: clock } = process.env;
if (kind !== undefined) useEngine(createEngine({ kind: kind as EngineKind }));

/** Seconds of warming up for each second of the steady part, uncounted: compilers optimise meanwhile. */
const WARM = 0.3;

const folder = process.argv[2] ?? '.';

/** What the workload asks for. */
export function given<Arguments = Readonly<Record<string, number>>>(): Arguments {
  return JSON.parse(readFileSync(join(folder, 'arguments.json'), 'utf8'));
}

/** An input, raw float64; complex ones are interleaved. */
export function input(name: string): Float64Array {
  const { buffer, byteOffset, byteLength } = readFileSync(join(folder, `${name}.f64`));
  if (byteOffset % 8 === 0) return new Float64Array(buffer, byteOffset, byteLength / 8);
  return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

/**
 * Times the step and prints the line. `values` reads off the result the numbers on which all programs must agree. Without `warm` a step
 * of more than a second runs twice: for the first result, and for its steady time.
 */
export function measure<Result>(
  step: () => Result,
  values: (result: Result) => Readonly<Record<string, number>>,
  repeat = true,
  warm = true,
): void {
  let result = step();
  const first = Date.now() / 1000 - Number(process.env.BENCH_START);
  const limit = Number(process.env.BENCH_SECONDS);
  const times: number[] = [];
  let spent = 0;
  for (const start = now(); repeat && warm && now() - start < WARM * limit; ) result = step();
  while (repeat && (times.length < 2 || (spent < limit && times.length < 50))) {
    const before = now();
    result = step();
    const seconds = now() - before;
    times.push(seconds);
    spent += seconds;
    if (seconds > 2 * limit) break;
  }
  const engine = kind === undefined ? {} : { engine: currentEngine().name };
  process.stdout.write(
    `${JSON.stringify({ first, times, memory: peakMemory(), values: values(result), ...engine })}\n`,
  );
}

/** Seconds by the clock asked for; that of the processor counts all threads. */
function now(): number {
  if (clock !== 'processor') return performance.now() / 1000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The most memory that this process has had, in bytes. Not `resourceUsage`, which counts its parent's at the fork. */
const peakMemory = (): number => 1024 * Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);

/** √Σ x². */
export const norm = (x: Float64Array): number => Math.sqrt(x.reduce((sum, entry) => sum + entry * entry, 0));

/** 0, 1, …, count − 1. */
export const range = (count: number): number[] => [...new Array(count).keys()];
