/** @file The MERA of a critical chain: started, optimised, and grown from small bond dimensions to larger ones. */

import { DomainError } from '../../errors.ts';
import { randomStream } from '../../linalg/random.ts';
import { dot, length, times } from '../../linalg/real-vector.ts';
import { conjugateGradient } from '../../optimise/conjugate-gradient.ts';
import { type LbfgsState, lbfgs } from '../../optimise/lbfgs.ts';
import { minimise, type Step } from '../../optimise/minimise.ts';
import type { Iterate } from '../../optimise/optimiser.ts';
import type { Result, Solution } from '../../solution.ts';
import { type AlternatingStep, alternatingUpdates } from './alternating-updates.ts';
import { type ChainModel, chainTerm, checkModel } from './critical-model.ts';
import { layerManifold } from './graded-isometries.ts';
import { layerPreconditioner } from './layer-preconditioner.ts';
import { type NetworkShape, networkOfLayers, networkStart } from './layered-network.ts';
import { type LayeredNetwork, layersOf, scaleInvariantEnergy } from './scale-invariant-energy.ts';
import type { LayerForm } from './standard-layers.ts';

/** How a network is found. */
export interface CriticalMeraOptions {
  /** Default 'ternary'. */
  readonly form?: LayerForm;
  /** Bond dimensions, ascending: each network starts from the one before; default [4]. */
  readonly bonds?: readonly number[];
  /**
   * Layers below the one that repeats itself, of all networks or, ascending, of each; default 2 of the first and one more with each doubling
   * of χ, or as many as the greatest bond dimension needs.
   */
  readonly transitional?: number | readonly number[];
  /** Bond dimensions between disentanglers and isometries, ascending, one for each of `bonds`; default those of the sites below. */
  readonly middles?: readonly number[];
  /** Sites of the chain in one of the lowest layer; default as few as the term allows. */
  readonly block?: number;
  /** Whether tensors conserve the charges of the model; default true. */
  readonly graded?: boolean;
  /** Rounds of alternating updates before the exact gradient is used; default 100. */
  readonly rounds?: number;
  /** Steps of the optimiser at each bond dimension, or at all of them; default 400. */
  readonly maxSteps?: number | readonly number[];
  /** Default 'lbfgs'. */
  readonly optimiser?: 'lbfgs' | 'conjugate-gradient';
  /** Norm of the gradient to stop at; default 1e-7. */
  readonly gradientTolerance?: number;
  /**
   * Random starts at the first bond dimension; the best two after half of the rounds go on, and the one of least energy after all of them is
   * kept. Default 4 up to χ = 4, else 8. In all but the first, w and v of modified binary layers begin as mirror images.
   */
  readonly starts?: number;
  readonly seed?: number;
}

/** A scale-invariant network of a chain. */
export interface CriticalMera {
  readonly model: ChainModel;
  readonly shape: NetworkShape;
  readonly network: LayeredNetwork;
  /** Parameters of all layers, from the chain upwards. */
  readonly theta: Float64Array;
  /** Per site of the chain: above that of the ground state. */
  readonly energy: number;
  /** Of the gradient on the manifold of isometries. */
  readonly gradientNorm: number;
  readonly result: Result;
  readonly steps: number;
  /** Energies where the rounds of each start ended: of all starts, or of the network that grew out of a smaller one. */
  readonly starts: readonly number[];
}

/** Progress. */
export interface CriticalMeraStep {
  readonly bond: number;
  readonly phase: 'alternating' | 'gradient';
  readonly step: number;
  readonly energy: number;
}

/**
 * Scale-invariant networks of a critical chain, one for each bond dimension: alternating updates from random starts, then the exact
 * gradient on the manifold of isometries, then the same network inside a larger one.
 *
 * The energy is an upper bound and no evidence: networks of good energy may have a wrong spectrum. `meraCertificate` looks at it.
 *
 * @returns one network for each of `bonds`
 * @throws {DomainError} bonds that do not ascend; a bond that the layers below cannot have
 * @throws {ShapeError | DomainError} a malformed model
 *
 * Ternary, critical Ising chain: χ = 4 in seconds, χ = 8 in minutes.
 *
 * @example
 * ```ts
 * import { solution } from 'bulkweave';
 * import { criticalIsing, criticalMera, meraCertificate } from 'bulkweave/systems/renormalisation';
 *
 * const [mera] = solution(criticalMera(criticalIsing(), { bonds: [2], rounds: 60, maxSteps: 60 }));
 * const { verdict, dimensions, centralCharge } = meraCertificate(mera!);
 * console.log(verdict); // wrong fixed point
 * console.log(dimensions[1], centralCharge);
 * ```
 */
