/** @file Misuse of circuits of blocks raises an error before anything is computed. */

import { ShapeError } from '../errors.ts';
import { checkOperator, checkState, checkStates, isCount } from './argument-checks.ts';
import type { BlockProgram } from './block-program.ts';
import type { Engine } from './kernels.ts';

/** The kernels of circuits of blocks with their arguments checked. */
export function checkedBlocks(engine: Engine): Pick<Engine, 'exponentiate' | 'runBlocks' | 'pullbackBlocks'> {
  return {
    exponentiate(blocks, coefficients) {
      checkBlocks('exponentiate', blocks, Infinity);
      if (coefficients.length !== blocks.words.flip.length) {
        throw new ShapeError(
          `exponentiate: ${blocks.words.flip.length} coefficients required, got ${coefficients.length}`,
        );
      }
      return engine.exponentiate(blocks, coefficients);
    },
    runBlocks(blocks, unitaries, state) {
      checkBlocks('runBlocks', blocks, checkState('runBlocks', state));
      return engine.runBlocks(blocks, unitaries, state);
    },
    pullbackBlocks(blocks, unitaries, state, cotangent) {
      checkBlocks('pullbackBlocks', blocks, checkStates('pullbackBlocks', state, cotangent));
      return engine.pullbackBlocks(blocks, unitaries, state, cotangent);
    },
  };
}

/** Least number of amplitudes for which the bits of a program have been checked. */
const fitting = new WeakMap<BlockProgram, number>();

function checkBlocks(caller: string, blocks: BlockProgram, size: number): void {
  if ((fitting.get(blocks) ?? NaN) <= size) return;
  const { bits, ends, words } = blocks;
  const ordered = (own: readonly number[]): boolean => own.every((bit, k) => isCount(bit) && bit > (own[k - 1] ?? -1));
  for (const own of bits) {
    if (!((own.length === 1 || own.length === 2) && ordered(own) && 2 ** own.at(-1)! < size)) {
      throw new ShapeError(`${caller}: one or two bits of each gate, ascending, required, got [${own}]`);
    }
  }
  const listed = [words.sign.length, words.quarterTurns.length, ends.at(-1) ?? 0];
  const rising = ends.length === bits.length && ends.every((end, g) => end >= (ends[g - 1] ?? 0));
  if (!rising || listed.some((count) => count !== words.flip.length)) {
    throw new ShapeError(`${caller}: a rising end for each gate and ${words.flip.length} words in all required`);
  }
  bits.forEach((own, g) => {
    for (let p = ends[g - 1] ?? 0; p < ends[g]!; p++) {
      const word = { flip: words.flip[p]!, sign: words.sign[p]!, quarterTurns: words.quarterTurns[p]! };
      checkOperator(caller, 2 ** own.length, word);
    }
  });
  fitting.set(blocks, size);
}
