/** @file The compiled engine: WebAssembly with 128-bit SIMD, float64. Small problems go to the plain-TypeScript twin. */

import { withFlipsInHeap } from './flip-space.ts';
import type { FusedGate } from './fusion.ts';
import type { Heap } from './heap.ts';
import { jacobiSweeps, type RowKernels } from './jacobi.ts';
import type { BitOperator, Engine, TangentColumns } from './kernels.ts';
import { factorAt, productInHeap } from './matrix-product.ts';
import { planStages, type Stage } from './planner.ts';
import type { RotationProgram, RotationWords } from './rotation-program.ts';
import { runOverlap } from './run-overlap.ts';
import { runProductsInHeap } from './run-products.ts';
import { type Executor, pullbackStages, type Run, runStages, serialExecutor, workspaceBytes } from './run-stages.ts';
import { runTangents } from './run-tangents.ts';
import { type Precision, stateMemory } from './state-memory.ts';
import { typescriptEngine } from './typescript-engine.ts';

/** Least number of complex multiplications for which a copy into the engine's memory pays. */
const SMALL_PRODUCT = 512;
/** Least number of amplitudes for which a copy into the engine's memory pays. */
const SMALL_STATE = 64;
/** Registers of fewer amplitudes than this are left to the twin: the kernels want eight vectors. */
const SMALL_REGISTER = 16;
/** Least number of entries for which a permutation in the engine's memory pays. */
const SMALL_ARRAY = 64;

/** Rows of fewer real numbers are rotated faster where they are. */
const SMALL_ROW = 16;
/** Below this many numbers times rows a Jacobi iteration is faster where it is. */
const SMALL_JACOBI = 1024;

/**
 * The compiled engine in the given memory.
 *
 * @param execute - decides which threads run a stage; default this one alone
 * @param precision - of the states inside `runRotations`, `pullbackRotations` and `overlapRotations`
 */
