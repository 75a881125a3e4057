/** @file Tangent vectors of a program, carried along gate by gate in the engine's memory. */

import { derivativeMatrix, gateMatrix } from './dense-gate.ts';
import type { FusedGate } from './fusion.ts';
import type { Heap } from './heap.ts';
import type { TangentColumns } from './kernels.ts';
import type { RotationProgram } from './rotation-program.ts';
import { TABLE, writeHalfColumns } from './run-stages.ts';
import { stateMemory } from './state-memory.ts';

/**
 * The tangents Σ_{g in column} weight_g ∂ψ/∂angle_g for the ψ at `psi`; afterwards the program has acted on it.
 *
 * @returns addresses of the tangents, 0 where a column is empty
 */
export function runTangents(
  heap: Heap,
  gates: readonly FusedGate[],
  program: RotationProgram,
  psi: number,
  registerBits: number,
  { column, weight, count }: TangentColumns,
): readonly number[] {
  const bytes = 2 ** (registerBits + 4);
  const tangents = new Array<number>(count).fill(0);
  const table = heap.reserve(TABLE);
  let spare = 0;
  const start = (address: number): number => {
    heap.numbers().copyWithin(address / 8, psi / 8, (psi + bytes) / 8);
    return address;
  };
  const apply = (matrix: Float64Array, gate: FusedGate, vectors: readonly number[]): void =>
    applyDense(heap, table, matrix, gate, vectors, registerBits);

  for (const gate of gates) {
    const live = tangents.filter((address) => address !== 0);
    const dense = gate.bits.length > 0;
    if (dense) apply(gateMatrix(program, gate), gate, live);
    else for (const address of [...live, psi]) rotate(heap, program, gate, address, registerBits);
    gate.members.forEach((g, k) => {
      const into = column[g]!;
      if (into < 0) return;
      if (!dense) {
        if (tangents[into] === 0) {
          tangents[into] = heap.reserve(bytes);
          heap.numbers().fill(0, tangents[into]! / 8, (tangents[into]! + bytes) / 8);
        }
        accumulate(heap, program, g, [tangents[into]!, psi], registerBits, -weight[g]! / 2);
      } else if (tangents[into] === 0) {
        tangents[into] = start(heap.reserve(bytes));
        apply(derivativeMatrix(program, gate, k, weight[g]!), gate, [tangents[into]!]);
      } else {
        spare = start(spare === 0 ? heap.reserve(bytes) : spare);
        apply(derivativeMatrix(program, gate, k, weight[g]!), gate, [spare]);
        heap.kernels.addScaled(tangents[into]!, spare, 2 ** registerBits, 1, 0);
      }
    });
    if (dense) apply(gateMatrix(program, gate), gate, [psi]);
  }
  return tangents;
}

function applyDense(
  heap: Heap,
  table: number,
  matrix: Float64Array,
  { bits }: FusedGate,
  vectors: readonly number[],
  registerBits: number,
): void {
  const [p, q] = bits;
  writeHalfColumns(stateMemory(heap, 'float64'), table, matrix, false);
  for (const address of vectors) {
    if (q === undefined) heap.kernels.applyOne(address, registerBits, p!, table);
    else heap.kernels.applyTwo(address, registerBits, p!, q, table);
  }
}

function rotate(heap: Heap, { words, angles }: RotationProgram, gate: FusedGate, at: number, bits: number): void {
  const g = gate.members[0]!;
  const half = angles[g]! / 2;
  const turns = words.quarterTurns[g]! & 3;
  heap.kernels.rotateWord(at, bits, words.flip[g]!, words.sign[g]!, turns, Math.cos(half), Math.sin(half));
}

/** out ← out + i·factor·P ψ. */
function accumulate(
  heap: Heap,
  { words }: RotationProgram,
  g: number,
  [out, psi]: readonly [number, number],
  bits: number,
  factor: number,
): void {
  const [re, im] = timesPhase(0, factor, words.quarterTurns[g]!);
  heap.kernels.accumulateWord(out, psi, bits, words.flip[g]!, words.sign[g]!, re, im);
}

/** (re + i·im)·i^turns. */
function timesPhase(re: number, im: number, turns: number): readonly [number, number] {
  switch (turns & 3) {
    case 0:
      return [re, im];
    case 1:
      return [-im, re];
    case 2:
      return [-re, -im];
    default:
      return [im, -re];
  }
}
