/** @file A planned program written into the engine's memory, and run there stage by stage. */

import { gateMatrix, pullbackAngles } from './dense-gate.ts';
import type { FusedGate } from './fusion.ts';
import type { Heap } from './heap.ts';
import { type Stage, WHOLE_BITS } from './planner.ts';
import type { RotationProgram } from './rotation-program.ts';
import type { StateMemory } from './state-memory.ts';

/** Bytes of the sums of one gate in one unit, of a gate record and of a gate table; see assembly/stage.ts. */
const SUMS = 512;
const GATE = 64;
export const TABLE = 512;
/** Units of work that a stage is divided into, whatever the number of threads. */
const UNITS = 64;

/** The kernels that take units from a counter: stages of either precision, strips of a product or of a matrix, and batches. */
export type UnitKernel = StateMemory['runStage'] | 'runProduct' | 'runEnvironments' | 'runBatch';

/** How a stage is executed: by this thread, or with the help of others. */
export interface Executor {
  /** @param meanwhile - what this thread does before it helps */
  (stageAddress: number, blockBits: number, units: number, kernel: UnitKernel, meanwhile?: () => void): void;
  /** Set if no other thread ever helps. */
  readonly alone?: true;
  /** Most threads that work on a stage, this one included. */
  readonly threads: number;
}

/** The executor on this thread alone. */
export function serialExecutor(heap: Heap): Executor {
  const execute = (
    stage: number,
    blockBits: number,
    units: number,
    kernel: UnitKernel,
    meanwhile?: () => void,
  ): void => {
    meanwhile?.();
    heap.scoped(() => heap.kernels[kernel](stage, heap.reserve(bytesFor(kernel, blockBits, units))));
  };
  const bytesFor = (kernel: UnitKernel, blockBits: number, units: number): number => {
    if (kernel === 'runBatch') return 0; // its record has room of its own
    return kernel === 'runProduct' ? heap.kernels.gemmScratch() : scratchBytes(blockBits, units);
  };
  return Object.assign(execute, { alone: true as const, threads: 1 });
}

/** Bytes of a thread's own space: two blocks, none where the register is a single one. */
export const scratchBytes = (blockBits: number, units: number): number => (units === 1 ? 0 : 2 ** (blockBits + 5));

/** Most bytes that the stages need in addition to the states, with the sums of a gradient or without. */
export function workspaceBytes(stages: readonly Stage[], registerBits: number, gradient: boolean): number {
  const needed = stages.map(({ bits, gates }) => {
    const blocks = 2 ** (registerBits - bits.length);
    const units = Math.min(blocks, UNITS);
    return (
      gates.length * ((gradient ? SUMS * units : 0) + GATE + TABLE) +
      4 * (blocks + 2 ** WHOLE_BITS) +
      scratchBytes(bits.length, units)
    );
  });
  return Math.max(0, ...needed) + PADDING;
}

/** Room for rounding a few addresses up to multiples of 64 bytes. */
const PADDING = 1024;

/** What the gates of a plan are. */
export interface GateValues {
  /** U of a dense gate, d × d, row-major, interleaved. */
  readonly matrixOf: (gate: FusedGate) => Float64Array;
  /** The rotations, where some are left as they are. */
  readonly program?: RotationProgram;
}

/** Gates on their register. */
export interface Run extends GateValues {
  readonly heap: Heap;
  readonly states: StateMemory;
  readonly execute: Executor;
  readonly registerBits: number;
}

/** Reads the derivatives by a gate from its sums, at an address. */
export type GateReader = (gate: FusedGate, sums: number) => void;

/** A program of rotations as gates. */
export const rotationValues = (program: RotationProgram): GateValues => ({
  program,
  matrixOf: (gate) => gateMatrix(program, gate),
});

/** The stages, restricted to some of their gates. */
export function withGates(stages: readonly Stage[], wanted: (gate: FusedGate) => boolean): readonly Stage[] {
  return stages
    .map(({ bits, gates }) => ({ bits, gates: gates.filter(wanted) }))
    .filter(({ gates }) => gates.length > 0);
}

/** ψ ← U·ψ for ψ in the engine's memory; or U†ψ, by the adjoints of gates that commute and are not rotations. */
export function runStages(run: Run, stages: readonly Stage[], psi: number, direction: 'forward' | 'adjoint'): void {
  const { heap, states, execute } = run;
  for (const stage of stages) {
    heap.scoped(() => {
      const { address, units } = writeStage(run, stage, [psi, 0], direction === 'adjoint' ? () => true : undefined);
      execute(address, stage.bits.length, units, states.runStage);
    });
  }
}

/**
 * Un-applies the program from ψ and λ in the engine's memory, except for the gates that need not be un-applied, and hands the sums of
 * each gate to a reader.
 *
 * @param closed - whether ψ and λ are taken in front of the closing gates, not behind them
 */
