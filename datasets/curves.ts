/** @file The catalogue of curves of states. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import { asPure } from '../src/generative/state-rules.ts';
import type { PureState, StateCurve } from '../src/generative/target-state.ts';
import { hamiltonianOfSpec, hamiltonianSpec } from '../src/operator/hamiltonian-spec.ts';
import { adiabaticSweep } from './adiabatic-sweep.ts';
import { interpolation } from './interpolation.ts';
import { imaginaryTime, quench } from './quench.ts';
import { LANCZOS_LIMIT, sizeUpTo } from './register-size.ts';
import { type CatalogueEntry, type DatasetContext, type TargetSpec, targetOfSpec, targetSpec } from './targets.ts';
import { timesOfSpec, timesSpec } from './times.ts';

const quenchOptions = z.strictObject({
  initial: targetSpec.describe('the state at t = 0, a pure target: {name, …}'),
  hamiltonian: hamiltonianSpec.describe('the Hamiltonian that drives it'),
  times: timesSpec,
});

/** Imaginary time has the options of real time; the times must not be negative. */
const imaginaryTimeOptions = quenchOptions;

const adiabaticSweepOptions = z.strictObject({
  qubits: sizeUpTo(LANCZOS_LIMIT).describe('number of qubits'),
  from: hamiltonianSpec.describe('Hamiltonian at s = 0'),
  to: hamiltonianSpec.describe('Hamiltonian at s = 1'),
  times: timesSpec.describe('the values of s'),
  seed: z.number().int().default(1).describe('seed of the start; it matters only where the ground state is degenerate'),
});

const interpolationOptions = z.strictObject({
  from: targetSpec.describe('the state at τ = 0, a target: {name, …}'),
  to: targetSpec.describe('the state at τ = 1'),
  path: z.enum(['great-circle', 'mixture']).default('great-circle').describe('mixed states: always a mixture'),
  times: timesSpec.describe('the values of τ, from 0 to 1'),
});

const curve = <Options extends z.ZodObject>(
  options: Options,
  summary: string,
  build: CatalogueEntry<Options, StateCurve>['build'],
): CatalogueEntry<Options, StateCurve> => ({ options, build, summary });

/** All curves of states by name. */
export const CURVES = {
  quench: curve(quenchOptions, 'evolution in real time, e^{−iHt}', (o, context) => {
    const initial = pureTarget(o.initial, context);
    return quench(initial, hamiltonianOfSpec(o.hamiltonian, initial.dimensions.length, context), timesOfSpec(o.times));
  }),
  'imaginary-time': curve(
    imaginaryTimeOptions,
    'evolution in imaginary time, e^{−Hτ}, to the ground state',
    (o, context) => {
      const initial = pureTarget(o.initial, context);
      const hamiltonian = hamiltonianOfSpec(o.hamiltonian, initial.dimensions.length, context);
      return imaginaryTime(initial, hamiltonian, timesOfSpec(o.times));
    },
  ),
  'adiabatic-sweep': curve(adiabaticSweepOptions, 'ground states of (1 − s) H₀ + s H₁', (o, context) => {
    const [from, to] = [o.from, o.to].map((spec) => hamiltonianOfSpec(spec, o.qubits, context));
    return adiabaticSweep(from!, to!, timesOfSpec(o.times), o.seed);
  }),
  interpolation: curve(interpolationOptions, 'great circle (or mixture) between two targets', (o, context) =>
    interpolation(targetOfSpec(o.from, context), targetOfSpec(o.to, context), timesOfSpec(o.times), o.path),
  ),
} as const;

function pureTarget(spec: TargetSpec, context: DatasetContext): PureState {
  const state = targetOfSpec(spec, context);
  const pure = asPure(state);
  if (pure !== null) return pure;
  throw new DomainError(`initial: a pure state required, got the ${state.kind} state ${state.name}`);
}
