/** @file The overlap of a program's state with a target, and its gradient, without the state leaving the engine. */

import type { Heap } from './heap.ts';
import type { OverlapGradient } from './kernels.ts';
import type { Stage } from './planner.ts';
import type { RotationProgram } from './rotation-program.ts';
import { type Executor, pullbackStages, runStages } from './run-stages.ts';

/** See `Engine.overlapRotations`. Memory: two states, and the caller's target. */
export function runOverlap(
  heap: Heap,
  execute: Executor,
  stages: readonly Stage[],
  program: RotationProgram,
  initial: Float64Array | undefined,
  target: Float64Array,
): OverlapGradient {
  const size = target.length / 2;
  const bits = Math.log2(size);
  heap.demand(2 * target.byteLength);
  const psi = initial === undefined ? firstBasisState(heap, target.length) : heap.copyIn(initial);
  const lambda = heap.copyIn(target);
  const out = heap.reserve(16);
  runStages(heap, execute, stages, program, psi, bits);
  heap.kernels.overlap(lambda, psi, size, out);
  const [re, im] = heap.copyOut(out, 2) as unknown as [number, number];
  const distanceSquared = heap.kernels.distanceSquared(psi, lambda, size, re, im);
  heap.kernels.addScaled(lambda, lambda, size, 2 * re - 1, 2 * im); // 2z·target: d|z|² = Re⟨2z·target|dψ⟩
  const derivatives = pullbackStages(heap, execute, stages, program, [psi, lambda], bits);
  return { overlap: [re, im], distanceSquared, derivatives };
}

function firstBasisState(heap: Heap, length: number): number {
  const address = heap.reserve(8 * length);
  heap.numbers().fill(0, address / 8, address / 8 + length);
  heap.numbers()[address / 8] = 1;
  return address;
}
