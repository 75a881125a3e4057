/** @file A planned program written into the engine's memory, and run there stage by stage. */

import { gateMatrix, pullbackAngles } from './dense-gate.ts';
import type { FusedGate } from './fusion.ts';
import type { Heap } from './heap.ts';
import type { Stage } from './planner.ts';
import type { RotationProgram } from './rotation-program.ts';

/** Bytes of the sums of one gate in one unit, of a gate record and of a gate table; see assembly/stage.ts. */
const SUMS = 512;
const GATE = 64;
const TABLE = 320;
/** Units of work that a stage is divided into, whatever the number of threads. */
const UNITS = 64;

/** How a stage is executed: by this thread, or with the help of others. */
export type Executor = (stageAddress: number, blockBits: number, units: number) => void;

/** The executor on this thread alone. */
export function serialExecutor(heap: Heap): Executor {
  return (stage, blockBits) => {
    heap.scoped(() => heap.kernels.runStage(stage, heap.reserve(scratchBytes(blockBits))));
  };
}

/** Bytes of a thread's own space: the offsets of a gate and two blocks. */
export const scratchBytes = (blockBits: number): number => 256 + 2 * (16 << blockBits);

/** ψ ← program·ψ, for ψ in the engine's memory. */
export function runStages(
  heap: Heap,
  execute: Executor,
  stages: readonly Stage[],
  program: RotationProgram,
  psi: number,
  registerBits: number,
): void {
  for (const stage of stages) {
    heap.scoped(() => {
      const { address, units } = writeStage(heap, stage, program, [psi, 0], registerBits);
      execute(address, stage.bits.length, units);
    });
  }
}

/** Un-applies the program from ψ and λ in the engine's memory. @returns ∂ Re⟨λ|ψ⟩ by every angle */
export function pullbackStages(
  heap: Heap,
  execute: Executor,
  stages: readonly Stage[],
  program: RotationProgram,
  [psi, lambda]: readonly [number, number],
  registerBits: number,
): Float64Array {
  const derivatives = new Float64Array(program.angles.length);
  for (let s = stages.length - 1; s >= 0; s--) {
    const stage = stages[s]!;
    heap.scoped(() => {
      const { address, units, sums } = writeStage(heap, stage, program, [psi, lambda], registerBits);
      execute(address, stage.bits.length, units);
      heap.kernels.reduceUnits(sums, units, stage.gates.length);
      readDerivatives(heap, stage.gates, program, sums, derivatives);
    });
  }
  return derivatives;
}

function writeStage(
  heap: Heap,
  { bits, gates }: Stage,
  program: RotationProgram,
  [psi, lambda]: readonly [number, number],
  registerBits: number,
): { readonly address: number; readonly units: number; readonly sums: number } {
  const low = bits.findIndex((bit, k) => bit !== k); // bits below are contiguous; −1 if all are
  const runBits = low === -1 ? [] : bits.slice(low);
  const outer = Array.from({ length: registerBits }, (_, bit) => bit).filter((bit) => !bits.includes(bit));
  const blocks = 2 ** outer.length;
  const units = Math.min(blocks, UNITS);
  const runs = 2 ** runBits.length;
  const address = heap.reserve(64);
  const runTable = heap.reserve(4 * runs);
  const blockTable = heap.reserve(4 * blocks);
  const records = heap.reserve(GATE * gates.length);
  const sums = lambda === 0 ? 0 : heap.reserve(SUMS * gates.length * units);
  const tables = heap.reserve(TABLE * gates.length);
  writeOffsets(heap, runTable, runBits);
  writeOffsets(heap, blockTable, outer);
  const runBytes = 2 ** (4 + bits.length - runBits.length);
  const where = [runTable, blockTable, records, gates.length, blocks / units, units, sums, 0];
  heap.words().set([psi, lambda, bits.length, runs, runBytes, ...where], address / 4);
  gates.forEach((gate, g) => {
    const place = { record: records + GATE * g, table: tables + TABLE * g, bits };
    if (gate.bits.length > 0) writeDense(heap, gate, gateMatrix(program, gate), lambda !== 0, place);
    else writeRotation(heap, gate, program, place);
  });
  return { address, units, sums };
}

