/** @file A program of pairwise contractions, written forwards first and then, from its tape, in reverse mode. */

import type { ProductProgram } from '../engine/product-program.ts';
import { sizeOf } from '../linalg/complex.ts';
import { contractionPlan } from './contract.ts';
import type { Leg } from './contraction-graph.ts';
import { draftContraction, draftPullback, newArray, type ProgramDraft } from './contraction-program.ts';

/** An array of a program under construction, with a leg for each axis. */
export interface Operand {
  readonly array: number;
  readonly shape: readonly number[];
  readonly legs: readonly Leg[];
}

/** A program under construction, and what its reverse mode needs. */
export interface ProgramTape {
  readonly draft: ProgramDraft;
  readonly inputs: number[];
  /** Arrays whose cotangents are wanted. */
  readonly wanted: Set<number>;
  /** The cotangents that have been written so far. */
  readonly cotangents: Map<number, number>;
  /** The reverse of each contraction, in the order of the contractions. */
  readonly backwards: (() => void)[];
}

export const newTape = (): ProgramTape => ({
  draft: { sizes: [], instructions: [] },
  inputs: [],
  wanted: new Set(),
  cotangents: new Map(),
  backwards: [],
});

/** The next input; all inputs come before the first contraction. */
export function inputOf(tape: ProgramTape, shape: readonly number[], isWanted = false): Operand {
  const array = newArray(tape.draft, sizeOf(shape));
  tape.inputs.push(array);
  if (isWanted) tape.wanted.add(array);
  return { array, shape, legs: [] };
}

/** The same array with a letter for each axis. */
export const named = ({ array, shape }: Operand, legs: string): Operand => ({ array, shape, legs: [...legs] });

/** The sum over all letters of two operands that are not among those of the output, which has its axes in their order. */
export function joined(tape: ProgramTape, a: Operand, b: Operand, output: string): Operand {
  const { draft, wanted, cotangents } = tape;
  const legs = [...output];
  const dimensions: Record<Leg, number> = {};
  for (const operand of [a, b]) {
    operand.legs.forEach((leg, axis) => {
      dimensions[leg] = operand.shape[axis]!;
    });
  }
  const plan = contractionPlan([a.legs, b.legs], dimensions, legs, [[0, 1]]);
  const { result, tape: factors } = draftContraction(draft, plan, [a.array, b.array]);
  if (wanted.has(a.array) || wanted.has(b.array)) {
    wanted.add(result);
    tape.backwards.push(() => {
      const own = cotangents.get(result);
      if (own === undefined) return;
      const sums = [a, b].map(({ array }) => (wanted.has(array) ? cotangentOf(tape, array) : undefined));
      draftPullback(draft, plan, factors, own, sums);
    });
  }
  return { array: result, shape: legs.map((leg) => dimensions[leg]!), legs };
}

/** The cotangent of an array, 0 where nothing was added to it yet. */
export function cotangentOf({ draft, cotangents }: ProgramTape, array: number): number {
  const known = cotangents.get(array);
  if (known !== undefined) return known;
  const cotangent = newArray(draft, draft.sizes[array]!);
  draft.instructions.push({ kind: 'clear', to: cotangent });
  cotangents.set(array, cotangent);
  return cotangent;
}

/** a + b, in the order of a. */
export function sumOf(tape: ProgramTape, a: Operand, b: Operand): Operand {
  const { draft, wanted, cotangents, backwards } = tape;
  const array = newArray(draft, draft.sizes[a.array]!);
  draft.instructions.push({ kind: 'clear', to: array });
  for (const part of [a, b]) add(tape, array, part.array);
  if (wanted.has(a.array) || wanted.has(b.array)) {
    wanted.add(array);
    backwards.push(() => {
      const own = cotangents.get(array);
      if (own === undefined) return;
      for (const part of [a, b]) if (wanted.has(part.array)) add(tape, cotangentOf(tape, part.array), own);
    });
  }
  return { ...a, array };
}

/** to ← to + from. */
export function add({ draft }: ProgramTape, to: number, from: number): void {
  draft.instructions.push({ kind: 'add', to, from, axes: [{ extent: draft.sizes[to]!, to: 1, from: 1 }] });
}

/** Writes the reverse mode of all contractions, the last one first. */
export function reverse({ backwards }: ProgramTape): void {
  for (const back of backwards.toReversed()) back();
}

/** The program as it stands, with these outputs. */
export function programOf({ draft, inputs }: ProgramTape, outputs: readonly number[]): ProductProgram {
  return { inputs: inputs.length, ...draft, outputs };
}

const REMEMBERED = 4096;
const programs = new Map<string, ProductProgram>();

/** The program of this name, built once; the name has all that it depends on. */
export function programFor(name: string, build: () => ProductProgram): ProductProgram {
  const known = programs.get(name);
  if (known !== undefined) return known;
  const program = build();
  if (programs.size >= REMEMBERED) programs.delete(programs.keys().next().value!);
  programs.set(name, program);
  return program;
}
