/**
 * @file Speed of the engine and its share of what the machine can do: `npm run bench -- engine`, after `npm run build`.
 * The tables are the lines that this file prints; all times are the least of many turns.
 */

import { execFileSync } from 'node:child_process';
import { bench, describe } from 'vitest';
import { brickwall } from '../models/brickwall.ts';
import { fuse } from '../src/engine/fusion.ts';
import { createHeap } from '../src/engine/heap.ts';
import { MOST_THREADS } from '../src/engine/limits.ts';
import type { RotationProgram, RotationWords } from '../src/engine/rotation-program.ts';
import type { Precision } from '../src/engine/state-memory.ts';
import { coreCount, threadedExecutor } from '../src/engine/threads.ts';
import { typescriptEngine } from '../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../src/engine/wasm-engine.ts';
import { randomStream } from '../src/linalg/random.ts';
import { bitOperator } from '../src/operator/pauli.ts';
import { type Limits, measureLimits, share } from './limits.ts';
import { leastTimes, printRow } from './measure.ts';
import { compileThreeQubitGate } from './three-qubit.ts';

const stream = randomStream(1, 'bench');
const gaussian = (length: number): Float64Array => Float64Array.from({ length: 2 * length }, () => stream.normal());
const engineOf = (threads: number, precision: Precision = 'float64') => {
  const heap = createHeap();
  return createWasmEngine(heap, threadedExecutor(heap, threads), precision);
};
const one = engineOf(1);
const threads = Math.min(coreCount(), MOST_THREADS);
const all = engineOf(threads);
const single = engineOf(1, 'float32');
const heap = createHeap();
let limits: Limits;

/** One task for the runner, which prints its own tables. */
const task = (name: string, work: () => void | Promise<void>): void =>
  bench(name, work, { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 });

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

/**
 * Operations of a gradient per amplitude: 32 for each application of a two-qubit gate to a state, and as many for its
 * environment. Closing gates act on the target once, opening ones on the state; the others on the state, and backwards
 * on both.
 */
function gradientFlops(words: RotationWords): number {
  return fuse(words).reduce((sum, { opening, closing }) => sum + (opening || closing ? 64 : 128), 0);
}

describe('limits inside WebAssembly', () => {
  task('limits', async () => {
    limits = await measureLimits(heap);
    printRow('sums and products, 128 bits, float64', [limits.float64, 'GFLOP/s', 1]);
    printRow('sums and products, 128 bits, float32', [limits.float32, 'GFLOP/s', 1]);
    for (const [name, bytes] of [
      ['second-level cache', 2 ** 17],
      ['third-level cache', 2 ** 23],
      ['memory', 2 ** 28],
    ] as const) {
      printRow(`read and write, ${name}`, [limits.bandwidth(bytes), 'GB/s', 0]);
    }
  });
});

describe('kernels on 2^13 amplitudes, one thread', () => {
  const bits = 13;
  const size = 2 ** (bits + 4);
  task('kernels', async () => {
    const { kernels } = heap;
    const { applyThree } = await compileThreeQubitGate(heap.memory);
    const [x, y, table, out] = [heap.reserve(size), heap.reserve(size), heap.reserve(2048), heap.reserve(64)];
    for (const at of [x, y]) heap.numbers().set(gaussian(2 ** bits), at / 8);
    const unitary = (d: number): void => {
      heap.numbers().fill(0, table / 8, table / 8 + 4 * d * d);
      for (let j = 0; j < d; j++) {
        heap.numbers()[table / 8 + 4 * d * j + 2 * j] = 1; // U_jj = 1, then iU_jj = i
        heap.numbers()[table / 8 + 4 * d * j + 2 * d + 2 * j + 1] = 1;
      }
    };
    const rows = [
      ['two-qubit gate on bits 5, 6', 32, 2, 4, () => kernels.applyTwo(x, bits, 5, 6, table)],
      ['two-qubit gate on bits 0, 1', 32, 2, 4, () => kernels.applyTwo(x, bits, 0, 1, table)],
      ['three-qubit gate on bits 0, 1, 2', 64, 2, 8, () => applyThree(x, bits, table)],
      ['one-qubit gate on bit 5', 16, 2, 2, () => kernels.applyOne(x, bits, 5, table)],
      ['diagonal rotation', 6, 2, 0, () => kernels.rotateWord(x, bits, 0, 37, 0, 0.6, 0.8)],
      ['rotation that flips bits', 6, 2, 0, () => kernels.rotateWord(x, bits, 37, 5, 2, 0.6, 0.8)],
      ['its adjoint step', 16, 4, 0, () => kernels.rotateWordBackward(x, y, bits, 37, 5, 2, 0.6, 0.8)],
      ['overlap', 8, 2, 0, () => kernels.overlap(x, y, 2 ** bits, out)],
      ['y + z x', 8, 3, 0, () => kernels.addScaled(y, x, 2 ** bits, 1e-9, 0)],
    ] as const;
    for (const [name, flops, passes, dimension, kernel] of rows) {
      unitary(dimension);
      const [time] = await leastTimes([() => Array.from({ length: 20 }, kernel)], 50);
      const milliseconds = time!.wall / 20;
      const work = { flops: flops * 2 ** bits, bytes: passes * size, size };
      const nanoseconds = (1e6 * milliseconds) / 2 ** bits;
      printRow(name, [nanoseconds, 'ns per amplitude'], [100 * share(limits, milliseconds, work), '% of its limit', 0]);
    }
  });
});

