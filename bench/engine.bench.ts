/**
 * @file Speed of the engine: `npm run bench -- engine`. The tables of the runner are wall times; the one printed at
 * the end has medians of CPU time, of all threads together, which bear with whatever else the machine does.
 */

import { afterAll, bench, describe } from 'vitest';
import { brickwall } from '../models/brickwall.ts';
import { createHeap } from '../src/engine/heap.ts';
import type { RotationProgram } from '../src/engine/rotation-program.ts';
import { threadCount, threadedExecutor } from '../src/engine/threads.ts';
import { typescriptEngine } from '../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../src/engine/wasm-engine.ts';
import { randomStream } from '../src/linalg/random.ts';
import { bitOperator } from '../src/operator/pauli.ts';

const stream = randomStream(1, 'bench');
const gaussian = (length: number): Float64Array => Float64Array.from({ length: 2 * length }, () => stream.normal());
const engineOf = (threads: number) => {
  const heap = createHeap()!;
  return createWasmEngine(heap, threadedExecutor(heap, threads));
};
const one = engineOf(1);
const all = engineOf(threadCount());

/** Rotations of a brickwall of dense two-qubit gates, depth 4, and the number of its blocks. */
function brickwork(n: number): { readonly program: RotationProgram; readonly blocks: number } {
  const operators = brickwall(n, { depth: 4 }).gates.map(({ word }) => bitOperator(word));
  const words = {
    flip: Int32Array.from(operators, ({ flip }) => flip),
    sign: Int32Array.from(operators, ({ sign }) => sign),
    quarterTurns: Uint8Array.from(operators, ({ quarterTurns }) => quarterTurns),
  };
  const program = { words, angles: Float64Array.from(operators, () => stream.normal()) };
  return { program, blocks: 2 * Math.floor(n / 2) + 2 * Math.floor((n - 1) / 2) };
}

const rows: string[] = [];
const spent = new Map<string, number[]>();
/** CPU milliseconds of this process for one call, kept under its name. */
function timed(name: string, work: () => void): void {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  spent.set(name, [...(spent.get(name) ?? []), (user + system) / 1000]);
}
const report = (name: string, unit: string, value: (milliseconds: number) => number): void => {
  afterAll(() => {
    const times = (spent.get(name) ?? []).toSorted((a, b) => a - b);
    const median = times[times.length >> 1] ?? Number.NaN;
    rows.push(
      `${name.padEnd(44)} ${median.toFixed(2).padStart(10)} ms  ${value(median).toFixed(2).padStart(8)} ${unit}`,
    );
  });
};
const few = { iterations: 7, time: 0, warmupIterations: 2, warmupTime: 0 };

for (const n of [10, 12, 14, 16, 18, 20]) {
  describe(`SU(4) brickwork of depth 4, n = ${n}: gradient of Re⟨λ|ψ⟩`, () => {
    const { program, blocks } = brickwork(n);
    const [zero, lambda] = [gaussian(2 ** n), gaussian(2 ** n)];
    const calls = Math.max(1, 2 ** (14 - n));
    for (const [label, engine] of [
      ['one thread', one],
      [`${threadCount()} threads`, all],
      ...(n <= 14 ? [['TypeScript', typescriptEngine] as const] : []),
    ] as const) {
      const name = `gradient n = ${n}, ${blocks} gates, ${label}`;
      const work = (): void => {
        for (let call = 0; call < calls; call++) {
          engine.pullbackRotations(program, engine.runRotations(program, zero), lambda);
        }
      };
      bench(name, () => timed(name, work), few);
      report(name, 'ns per amplitude and gate', (ms) => (1e6 * ms) / (calls * blocks * 2 ** n));
    }
  });
}

describe('complex matrix products', () => {
  for (const size of [8, 32, 128, 256, 512]) {
    const [a, b] = [gaussian(size * size), gaussian(size * size)];
    const calls = Math.max(1, Math.floor(2 ** 21 / size ** 3));
    const name = `product ${size} × ${size}`;
    const work = (): void => {
      for (let call = 0; call < calls; call++) one.multiply(a, b, size, size, size, false, true);
    };
    bench(name, () => timed(name, work), few);
    report(name, 'GFLOP/s', (ms) => (8 * calls * size ** 3) / (1e6 * ms));
  }
  const rows300 = gaussian(300 * 2 ** 13);
  bench('Gram matrix of 300 vectors of 8192', () => timed('Gram 300 × 8192', () => one.gram(rows300, 300)), few);
  report('Gram 300 × 8192', 'GFLOP/s', (ms) => (4 * 300 * 301 * 2 ** 13) / (1e6 * ms));
});

describe('overhead', () => {
  const { program } = brickwork(2);
  const [zero, lambda] = [gaussian(4), gaussian(4)];
  const name = 'gradient of 24 rotations of 2 qubits, 100 times';
  const work = (): void => {
    for (let call = 0; call < 100; call++) {
      one.pullbackRotations(program, one.runRotations(program, zero), lambda);
    }
  };
  bench(name, () => timed(name, work), few);
  report(name, 'µs for each', (ms) => 10 * ms);
});

afterAll(() => {
  process.stdout.write(`\nmedians of CPU time\n${rows.join('\n')}\n`);
});