export function createWasmEngine(
  heap: Heap,
  execute: Executor = serialExecutor(heap),
  precision: Precision = 'float64',
): Engine {
  const { kernels } = heap;
  const states = stateMemory(heap, precision);
  const planned = planMemory();

  function rotateBackward(state: Float64Array, cotangent: Float64Array, operator: BitOperator, angle: number): number {
    if (state.length < 2 * SMALL_STATE) return typescriptEngine.rotateBackward(state, cotangent, operator, angle);
    return heap.scoped(() => {
      const [psi, lambda] = [heap.copyIn(state), heap.copyIn(cotangent)];
      const { flip, sign, quarterTurns } = operator;
      const [cos, sin] = [Math.cos(angle / 2), Math.sin(angle / 2)];
      const bits = bitsOfState(state);
      const im = kernels.rotateWordBackward(psi, lambda, bits, flip, sign, quarterTurns & 3, cos, sin);
      copyBack(heap, psi, state);
      copyBack(heap, lambda, cotangent);
      return im / 2;
    });
  }

  function multiply(
    a: Float64Array,
    b: Float64Array,
    m: number,
    n: number,
    k: number,
    adjointA: boolean,
    adjointB: boolean,
  ): Float64Array {
    if (m * n * k < SMALL_PRODUCT || Math.min(m, n) === 1) {
      return typescriptEngine.multiply(a, b, m, n, k, adjointA, adjointB);
    }
    return heap.scoped(() => {
      const left = heap.copyIn(a);
      const right = a === b ? left : heap.copyIn(b);
      const product = heap.reserve(16 * m * n);
      const factors = [factorAt(left, m, k, adjointA), factorAt(right, k, n, adjointB)] as const;
      productInHeap(heap, execute, [m, n, k], ...factors, product);
      return heap.copyOut(product, 2 * m * n);
    });
  }

  function gram(rows: Float64Array, count: number): Float64Array {
    if (rows.length * count < SMALL_PRODUCT) return typescriptEngine.gram(rows, count);
    return heap.scoped(() => {
      const length = rows.length / 2 / count;
      const at = heap.copyIn(rows);
      const product = heap.reserve(16 * count * count);
      const bra = [at, 16 * length, 16, 1] as const;
      const ket = [at, 16, 16 * length, 0] as const;
      productInHeap(heap, execute, [count, count, length], bra, ket, product, true);
      kernels.mirror(product, count);
      return heap.copyOut(product, 2 * count * count);
    });
  }

  function jacobi(rows: Float64Array, count: number, length: number, tolerance: number, mostSweeps: number): void {
    if (rows.length * count < SMALL_JACOBI) {
      typescriptEngine.jacobi(rows, count, length, tolerance, mostSweeps);
      return;
    }
    heap.scoped(() => {
      const at = heap.copyIn(rows);
      const pair = heap.reserve(16);
      const bytes = rows.byteLength / count;
      const numbers = heap.numbers();
      const overlap = (p: number, q: number): readonly [number, number] => {
        kernels.overlapRows(at + p * bytes, at + q * bytes, length, pair);
        return [numbers[pair / 8]!, numbers[pair / 8 + 1]!];
      };
      const row: RowKernels = {
        lengthSquared: (p) => overlap(p, p)[0],
        overlap,
        rotate: (p, q, cos, sin, x, y) => {
          kernels.rotate(at + p * bytes, at + q * bytes, at + (p + 1) * bytes, cos, sin, x, y);
        },
      };
      jacobiSweeps(row, count, tolerance, mostSweeps);
      copyBack(heap, at, rows);
    });
  }

  function rotateRows(rows: Float64Array, count: number, rotations: Float64Array): void {
    const width = rows.length / Math.max(1, count);
    if (width < SMALL_ROW) {
      typescriptEngine.rotateRows(rows, count, rotations);
      return;
    }
    heap.scoped(() => {
      const bytes = 16 * Math.ceil(width / 2); // whole vectors of two numbers
      const at = heap.reserve(bytes * count);
      const numbers = heap.numbers();
      const place = (row: number): number => (at + row * bytes) / 8;
      for (let row = 0; row < count; row++) {
        numbers.set(rows.subarray(row * width, (row + 1) * width), place(row));
        if (width % 2 === 1) numbers[place(row) + width] = 0;
      }
      for (let r = 0; r < rotations.length; r += 3) {
        const a = at + rotations[r]! * bytes;
        kernels.rotateReal(a, a + bytes, a + bytes, rotations[r + 1]!, rotations[r + 2]!);
      }
      for (let row = 0; row < count; row++) {
        rows.set(numbers.subarray(place(row), place(row) + width), row * width);
      }
    });
  }

  function permute(array: Float64Array, shape: readonly number[], axes: readonly number[]): Float64Array {
    const steps = mergedSteps(shape, axes);
    if (steps.length <= 1) return array.slice();
    if (array.length < 2 * SMALL_ARRAY) return typescriptEngine.permute(array, shape, axes);
    return heap.scoped(() => {
      const from = heap.copyIn(array);
      const to = heap.reserve(array.byteLength);
      const table = heap.reserve(12 * steps.length);
      heap.words().set(
        steps.flatMap(([extent, stride]) => [extent, 16 * stride, 0]),
        table / 4,
      );
      kernels.permute(to, from, steps.length, table);
      return heap.copyOut(to, array.length);
    });
  }

  const runOn = (program: RotationProgram, state: Float64Array): Run => ({
    ...{ heap, states, execute, program },
    registerBits: bitsOfState(state),
  });

  function runRotations(program: RotationProgram, state: Float64Array): Float64Array {
    if (state.length < 2 * SMALL_REGISTER) return typescriptEngine.runRotations(program, state);
    return heap.scoped(() => {
      const run = runOn(program, state);
      const { stages } = planned(program.words, run.registerBits);
      heap.demand((states.amplitudeBytes * state.length) / 2 + workspaceBytes(stages, run.registerBits, false));
      const psi = states.copyIn(state);
      runStages(run, stages, psi, 'forward');
      return states.copyOut(psi, state.length);
    });
  }

  function pullbackRotations(program: RotationProgram, state: Float64Array, cotangent: Float64Array): Float64Array {
    if (state.length < 2 * SMALL_REGISTER) return typescriptEngine.pullbackRotations(program, state, cotangent);
    return heap.scoped(() => {
      const run = runOn(program, state);
      const { stages } = planned(program.words, run.registerBits);
      heap.demand(states.amplitudeBytes * state.length + workspaceBytes(stages, run.registerBits, true));
      const both = [states.copyIn(state), states.copyIn(cotangent)] as const;
      return pullbackStages(run, stages, both, false);
    });
  }

  function tangentRotations(
    program: RotationProgram,
    state: Float64Array,
    columns: TangentColumns,
  ): readonly Float64Array[] {
    if (state.length < 2 * SMALL_REGISTER) return typescriptEngine.tangentRotations(program, state, columns);
    return heap.scoped(() => {
      const bits = bitsOfState(state);
      heap.demand((columns.count + 2) * state.byteLength);
      const psi = heap.copyIn(state);
      const tangents = runTangents(heap, planned(program.words, bits).gates, program, psi, bits, columns);
      return tangents.map((at) => (at === 0 ? new Float64Array(state.length) : heap.copyOut(at, state.length)));
    });
  }

  const overlapRotations: Engine['overlapRotations'] = (program, initial, target) => {
    if (target.length < 2 * SMALL_REGISTER) return typescriptEngine.overlapRotations(program, initial, target);
    return heap.scoped(() => {
      const { stages } = planned(program.words, bitsOfState(target));
      return runOverlap(heap, states, execute, stages, program, initial, target);
    });
  };

  return {
    name: precision === 'float64' ? 'wasm' : 'wasm-float32',
    description: `WebAssembly, ${precision}`,
    // One pass over a state costs as much as its way into the engine's memory and back: these stay where it is.
    rotate: typescriptEngine.rotate,
    accumulate: typescriptEngine.accumulate,
    sandwich: typescriptEngine.sandwich,
    rotateBackward,
    multiply,
    gram,
    jacobi,
    rotateRows,
    withFlips: (table, work) => withFlipsInHeap(heap, table, work),
    permute,
    runProducts: (program, inputs) => runProductsInHeap(heap, execute, program, inputs),
    runRotations,
    pullbackRotations,
    overlapRotations,
    tangentRotations,
  };
}