for (const n of [10, 12, 14, 16, 18, 20, 22]) {
  describe(`SU(4) brickwork of depth 4, n = ${n}: gradient of |⟨t|ψ⟩|²`, () => {
    task(`gradient n = ${n}`, async () => {
      const { program, blocks } = brickwork(n);
      const target = gaussian(2 ** n);
      const calls = Math.max(1, 2 ** (14 - n));
      const engines = [
        ['one thread', one, false],
        ...(n >= 17 ? [[`${threads} threads`, all, false] as const] : []),
        ['float32, one thread', single, true],
        ...(n <= 12 ? [['TypeScript', typescriptEngine, false] as const] : []),
      ] as const;
      const works = engines.map(([, engine]) => (): void => {
        for (let call = 0; call < calls; call++) engine.overlapRotations(program, undefined, target);
      });
      const times = await leastTimes(works, n >= 20 ? 9 : 25);
      engines.forEach(([label, , narrow], k) => {
        const { wall, processor } = times[k]!;
        const flops = calls * gradientFlops(program.words) * 2 ** n;
        const speedup = times[0]!.wall / wall;
        printRow(
          `gradient n = ${n}, ${blocks} gates, ${label}`,
          [wall / calls, 'ms', 3],
          [(1e6 * processor) / (calls * blocks * 2 ** n), 'ns of processor per amplitude and gate'],
          label.endsWith(' threads')
            ? [speedup, 'times as fast']
            : [100 * share(limits, processor, { flops, bytes: 0, size: 0, single: narrow }), '% of the arithmetic', 0],
        );
      });
    });
  });
}

describe('complex matrix products', () => {
  for (const size of [8, 32, 128, 256, 512]) {
    task(`product ${size} × ${size}`, async () => {
      const [a, b] = [gaussian(size * size), gaussian(size * size)];
      const calls = Math.max(1, Math.floor(2 ** 21 / size ** 3));
      const work = (): void => {
        for (let call = 0; call < calls; call++) one.multiply(a, b, size, size, size, false, true);
      };
      const [time] = await leastTimes([work], 20);
      const rate = (8 * calls * size ** 3) / (1e6 * time!.processor);
      printRow(`product ${size} × ${size}`, [rate, 'GFLOP/s'], [(100 * rate) / limits.float64, '% of its limit', 0]);
    });
  }
  task('Gram matrix', async () => {
    const rows = gaussian(300 * 2 ** 13);
    const [time] = await leastTimes([() => one.gram(rows, 300)], 7);
    const rate = (4 * 300 * 301 * 2 ** 13) / (1e6 * time!.processor); // of the upper half
    const columns = [
      [time!.processor, 'ms'],
      [rate, 'GFLOP/s'],
      [(100 * rate) / limits.float64, '% of its limit', 0],
    ] as const;
    printRow('Gram matrix of 300 vectors of 8192', ...columns);
  });
});

describe('overhead', () => {
  task('overhead', async () => {
    for (const n of [2, 4, 6]) {
      const { program } = brickwork(n);
      const target = gaussian(2 ** n);
      const rotations = program.angles.length;
      const work = (): void => {
        for (let call = 0; call < 100; call++) one.overlapRotations(program, undefined, target);
      };
      const [time] = await leastTimes([work], 30);
      printRow(`gradient of ${rotations} rotations of ${n} qubits`, [10 * time!.processor, 'µs']);
    }
  });
});

describe('memory of a process', () => {
  task('memory', async () => {
    for (const [qubits, precision, target] of [
      [24, 'float64', 'float64'],
      [24, 'float64', 'float32'],
      [24, 'float32', 'float32'],
    ] as const) {
      const script = new URL('peak-memory.mjs', import.meta.url).pathname;
      const text = execFileSync(process.execPath, [script, `${qubits}`, precision, target], { encoding: 'utf8' });
      const { mebibytes, seconds } = JSON.parse(text) as { mebibytes: number; seconds: number };
      printRow(`gradient n = ${qubits}, ${precision}, target ${target}`, [mebibytes, 'MiB', 0], [seconds, 's', 1]);
    }
  });
});
