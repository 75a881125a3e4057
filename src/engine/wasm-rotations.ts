/**
 * @file States in the memory of the compiled engine: programs of rotations, forwards, backwards and along their angles.
 */

import type { FusedGate } from './fusion.ts';
import type { Heap } from './heap.ts';
import type { Engine } from './kernels.ts';
import { planStages, type Stage } from './planner.ts';
import type { RotationProgram, RotationWords } from './rotation-program.ts';
import { runOverlap } from './run-overlap.ts';
import {
  angleReader,
  type Executor,
  pullbackStages,
  type Run,
  rotationValues,
  runStages,
  workspaceBytes,
} from './run-stages.ts';
import { runTangents } from './run-tangents.ts';
import { type Precision, type StateMemory, stateMemory } from './state-memory.ts';
import { typescriptEngine } from './typescript-engine.ts';

/** Least number of amplitudes for which a copy into the engine's memory pays. */
const SMALL_STATE = 64;
/** Registers of fewer amplitudes than this are left to the twin: the kernels want eight vectors. */
const SMALL_REGISTER = 16;

/** What programs run with: memory, threads, and the plans of programs seen before. */
interface Resources {
  readonly heap: Heap;
  readonly states: StateMemory;
  readonly execute: Executor;
  readonly planned: (words: RotationWords, registerBits: number) => Plan;
}

type Kernels = 'rotateBackward' | 'runRotations' | 'pullbackRotations' | 'overlapRotations' | 'tangentRotations';

/** The kernels of rotations, on the threads of an executor, with states of whole programs in the given precision. */
export function rotationKernels(heap: Heap, execute: Executor, precision: Precision): Pick<Engine, Kernels> {
  const resources = { heap, execute, states: stateMemory(heap, precision), planned: planMemory() };
  return {
    rotateBackward: rotateBackward(heap),
    runRotations: runRotations(resources),
    pullbackRotations: pullbackRotations(resources),
    overlapRotations: overlapRotations(resources),
    tangentRotations: tangentRotations(resources),
  };
}

const rotateBackward =
  (heap: Heap): Engine['rotateBackward'] =>
  (state, cotangent, operator, angle) => {
    if (state.length < 2 * SMALL_STATE) return typescriptEngine.rotateBackward(state, cotangent, operator, angle);
    return heap.scoped(() => {
      const [psi, lambda] = [heap.copyIn(state), heap.copyIn(cotangent)];
      const { flip, sign, quarterTurns } = operator;
      const [cos, sin] = [Math.cos(angle / 2), Math.sin(angle / 2)];
      const bits = bitsOfState(state);
      const im = heap.kernels.rotateWordBackward(psi, lambda, bits, flip, sign, quarterTurns & 3, cos, sin);
      heap.copyBack(psi, state);
      heap.copyBack(lambda, cotangent);
      return im / 2;
    });
  };

const runRotations =
  (resources: Resources): Engine['runRotations'] =>
  (program, state) => {
    const { heap, states, planned } = resources;
    if (state.length < 2 * SMALL_REGISTER) return typescriptEngine.runRotations(program, state);
    return heap.scoped(() => {
      const run = runOn(resources, program, state);
      const { stages } = planned(program.words, run.registerBits);
      heap.demand((states.amplitudeBytes * state.length) / 2 + workspaceBytes(stages, run.registerBits, false));
      const psi = states.copyIn(state);
      runStages(run, stages, psi, 'forward');
      return states.copyOut(psi, state.length);
    });
  };

const pullbackRotations =
  (resources: Resources): Engine['pullbackRotations'] =>
  (program, state, cotangent) => {
    const { heap, states, planned } = resources;
    if (state.length < 2 * SMALL_REGISTER) return typescriptEngine.pullbackRotations(program, state, cotangent);
    return heap.scoped(() => {
      const run = runOn(resources, program, state);
      const { stages } = planned(program.words, run.registerBits);
      heap.demand(states.amplitudeBytes * state.length + workspaceBytes(stages, run.registerBits, true));
      const both = [states.copyIn(state), states.copyIn(cotangent)] as const;
      const derivatives = new Float64Array(program.angles.length);
      pullbackStages(run, stages, both, false, angleReader(heap, program, false, derivatives));
      return derivatives;
    });
  };

const overlapRotations =
  ({ heap, states, execute, planned }: Resources): Engine['overlapRotations'] =>
  (program, initial, target) => {
    if (target.length < 2 * SMALL_REGISTER) return typescriptEngine.overlapRotations(program, initial, target);
    return heap.scoped(() => {
      const { stages } = planned(program.words, bitsOfState(target));
      return runOverlap(heap, states, execute, stages, program, initial, target);
    });
  };

const tangentRotations =
  ({ heap, planned }: Resources): Engine['tangentRotations'] =>
  (program, state, columns) => {
    if (state.length < 2 * SMALL_REGISTER) return typescriptEngine.tangentRotations(program, state, columns);
    return heap.scoped(() => {
      const bits = bitsOfState(state);
      heap.demand((columns.count + 2) * state.byteLength);
      const psi = heap.copyIn(state);
      const tangents = runTangents(heap, planned(program.words, bits).gates, program, psi, bits, columns);
      return tangents.map((at) => (at === 0 ? new Float64Array(state.length) : heap.copyOut(at, state.length)));
    });
  };

const runOn = ({ heap, states, execute }: Resources, program: RotationProgram, state: Float64Array): Run => ({
  ...{ heap, states, execute, ...rotationValues(program) },
  registerBits: bitsOfState(state),
});

const bitsOfState = (state: Float64Array | Float32Array): number => Math.log2(state.length / 2);

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