export function* criticalMera(
  model: ChainModel,
  options: CriticalMeraOptions = {},
): Generator<CriticalMeraStep, readonly CriticalMera[]> {
  checkModel(model);
  const { bonds = [4], rounds = 100, maxSteps = 400, seed = 1 } = options;
  const { starts = bonds[0]! <= SMALL_BOND ? 4 : 8 } = options;
  if (bonds.length === 0 || bonds.some((bond, k) => !(Number.isInteger(bond) && bond > (bonds[k - 1] ?? 1)))) {
    throw new DomainError(`criticalMera: ascending bond dimensions above 1 required, got [${bonds}]`);
  }
  for (const [name, list] of [
    ['transitional layers', typeof options.transitional === 'number' ? undefined : options.transitional],
    ['middles', options.middles],
  ] as const) {
    if (list !== undefined && (list.length !== bonds.length || list.some((x, k) => !(x >= (list[k - 1] ?? 1))))) {
      throw new DomainError(`criticalMera: as many ${name} as bonds required, not descending, got [${list}]`);
    }
  }
  const steps = typeof maxSteps === 'number' ? bonds.map(() => maxSteps) : maxSteps;
  if (steps.length !== bonds.length || steps.some((count) => !(Number.isInteger(count) && count >= 0))) {
    throw new DomainError(`criticalMera: whole maxSteps ≥ 0, as many as bonds, required, got [${maxSteps}]`);
  }
  const real = model.term.interleaved.every((x, k) => k % 2 === 0 || x === 0);
  const found: CriticalMera[] = [];
  for (const [place, bond] of bonds.entries()) {
    const shape = shapeOf(model, bond, options);
    const before = found.at(-1);
    const network = networkOfLayers(model, shape, before?.network);
    const term = chainTerm(model, layersOf(network)[0]!, shape.block);
    const begun = Array.from({ length: before === undefined ? starts : 1 }, (_, start) => {
      const stream = randomStream(seed + start, `MERA of bond ${bond}`);
      const theta = networkStart(network, stream, { real, mirrored: start > 0 }, before);
      return {
        updates: alternatingUpdates(network, term, theta, { rounds, real }),
        reached: { theta, energy: Infinity },
      };
    });
    const { theta, energies } = yield* bestOf(begun, rounds, bond);
    const search = { ...options, maxSteps: steps[place]! };
    found.push({ ...(yield* polished(model, shape, network, term, theta, real, search)), starts: energies });
  }
  return found;
}

/** Up to this bond dimension half as many starts do: valleys are fewer. */
const SMALL_BOND = 4;

/** Starts that go on after half of the rounds, when valleys can be told apart by their energies. */
const FINALISTS = 2;

/** A start, and where its updates have led. */
interface Begun {
  readonly updates: Generator<AlternatingStep, Float64Array>;
  readonly reached: { readonly theta: Float64Array; readonly energy: number };
}

/** The start of least energy after the rounds; after half of them only the best ones go on. */
function* bestOf(
  starts: readonly Begun[],
  rounds: number,
  bond: number,
): Generator<CriticalMeraStep, { readonly theta: Float64Array; readonly energies: readonly number[] }> {
  let step = 0;
  function* advanced({ updates, reached }: Begun, count: number): Generator<CriticalMeraStep, Begun> {
    for (let round = 0; round < count; round++) {
      const next = updates.next();
      if (next.done) break;
      reached = next.value;
      yield { bond, phase: 'alternating', step: step++, energy: reached.energy };
    }
    return { updates, reached };
  }
  const first = starts.length > FINALISTS ? Math.ceil(rounds / 2) : rounds;
  const ended: Begun[] = [];
  for (const start of starts) ended.push(yield* advanced(start, first));
  const order = [...ended.keys()].sort((a, b) => ended[a]!.reached.energy - ended[b]!.reached.energy);
  for (const k of order.slice(0, FINALISTS)) ended[k] = yield* advanced(ended[k]!, rounds - first);
  const all = ended.map(({ reached }) => reached);
  const best = all.reduce((least, one) => (one.energy < least.energy ? one : least));
  return { theta: best.theta, energies: all.map(({ energy }) => energy) };
}

