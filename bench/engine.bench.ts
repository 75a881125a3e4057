/**
 * @file Speed of the engine: `npm run bench -- engine`. The tables of the runner are wall times; the lines that this
 * file prints have medians of the CPU time of all threads together, which bears with whatever else the machine does.
 */

import { bench, describe } from 'vitest';
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

const few = { iterations: 7, time: 0, warmupIterations: 2, warmupTime: 0 };

/** A row of the runner's table, and a line with the median CPU time of one call and what follows from it. */
function measure(name: string, unit: string, value: (milliseconds: number) => number, work: () => void): void {
  const times: number[] = [];
  const timed = (): void => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  };
  const teardown = (_task: unknown, mode?: string): void => {
    if (mode === 'warmup') return;
    const median = times.toSorted((a, b) => a - b)[times.length >> 1]!;
    const columns = [name.padEnd(44), `${median.toFixed(2)} ms`.padStart(12), value(median).toFixed(2).padStart(9)];
    process.stdout.write(`${columns.join(' ')} ${unit}\n`);
  };
  bench(name, timed, { ...few, teardown });
}

for (const n of [10, 12, 14, 16, 18, 20]) {
  describe(`SU(4) brickwork of depth 4, n = ${n}: gradient of |⟨t|ψ⟩|²`, () => {
    const { program, blocks } = brickwork(n);
    const target = gaussian(2 ** n);
    const calls = Math.max(1, 2 ** (14 - n));
    for (const [label, engine] of [
      ['one thread', one],
      [`${threadCount()} threads`, all],
      ...(n <= 14 ? [['TypeScript', typescriptEngine] as const] : []),
    ] as const) {
      const name = `gradient n = ${n}, ${blocks} gates, ${label}`;
      const work = (): void => {
        for (let call = 0; call < calls; call++) {
          engine.overlapRotations(program, undefined, target);
        }
      };
      measure(name, 'ns per amplitude and gate', (ms) => (1e6 * ms) / (calls * blocks * 2 ** n), work);
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
    measure(name, 'GFLOP/s', (ms) => (8 * calls * size ** 3) / (1e6 * ms), work);
  }
  const rows300 = gaussian(300 * 2 ** 13);
  const flops = 4 * 300 * 301 * 2 ** 13; // of the upper half
  const gram = (): Float64Array => one.gram(rows300, 300);
  measure('Gram matrix of 300 vectors of 8192', 'GFLOP/s', (ms) => flops / (1e6 * ms), gram);
});

describe('overhead', () => {
  const { program } = brickwork(2);
  const target = gaussian(4);
  const name = 'gradient of 24 rotations of 2 qubits, 100 times';
  const work = (): void => {
    for (let call = 0; call < 100; call++) {
      one.overlapRotations(program, undefined, target);
    }
  };
  measure(name, 'µs for each', (ms) => 10 * ms, work);
});
