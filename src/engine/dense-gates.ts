/** @file Dense gates on one or two bits of a state in a plain array. */

import { slopesHere } from './block-exponentials.ts';
import type { BlockProgram, BlockUnitaries } from './block-program.ts';
import { blockMatrix } from './block-program.ts';

/** See `Engine.runBlocks`. */
export function runBlocksHere(blocks: BlockProgram, unitaries: BlockUnitaries, state: Float64Array): Float64Array {
  const psi = state.slice();
  blocks.bits.forEach((bits, g) => {
    act(psi, bits, blockMatrix(blocks, unitaries, g), false);
  });
  return psi;
}

/** See `Engine.pullbackBlocks`. */
export function pullbackBlocksHere(
  blocks: BlockProgram,
  unitaries: BlockUnitaries,
  state: Float64Array,
  cotangent: Float64Array,
): Float64Array {
  const [psi, lambda] = [state.slice(), cotangent.slice()];
  const slopes = new Float64Array(blocks.words.flip.length);
  for (let g = blocks.bits.length - 1; g >= 0; g--) {
    const bits = blocks.bits[g]!;
    const matrix = blockMatrix(blocks, unitaries, g);
    slopesHere(blocks, unitaries, g, environment(psi, lambda, bits), slopes);
    act(psi, bits, matrix, true);
    act(lambda, bits, matrix, true);
  }
  return slopes;
}

/** Where the basis states of some bits are among the amplitudes, all others being 0. */
const offsetsOf = (bits: readonly number[]): readonly number[] =>
  Array.from({ length: 2 ** bits.length }, (_, local) =>
    bits.reduce((sum, bit, k) => sum + ((local >> k) & 1) * 2 ** bit, 0),
  );

/** ψ ← Uψ, or U†ψ. */
function act(psi: Float64Array, bits: readonly number[], matrix: Float64Array, adjoint: boolean): void {
  const offsets = offsetsOf(bits);
  const d = offsets.length;
  const mask = offsets.at(-1)!;
  const old = new Float64Array(2 * d);
  for (let base = 0; 2 * base < psi.length; base++) {
    if ((base & mask) !== 0) continue;
    offsets.forEach((offset, b) => {
      old[2 * b] = psi[2 * (base + offset)]!;
      old[2 * b + 1] = psi[2 * (base + offset) + 1]!;
    });
    offsets.forEach((offset, a) => {
      let [re, im] = [0, 0];
      for (let b = 0; b < d; b++) {
        const from = 2 * (adjoint ? b * d + a : a * d + b);
        const [x, y] = [matrix[from]!, adjoint ? -matrix[from + 1]! : matrix[from + 1]!];
        re += x * old[2 * b]! - y * old[2 * b + 1]!;
        im += x * old[2 * b + 1]! + y * old[2 * b]!;
      }
      psi[2 * (base + offset)] = re;
      psi[2 * (base + offset) + 1] = im;
    });
  }
}

/** W_ij = Σ ψ_i conj(λ_j), summed over all other bits. */
function environment(psi: Float64Array, lambda: Float64Array, bits: readonly number[]): Float64Array {
  const offsets = offsetsOf(bits);
  const d = offsets.length;
  const mask = offsets.at(-1)!;
  const sums = new Float64Array(2 * d * d);
  for (let base = 0; 2 * base < psi.length; base++) {
    if ((base & mask) !== 0) continue;
    for (let i = 0, to = 0; i < d; i++) {
      const left = 2 * (base + offsets[i]!);
      for (let j = 0; j < d; j++, to += 2) {
        const right = 2 * (base + offsets[j]!);
        const [x, y, a, b] = [psi[left]!, psi[left + 1]!, lambda[right]!, lambda[right + 1]!];
        sums[to] = sums[to]! + x * a + y * b;
        sums[to + 1] = sums[to + 1]! + y * a - x * b;
      }
    }
  }
  return sums;
}
