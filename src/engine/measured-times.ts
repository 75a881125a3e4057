/** @file The model of time of this machine and this engine, from a few programs of some milliseconds. */

import { currentEngine } from './engine.ts';
import type { Engine } from './kernels.ts';
import type { Instruction, ProductProgram } from './product-program.ts';
import { STANDARD_TIMES, type TimeModel } from './time-model.ts';

/** Runs of every program, of which the fastest counts. */
const RUNS = 5;

const known = new WeakMap<Engine, TimeModel>();

/**
 * The times of the engine in use, measured when first asked for, in some thirty milliseconds, and kept. Choices made by it
 * differ from machine to machine and from run to run; where bits must repeat take `STANDARD_TIMES`.
 */
export function measuredTimeModel(): TimeModel {
  const engine = currentEngine();
  const found = known.get(engine);
  if (found !== undefined) return found;
  const model = measured(engine);
  known.set(engine, model);
  return model;
}

function measured(engine: Engine): TimeModel {
  const time = (instruction: Instruction, sizes: readonly number[], repeats: number): number =>
    nanosecondsOf(engine, instruction, sizes, repeats);
  const call = time(product(1, 1, 1), [1, 1, 1], 400);
  const cube = time(product(64, 64, 64), [4096, 4096, 4096], 4);
  const thin = time(product(4096, 2, 2), [8192, 4, 8192], 20);
  // Two equations: cube = call + 64³ a + 3·64² e, thin = call + 2¹⁴ a + 16388 e.
  const [c, t] = [Math.max(0, cube - call), Math.max(0, thin - call)];
  const determinant = 64 ** 3 * 16388 - 3 * 64 ** 2 * 2 ** 14;
  const multiplyAdd = (c * 16388 - t * 3 * 64 ** 2) / determinant;
  const entry = (64 ** 3 * t - 2 ** 14 * c) / determinant;
  const moved = time(transposition(128), [2 ** 14, 2 ** 14], 10) / 2 ** 14;
  const movedFar = time(transposition(512), [2 ** 18, 2 ** 18], 1) / 2 ** 18;
  return {
    multiplyAdd: plausible(multiplyAdd, STANDARD_TIMES.multiplyAdd),
    entry: plausible(entry, STANDARD_TIMES.entry),
    moved: plausible(moved, STANDARD_TIMES.moved),
    movedFar: plausible(movedFar, STANDARD_TIMES.movedFar),
    call: plausible(call, STANDARD_TIMES.call),
  };
}

/** Within a factor of a hundred of the standard: another program may interrupt a measurement. */
const plausible = (time: number, standard: number): number => Math.min(100 * standard, Math.max(standard / 100, time));

const product = (rows: number, inner: number, columns: number): Instruction => ({
  kind: 'product',
  ...{ to: 2, left: 0, right: 1 },
  ...{ batch: 1, rows, inner, columns },
  ...{ adjointLeft: false, adjointRight: false },
});

/** A square matrix transposed. */
const transposition = (extent: number): Instruction => ({
  kind: 'copy',
  to: 1,
  from: 0,
  axes: [
    { extent, to: extent, from: 1 },
    { extent, to: 1, from: extent },
  ],
});

/** Time of one instruction: that of a program of many less that of a program of none. */
function nanosecondsOf(engine: Engine, instruction: Instruction, sizes: readonly number[], repeats: number): number {
  const given = instruction.kind === 'product' ? sizes.slice(0, 2) : sizes.slice(0, 1);
  const inputs = given.map((size) => Float64Array.from({ length: 2 * size }, (_, k) => Math.sin(k + 1)));
  const outputs = [sizes.length - 1];
  const programOf = (count: number): ProductProgram => ({
    inputs: inputs.length,
    sizes,
    instructions: new Array<Instruction>(count).fill(instruction),
    outputs,
  });
  const [none, many] = [0, repeats].map((count) => {
    const program = programOf(count);
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < RUNS; run++) {
      const begin = performance.now();
      engine.runProducts(program, inputs);
      least = Math.min(least, performance.now() - begin);
    }
    return least;
  });
  return (1e6 * (many! - none!)) / repeats;
}
