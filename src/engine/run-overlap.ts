/** @file The overlap of a program's state with a target, and its gradient, without the state leaving the engine. */

import type { Heap } from './heap.ts';
import type { OverlapGradient } from './kernels.ts';
import type { Stage } from './planner.ts';
import type { RotationProgram } from './rotation-program.ts';
import {
  angleReader,
  type Executor,
  pullbackStages,
  rotationValues,
  runStages,
  withGates,
  workspaceBytes,
} from './run-stages.ts';
import type { StateMemory } from './state-memory.ts';

/**
 * See `Engine.overlapRotations`. Memory: two states, and the caller's target.
 *
 * Gates C that close the program are never applied to the state: with U = C B, ⟨t|CB|0⟩ = ⟨C†t|B|0⟩, so their adjoints
 * act on the target once, and the state and C†t are already where their environments are taken.
 */
export function runOverlap(
  heap: Heap,
  states: StateMemory,
  execute: Executor,
  stages: readonly Stage[],
  program: RotationProgram,
  initial: Float64Array | undefined,
  target: Float64Array | Float32Array,
): OverlapGradient {
  const size = target.length / 2;
  const bits = Math.log2(size);
  heap.demand(2 * states.amplitudeBytes * size + workspaceBytes(stages, bits, true));
  const psi = initial === undefined ? states.firstBasisState(target.length) : states.copyIn(initial);
  const lambda = states.copyIn(target);
  const out = heap.reserve(16);
  const where = { heap, states, execute, ...rotationValues(program), registerBits: bits };
  runStages(
    where,
    withGates(stages, ({ closing }) => !closing),
    psi,
    'forward',
  );
  runStages(
    where,
    withGates(stages, ({ closing }) => closing),
    lambda,
    'adjoint',
  );
  states.overlap(lambda, psi, size, out);
  const [re, im] = heap.copyOut(out, 2) as unknown as [number, number];
  const distanceSquared = states.distanceSquared(psi, lambda, size, re, im);
  states.addScaled(lambda, lambda, size, 2 * re - 1, 2 * im); // 2z·target: d|z|² = Re⟨2z·target|dψ⟩
  const derivatives = new Float64Array(program.angles.length);
  pullbackStages(where, stages, [psi, lambda], true, angleReader(heap, program, true, derivatives));
  return { overlap: [re, im], distanceSquared, derivatives };
}
