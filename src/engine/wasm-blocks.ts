/** @file Circuits of blocks in the memory of the compiled engine. Their states are float64. */

import type { BlockProgram, BlockUnitaries } from './block-program.ts';
import { blockMatrix, MATRIX_NUMBERS, VALUE_NUMBERS } from './block-program.ts';
import { denseGates } from './fusion.ts';
import type { Heap } from './heap.ts';
import type { Engine } from './kernels.ts';
import { type Stage, stagesOf } from './planner.ts';
import { type Executor, type GateReader, pullbackStages, type Run, runStages, workspaceBytes } from './run-stages.ts';
import { stateMemory } from './state-memory.ts';
import { typescriptEngine } from './typescript-engine.ts';

/** Registers of fewer amplitudes than this are left to the twin: the kernels want eight vectors. */
const SMALL_REGISTER = 16;

type Kernels = 'exponentiate' | 'runBlocks' | 'pullbackBlocks';

/** The kernels of circuits of blocks, on the threads of an executor. */
export function blockKernels(heap: Heap, execute: Executor): Pick<Engine, Kernels> {
  const states = stateMemory(heap, 'float64');
  const { exponentiate, exponentiateBack } = heap.kernels;
  const stagesOn = planMemory();
  const runOn = (blocks: BlockProgram, unitaries: BlockUnitaries, state: Float64Array): Run => ({
    ...{ heap, states, execute, registerBits: Math.log2(state.length / 2) },
    matrixOf: ({ members }) => blockMatrix(blocks, unitaries, members[0]!),
  });
  return {
    exponentiate: (blocks, coefficients) =>
      heap.scoped(() => {
        const count = blocks.bits.length;
        const [gates, h] = [heap.reserve(listed(blocks).byteLength), heap.copyIn(coefficients)];
        const [matrices, vectors] = [
          heap.reserve(8 * MATRIX_NUMBERS * count),
          heap.reserve(8 * MATRIX_NUMBERS * count),
        ];
        const [values, scratch] = [heap.reserve(8 * VALUE_NUMBERS * count), heap.reserve(8 * MATRIX_NUMBERS)];
        heap.words().set(listed(blocks), gates / 4);
        exponentiate(gates, count, h, matrices, vectors, values, scratch);
        return {
          matrices: heap.copyOut(matrices, MATRIX_NUMBERS * count),
          vectors: heap.copyOut(vectors, MATRIX_NUMBERS * count),
          values: heap.copyOut(values, VALUE_NUMBERS * count),
        };
      }),
    runBlocks(blocks, unitaries, state) {
      if (state.length < 2 * SMALL_REGISTER) return typescriptEngine.runBlocks(blocks, unitaries, state);
      return heap.scoped(() => {
        const run = runOn(blocks, unitaries, state);
        const stages = stagesOn(blocks, run.registerBits);
        heap.demand(state.byteLength + workspaceBytes(stages, run.registerBits, false));
        const psi = heap.copyIn(state);
        runStages(run, stages, psi, 'forward');
        return heap.copyOut(psi, state.length);
      });
    },
    pullbackBlocks(blocks, unitaries, state, cotangent) {
      if (state.length < 2 * SMALL_REGISTER) {
        return typescriptEngine.pullbackBlocks(blocks, unitaries, state, cotangent);
      }
      return heap.scoped(() => {
        const run = runOn(blocks, unitaries, state);
        const stages = stagesOn(blocks, run.registerBits);
        heap.demand(2 * state.byteLength + workspaceBytes(stages, run.registerBits, true));
        const both = [heap.copyIn(state), heap.copyIn(cotangent)] as const;
        const count = blocks.words.flip.length;
        const [gates, slopes] = [heap.reserve(listed(blocks).byteLength), heap.reserve(8 * count)];
        const [vectors, values] = [heap.copyIn(unitaries.vectors), heap.copyIn(unitaries.values)];
        const scratch = heap.reserve(16 * MATRIX_NUMBERS);
        heap.words().set(listed(blocks), gates / 4);
        const read: GateReader = ({ members }, sums) => {
          const g = members[0]!;
          const first = blocks.ends[g - 1] ?? 0;
          const [record, own] = [gates + 4 * (2 * g + first), vectors + 8 * MATRIX_NUMBERS * g];
          exponentiateBack(record, 1, sums, own, values + 8 * VALUE_NUMBERS * g, slopes + 8 * first, scratch);
        };
        pullbackStages(run, stages, both, false, read);
        return heap.copyOut(slopes, count);
      });
    },
  };
}

const lists = new WeakMap<BlockProgram, Int32Array>();

/** The gates as the kernels read them; see assembly/exponential.ts. */
function listed(blocks: BlockProgram): Int32Array {
  const known = lists.get(blocks);
  if (known !== undefined) return known;
  const { flip, sign, quarterTurns } = blocks.words;
  const list = blocks.bits.flatMap((own, g) => {
    const [first, end] = [blocks.ends[g - 1] ?? 0, blocks.ends[g]!];
    const words = Array.from({ length: end - first }, (_, k) => first + k);
    return [
      2 ** own.length,
      words.length,
      ...words.map((p) => flip[p]! | (sign[p]! << 2) | ((quarterTurns[p]! & 3) << 4)),
    ];
  });
  const made = Int32Array.from(list);
  lists.set(blocks, made);
  return made;
}

/** Plans, kept as long as the programs. */
function planMemory(): (blocks: BlockProgram, registerBits: number) => readonly Stage[] {
  const plans = new WeakMap<BlockProgram, Map<number, readonly Stage[]>>();
  return (blocks, registerBits) => {
    const known = plans.get(blocks) ?? new Map<number, readonly Stage[]>();
    plans.set(blocks, known);
    const found = known.get(registerBits) ?? stagesOf(denseGates(blocks.bits), registerBits);
    known.set(registerBits, found);
    return found;
  };
}