const bitsOfState = (state: Float64Array | Float32Array): number => Math.log2(state.length / 2);

function copyBack(heap: Heap, from: number, to: Float64Array): void {
  to.set(heap.numbers().subarray(from / 8, from / 8 + to.length));
}

interface Plan {
  readonly stages: readonly Stage[];
  readonly gates: readonly FusedGate[];
}

/** Plans, kept as long as the arrays of their words. */
function planMemory(): (words: RotationWords, registerBits: number) => Plan {
  const plans = new WeakMap<RotationWords, Map<number, Plan>>();
  return (words, registerBits) => {
    const known = plans.get(words) ?? new Map<number, Plan>();
    plans.set(words, known);
    const found = known.get(registerBits);
    if (found !== undefined) return found;
    const stages = planStages(words, registerBits);
    const plan = { stages, gates: stages.flatMap(({ gates }) => gates) };
    known.set(registerBits, plan);
    return plan;
  };
}

/** Extent and input stride of the output's axes, after joining neighbours that stay together and dropping trivial ones. */
function mergedSteps(shape: readonly number[], axes: readonly number[]): readonly (readonly [number, number])[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let j = shape.length - 2; j >= 0; j--) strides[j] = strides[j + 1]! * shape[j + 1]!;
  const steps: (readonly [number, number])[] = [];
  for (const axis of axes) {
    const [extent, stride] = [shape[axis]!, strides[axis]!];
    const before = steps.at(-1);
    if (extent === 1) continue;
    if (before !== undefined && before[1] === extent * stride) steps[steps.length - 1] = [before[0] * extent, stride];
    else steps.push([extent, stride]);
  }
  return steps;
}