/** The smallest blocks and numbers of layers that do, where none are asked for. */
function shapeOf(model: ChainModel, bond: number, options: CriticalMeraOptions): NetworkShape {
  const { form = 'ternary', graded = true, bonds = [4] } = options;
  const block =
    options.block ?? (form === 'binary' ? Math.max(1, Math.ceil((model.range - 1) / 2)) : Math.max(1, model.range - 1));
  const legs = form === 'ternary' ? 3 : 2;
  let transitional = 0;
  for (let size = model.dimension ** block; size < Math.max(...bonds); size **= legs) transitional++;
  const place = bonds.indexOf(bond);
  const asked = typeof options.transitional === 'number' ? options.transitional : options.transitional?.[place];
  const middle = options.middles?.[place];
  const layers = Math.max(2 + Math.ceil(Math.log2(bond / bonds[0]!)), transitional);
  const shape = { form, bond, transitional: asked ?? layers, block, graded };
  return middle === undefined ? shape : { ...shape, middle };
}

/** Steps between two preconditioners, and pairs that L-BFGS remembers beside them: more cost more than they save. */
const RENEWED = 10;
const MEMORY = 8;

type Search = Generator<Step<LbfgsState>, Solution<Iterate<LbfgsState>>>;

function* polished(
  model: ChainModel,
  shape: NetworkShape,
  network: LayeredNetwork,
  term: Float64Array,
  start: Float64Array,
  real: boolean,
  { maxSteps, optimiser = 'lbfgs', gradientTolerance = 1e-7 }: CriticalMeraOptions & { readonly maxSteps: number },
): Generator<CriticalMeraStep, Omit<CriticalMera, 'starts'>> {
  const manifold = layerManifold(layersOf(network), { real });
  const objective = scaleInvariantEnergy(network, term);
  const stop = { gradientTolerance, manifold };
  const told = (step: number, energy: number): CriticalMeraStep => ({
    bond: shape.bond,
    phase: 'gradient',
    step,
    energy,
  });
  const ended = <State>(solution: Solution<Iterate<State>>, steps: number): Omit<CriticalMera, 'starts'> => {
    const { x, evaluation } = solution.value;
    const gradientNorm = length(manifold.project(x, evaluation.gradient));
    return { model, shape, network, theta: x, energy: evaluation.value, gradientNorm, result: solution.result, steps };
  };
  if (optimiser !== 'lbfgs') {
    const search = minimise(objective, conjugateGradient({ manifold }), start, { ...stop, maxSteps });
    for (let next = search.next(); ; next = search.next()) {
      if (next.done) return ended(next.value, next.value.steps);
      yield told(next.value.step, next.value.evaluation.value);
    }
  }
  let at: Float64Array | Iterate<LbfgsState> = start;
  for (let steps = 0; ; ) {
    const preconditioner = scaledPreconditioner(network, term, at, real);
    const few = { ...stop, maxSteps: Math.min(RENEWED, maxSteps - steps) };
    const search: Search = minimise(objective, lbfgs({ manifold, preconditioner, memory: MEMORY }), at, few);
    let next = search.next();
    for (; !next.done; next = search.next()) {
      const { step, evaluation } = next.value;
      if (step > 0 || steps === 0) yield told(steps + step, evaluation.value);
    }
    const { value, result, steps: done } = next.value;
    at = value;
    steps += done;
    const goesOn = result === 'max-steps' || (result === 'stalled' && done > 0);
    if (!goesOn || steps >= maxSteps) return ended(next.value, steps);
  }
}

/** `layerPreconditioner`, times the number that fits it to the newest change of the gradient. */
function scaledPreconditioner(
  network: LayeredNetwork,
  term: Float64Array,
  at: Float64Array | Iterate<LbfgsState>,
  real: boolean,
): (gradient: Float64Array) => Float64Array {
  const own = layerPreconditioner(network, term, at instanceof Float64Array ? at : at.x, { real });
  const newest = at instanceof Float64Array ? undefined : at.state.pairs.at(-1);
  const scale = newest === undefined ? 1 : dot(newest.s, newest.y) / dot(newest.y, own(newest.y));
  return (gradient) => times(scale, own(gradient));
}