interface Place {
  readonly record: number;
  readonly table: number;
  /** Bits of the block. */
  readonly bits: readonly number[];
}

/** Byte offsets 16·Σ_k 2^{bits_k} (index)_k of all indices. */
function writeOffsets(heap: Heap, table: number, bits: readonly number[]): void {
  const words = heap.words();
  words[table / 4] = 0;
  bits.forEach((bit, k) => {
    for (let i = 0; i < 2 ** k; i++) words[table / 4 + 2 ** k + i] = words[table / 4 + i]! + 2 ** (bit + 4);
  });
}

function writeDense(heap: Heap, gate: FusedGate, matrix: Float64Array, adjoint: boolean, place: Place): void {
  const [p, q] = gate.bits.map((bit) => place.bits.indexOf(bit));
  const d = 1 << gate.bits.length;
  writeColumns(heap, place.table, matrix, d, adjoint);
  if (q !== undefined) writePartners(heap, place.table, p!, q);
  heap.words().set([gate.bits.length, p!, q ?? 0, 0, place.table, place.table], place.record / 4);
}

/** Bytes from one column of a table of four to the next: four entries and the offset of an amplitude. */
const COLUMN = 80;

/** The columns of U, or of U†, one after the other. */
export function writeColumns(heap: Heap, table: number, matrix: Float64Array, d: number, adjoint: boolean): void {
  const numbers = heap.numbers();
  const stride = d === 4 ? COLUMN / 8 : 2 * d;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      const from = 2 * (i * d + j);
      const to = table / 8 + (adjoint ? i * stride + 2 * j : j * stride + 2 * i);
      numbers[to] = matrix[from]!;
      numbers[to + 1] = adjoint ? -matrix[from + 1]! : matrix[from + 1]!;
    }
  }
}

/** Byte offsets of the four amplitudes on which a gate on bits p < q acts. */
export function writePartners(heap: Heap, table: number, p: number, q: number): void {
  const words = heap.words();
  [0, 2 ** p, 2 ** q, 2 ** p + 2 ** q].forEach((amplitude, j) => {
    words[(table + COLUMN * j + 64) / 4] = 16 * amplitude;
  });
}

function writeRotation(heap: Heap, gate: FusedGate, { words, angles }: RotationProgram, place: Place): void {
  const g = gate.members[0]!;
  const [flip, sign] = [words.flip[g]!, words.sign[g]!];
  const packed = (mask: number): number => place.bits.reduce((sum, bit, k) => sum | (((mask >>> bit) & 1) << k), 0);
  const outside = place.bits.reduce((mask, bit) => mask & ~(1 << bit), sign);
  const half = angles[g]! / 2;
  heap.words().set([0, packed(flip), packed(sign), outside, 0, 0, words.quarterTurns[g]! & 3], place.record / 4);
  heap.numbers().set([Math.cos(half), Math.sin(half)], place.record / 8 + 4);
}

function readDerivatives(
  heap: Heap,
  gates: readonly FusedGate[],
  program: RotationProgram,
  sums: number,
  derivatives: Float64Array,
): void {
  const numbers = heap.numbers();
  gates.forEach((gate, g) => {
    const at = (sums + SUMS * g) / 8;
    if (gate.bits.length === 0) derivatives[gate.members[0]!] = numbers[at]! / 2;
    else pullbackAngles(program, gate, environmentAt(numbers, at, 1 << gate.bits.length), derivatives);
  });
}

/** W_ij = Σ ψ_i conj(λ_j) from its sums: for every j, d pairs ψ_i ∘ λ_j, then d pairs ψ_i ∘ swapped λ_j. */
function environmentAt(numbers: Float64Array, at: number, d: number): Float64Array {
  const environment = new Float64Array(2 * d * d);
  for (let j = 0; j < d; j++) {
    for (let i = 0; i < d; i++) {
      const direct = at + 4 * d * j + 2 * i;
      const crossed = direct + 2 * d;
      environment[2 * (i * d + j)] = numbers[direct]! + numbers[direct + 1]!;
      environment[2 * (i * d + j) + 1] = numbers[crossed + 1]! - numbers[crossed]!;
    }
  }
  return environment;
}
