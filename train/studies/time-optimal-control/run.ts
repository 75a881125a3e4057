/** @file How quickly can a state or a gate be made where a drift cannot be switched off and controls are bounded? */

import { biInvariantLength } from '../../../src/complexity/bi-invariant-length.ts';
import { canonicalGate } from '../../../src/complexity/kak.ts';
import type { ControlBound, DriftSystem } from '../../../src/control/drift-system.ts';
import {
  type TimeOptimalControl,
  type TimeOptimalEnds,
  timeOptimalControl,
} from '../../../src/control/time-optimal-control.ts';
import { type ComplexMatrix, type ComplexVector, complexMatrix, complexVector } from '../../../src/linalg/complex.ts';
import type { PauliSum } from '../../../src/operator/pauli-sum.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { angle, bounds, fields, rotation, coupling, arcs, starts } = options;
  const search = { arcs, starts, seed };
  const all = bounds.length + fields.length + 5;
  let done = 0;
  const least = (name: string, system: DriftSystem, ends: TimeOptimalEnds, more: object = {}) => {
    done += 1;
    return part(name, done / all, () => searched(system, ends, { ...search, ...more }));
  };
  const states = { from: inPlane(-angle), to: inPlane(angle - Math.PI) };
  const qubit = (bound: ControlBound): DriftSystem => ({
    drift: sum({ X: 1 }, 1),
    controls: [sum({ Z: 1 }, 1)],
    bound,
  });
  const unlimited = yield* least('Landau–Zener, unlimited', qubit({ kind: 'unlimited' }), states);
  const landauZener: TimeOptimalControl[] = [];
  for (const bound of bounds) {
    landauZener.push(yield* least(`Landau–Zener, |u| ≤ ${bound}`, qubit({ kind: 'each', bounds: bound }), states));
  }
  const turning: TimeOptimalControl[] = [];
  for (const field of fields) {
    const system = { drift: sum({ Z: 1 }, 1), controls: [sum({ X: 1 }, 1), sum({ Y: 1 }, 1)] };
    const bound = { kind: 'sum', bound: field } as const;
    turning.push(yield* least(`transverse field ${field}`, { ...system, bound }, { unitary: xRotation(rotation) }));
  }
  const local = ['XI', 'YI', 'IX', 'IY'].map((word) => sum({ [word]: 1 }, 2));
  const ising: DriftSystem = {
    drift: sum({ ZZ: (Math.PI * coupling) / 2 }, 2),
    controls: local,
    bound: { kind: 'unlimited' },
  };
  const gates: { readonly name: string; readonly known: number; readonly found: TimeOptimalControl }[] = [];
  for (const [name, coordinates, times] of GATES) {
    const found = yield* least(
      name,
      ising,
      { unitary: canonicalGate(coordinates) },
      {
        arcs: 3,
        starts: 4 * starts, // no more after one that meets the lower bound
      },
    );
    gates.push({ name, known: times / (2 * coupling), found });
  }
  const normed: DriftSystem = {
    drift: sum({}, 2),
    controls: ['XX', 'YY', 'ZZ'].map((word) => sum({ [word]: 1 }, 2)),
    bound: { kind: 'norm', bound: 1 },
  };
  const swap = yield* least('SWAP, without a drift', normed, { unitary: canonicalGate(GATES[2]![1]) }, { arcs: 2 });
  const length = biInvariantLength(canonicalGate(GATES[2]![1]));
  return findings({ options, unlimited, landauZener, turning, gates, swap: { found: swap, length } });
}

/** Gates with their Weyl coordinates, and their least times in units of 1/(2J). */
const GATES = [
  ['CNOT', [Math.PI / 4, 0, 0], 1],
  ['iSWAP', [Math.PI / 4, Math.PI / 4, 0], 2],
  ['SWAP', [Math.PI / 4, Math.PI / 4, Math.PI / 4], 3],
] as const;

function* searched(
  system: DriftSystem,
  ends: TimeOptimalEnds,
  options: { readonly arcs: number; readonly starts: number; readonly seed: number },
): Generator<PartStep, TimeOptimalControl> {
  const steps = timeOptimalControl(system, ends, options);
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value.value;
    const { phase, time } = next.value;
    const start = Number(phase.match(/\d+/)?.[0] ?? 1);
    yield { message: `${phase}, time ${time.toFixed(4)}`, progress: (start - 1) / options.starts };
  }
}

function sum(coefficients: Readonly<Record<string, number>>, qubits: number): PauliSum {
  return { qubits, terms: Object.entries(coefficients).map(([word, coefficient]) => ({ word, coefficient })) };
}

/** cos(polar/2)|0⟩ + sin(polar/2)|1⟩. */
const inPlane = (polar: number): ComplexVector => complexVector([Math.cos(polar / 2), Math.sin(polar / 2)]);

/** exp(−iαX). */
function xRotation(alpha: number): ComplexMatrix {
  const [c, s] = [Math.cos(alpha), Math.sin(alpha)];
  return complexMatrix(
    [
      [c, 0],
      [0, c],
    ],
    [
      [0, -s],
      [-s, 0],
    ],
  );
}