export function pullbackStages(
  run: Run,
  stages: readonly Stage[],
  [psi, lambda]: readonly [number, number],
  closed: boolean,
  read: GateReader,
): void {
  const { heap, states, execute } = run;
  const unapplied = ({ opening, closing }: FusedGate): boolean => !(opening || (closed && closing));
  for (let s = stages.length - 1; s >= 0; s--) {
    const stage = stages[s]!;
    heap.scoped(() => {
      const { address, units, sums } = writeStage(run, stage, [psi, lambda], unapplied);
      execute(address, stage.bits.length, units, states.runStage);
      heap.kernels.reduceUnits(sums, units, stage.gates.length);
      stage.gates.forEach((gate, g) => {
        read(gate, sums + SUMS * g);
      });
    });
  }
}

/**
 * @param adjoint - which dense gates act, by their adjoints, while all others are skipped; default: every gate acts as
 *   it is
 */
function writeStage(
  { heap, states, matrixOf, program, registerBits }: Run,
  { bits, gates }: Stage,
  [psi, lambda]: readonly [number, number],
  adjoint?: (gate: FusedGate) => boolean,
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
  writeOffsets(heap, runTable, runBits, states.amplitudeBytes);
  writeOffsets(heap, blockTable, outer, states.amplitudeBytes);
  const runBytes = states.amplitudeBytes * 2 ** (bits.length - runBits.length);
  const where = [runTable, blockTable, records, gates.length, blocks / units, units, sums, 0];
  heap.words().set([psi, lambda, bits.length, runs, runBytes, ...where], address / 4);
  gates.forEach((gate, g) => {
    const place = { record: records + GATE * g, table: tables + TABLE * g, bits };
    if (gate.bits.length === 0) writeRotation(heap, gate, program!, place);
    else if (adjoint?.(gate) === false) writeDense(heap, states, gate, { ...place, table: 0 });
    else {
      writeHalfColumns(states, place.table, matrixOf(gate), adjoint !== undefined);
      writeDense(heap, states, gate, place);
    }
  });
  return { address, units, sums };
}

interface Place {
  readonly record: number;
  readonly table: number;
  /** Bits of the block. */
  readonly bits: readonly number[];
}

/** Byte offsets of the amplitudes Σ_k 2^{bits_k} (index)_k of all indices. */
function writeOffsets(heap: Heap, table: number, bits: readonly number[], amplitudeBytes: number): void {
  const words = heap.words();
  words[table / 4] = 0;
  bits.forEach((bit, k) => {
    for (let i = 0; i < 2 ** k; i++) {
      words[table / 4 + 2 ** k + i] = words[table / 4 + i]! + amplitudeBytes * 2 ** bit;
    }
  });
}

function writeDense(
  heap: Heap,
  { innerBits }: StateMemory,
  { bits }: FusedGate,
  { record, table, ...place }: Place,
): void {
  const [p, q] = bits.map((bit) => place.bits.indexOf(bit) - innerBits);
  heap.words().set([bits.length, p!, q ?? 0, 0, table, table], record / 4);
}

/** The columns of U, or of U†, one after the other, each followed by its product with i. */
export function writeHalfColumns(states: StateMemory, table: number, matrix: Float64Array, adjoint: boolean): void {
  const d = Math.sqrt(matrix.length / 2);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      const from = adjoint ? 2 * (j * d + i) : 2 * (i * d + j);
      const re = matrix[from]!;
      const im = adjoint ? -matrix[from + 1]! : matrix[from + 1]!;
      const to = table + 16 * (2 * d * j + i);
      states.writeEntry(to, re, im);
      states.writeEntry(to + 16 * d, -im, re);
    }
  }
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

/** Writes ∂ Re⟨λ|ψ⟩ with respect to the angles of every gate into an array; see `pullbackStages`. */
export const angleReader =
  (heap: Heap, program: RotationProgram, closed: boolean, derivatives: Float64Array): GateReader =>
  (gate, sums) => {
    const numbers = heap.numbers();
    const at = sums / 8;
    if (gate.bits.length === 0) derivatives[gate.members[0]!] = numbers[at]! / 2;
    else {
      const environment = environmentAt(numbers, at, 1 << gate.bits.length);
      pullbackAngles(program, gate, environment, derivatives, closed && gate.closing ? 'in front' : 'behind');
    }
  };

/** W_ij = Σ ψ_i conj(λ_j) from its sums: for every j, d numbers Σ ψ_i re λ_j, then d numbers Σ ψ_i im λ_j. */
function environmentAt(numbers: Float64Array, at: number, d: number): Float64Array {
  const environment = new Float64Array(2 * d * d);
  for (let j = 0; j < d; j++) {
    for (let i = 0; i < d; i++) {
      const re = at + 4 * d * j + 2 * i;
      const im = re + 2 * d;
      environment[2 * (i * d + j)] = numbers[re]! + numbers[im + 1]!;
      environment[2 * (i * d + j) + 1] = numbers[re + 1]! - numbers[im]!;
    }
  }
  return environment;
}
