/** @file Circuits and a curve of states of a user's own. */

import { CURVES } from '../../../datasets/curves.ts';
import { circuitFrames } from '../../../src/bulk/circuit-frames.ts';
import { informationArrivals, lightCones } from '../../../src/bulk/light-cones.ts';
import { type TwoGeometries, twoGeometries } from '../../../src/bulk/two-geometries.ts';
import { built } from '../../../src/catalogue.ts';
import { DomainError, ShapeError } from '../../../src/errors.ts';
import { asPure } from '../../../src/generative/state-rules.ts';
import type { PureState, StateCurve } from '../../../src/generative/target-state.ts';
import type { OpenTable } from '../../../src/geometry/table-comparison.ts';
import { circuitOfSpec } from '../../circuit-source.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import type { CircuitResult } from './circuits.ts';
import { type LearnedFrame, learnedFrames } from './learned.ts';
import type { ChosenCircuit, Options } from './options.ts';

/** When the pasts of sites meet, and when they share information. */
interface CausalTables {
  readonly contact: OpenTable;
  readonly arrivals: OpenTable;
}

/** A circuit of a user's own. */
export interface OwnCircuit extends CircuitResult, CausalTables {}

/** A curve of a user's own. */
export interface OwnCurve {
  readonly name: string;
  readonly qubits: number;
  readonly frames: readonly LearnedFrame[];
  readonly arrivals: OpenTable;
  /** Against the layers of the last circuit, of other units. */
  readonly byLayers: TwoGeometries;
  /** Against the first times in whose circuits pasts meet. */
  readonly byTimes: TwoGeometries;
}

/** All that is a user's own. */
export interface Own {
  readonly circuits: readonly OwnCircuit[];
  readonly curve: OwnCurve | null;
}

/** Most qubits of a circuit, and of the states of a curve. */
const [MOST_QUBITS, MOST_LEARNED] = [400, 8];

/** Asks the circuits and the curve of the options, until a share of the study is done. */
export function* ownResults(options: Options, until: number, context: StudyContext): Generator<StudyStep, Own> {
  const circuits: OwnCircuit[] = [];
  const parts = options.circuits.length + (options.curve === undefined ? 0 : 1);
  for (const [index, chosen] of options.circuits.entries()) {
    const done = ((index + 1) / parts) * until;
    circuits.push(
      yield* context.part(`circuits.${index}`, done, () =>
        at(`circuits.${index}`, () => ownCircuit(chosen, index, options.threshold, context)),
      ),
    );
  }
  const curve =
    options.curve === undefined ? null : yield* context.part('curve', until, () => ownCurve(options, context));
  return { circuits, curve };
}

/** Puts the place in the options before what is wrong with them. */
function at<Value>(place: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof ShapeError)) throw error;
    throw new DomainError(`${place}: ${error.message}`);
  }
}

function ownCircuit(chosen: ChosenCircuit, index: number, threshold: number, context: StudyContext): OwnCircuit {
  const { name = chosen.path ?? `circuit ${index + 1}`, ring, ...spec } = chosen;
  const circuit = circuitOfSpec(spec, context);
  const { qubits } = circuit;
  if (qubits < 2 || qubits > MOST_QUBITS) throw new DomainError(`2 … ${MOST_QUBITS} qubits required, got ${qubits}`);
  const arrivals = informationArrivals(circuitFrames(circuit), threshold);
  const { contact, layers } = lightCones(circuit);
  const around = (a: number, b: number): number => Math.min(Math.abs(a - b), qubits - Math.abs(a - b));
  const geometries = twoGeometries(contact, arrivals, { seed: context.seed, ...(ring && { separation: around }) });
  return { name, qubits, layers, contact, arrivals, geometries };
}

function* ownCurve({ curve: chosen, threshold }: Options, { seed, read }: StudyContext) {
  const curve: StateCurve = at('curve', () => built<StateCurve>(CURVES, chosen!, { read }));
  const states = at('curve', () => curve.times.map((time) => ({ time, state: learnable(curve, time) })));
  const frames = yield* learnedFrames(states, seed);
  const arrivals = at('curve', () => informationArrivals(frames, threshold));
  const meetings = arrivals.map((row, a) =>
    row.map((_, b) => (a === b ? 0 : (frames.find(({ contact }) => contact[a]![b] !== null)?.time ?? null))),
  );
  return {
    name: curve.name,
    qubits: arrivals.length,
    frames,
    arrivals,
    byLayers: twoGeometries(frames.at(-1)!.contact, arrivals, { seed }),
    byTimes: twoGeometries(meetings, arrivals, { seed }),
  };
}

function learnable(curve: StateCurve, time: number): PureState {
  const state = curve.at(time);
  const { length } = state.dimensions;
  if (length < 2 || length > MOST_LEARNED || state.dimensions.some((dimension) => dimension !== 2)) {
    throw new DomainError(`2 … ${MOST_LEARNED} qubits required, got dimensions [${state.dimensions}]`);
  }
  const pure = asPure(state);
  if (pure === null) throw new DomainError(`pure states required, got the ${state.kind} state ${state.name}`);
  return pure;
}
