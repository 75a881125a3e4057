/** @file Thermal states by finitely many layers under a mixed top: a network that ends at a horizon, with a bound of the free energy. */

import { DomainError } from '../../errors.ts';
import { sizeOf } from '../../linalg/complex.ts';
import { randomStream } from '../../linalg/random.ts';
import { dot, length } from '../../linalg/real-vector.ts';
import { lbfgs } from '../../optimise/lbfgs.ts';
import type { Manifold } from '../../optimise/manifold.ts';
import { minimise } from '../../optimise/minimise.ts';
import type { Objective } from '../../optimise/objective.ts';
import type { Result } from '../../solution.ts';
import type { Nats } from '../../units.ts';
import { type ChainModel, chainTerm, checkModel } from './critical-model.ts';
import { fixedShares } from './fixed-point.ts';
import { layerManifold } from './graded-isometries.ts';
import { layerMaps } from './layer-maps.ts';
import { layerStart } from './layer-start.ts';
import { joinedParameters, networkOfLayers } from './layered-network.ts';
import { neighbourhoods, type RenormalisationLayer } from './renormalisation-layer.ts';
import { layerParameters, layersOf } from './scale-invariant-energy.ts';
import type { LayerForm } from './standard-layers.ts';

/** How a thermal network is found. */
export interface ThermalMeraOptions {
  /** β, in units of the inverse energy; 0 is the maximally mixed state. */
  readonly beta: number;
  /** T, layers below the top; default 2. */
  readonly layers?: number;
  /** Default 'ternary'. */
  readonly form?: LayerForm;
  /** Greatest bond dimension; default 4. */
  readonly bond?: number;
  /** Default true. */
  readonly graded?: boolean;
  /** Default 300. */
  readonly maxSteps?: number;
  /** Default 1e-7. */
  readonly gradientTolerance?: number;
  readonly seed?: number;
}

/** A thermal network of a chain: layers under a product of mixed sites. */
export interface ThermalMera {
  readonly model: ChainModel;
  readonly beta: number;
  readonly layers: readonly RenormalisationLayer[];
  /** Parameters of all layers, and the logarithms of p, up to a constant. */
  readonly x: Float64Array;
  /** Spectrum p of a site at the top. */
  readonly spectrum: readonly number[];
  /** Sites of the chain below one at the top, b^T. */
  readonly sites: number;
  /** All per site of the chain. */
  readonly energy: number;
  readonly entropy: Nats;
  /** E − S/β: at least that of the Gibbs state; −∞ at β = 0. */
  readonly freeEnergy: number;
  readonly gradientNorm: number;
  readonly result: Result;
}

/**
 * The free energy per site of T layers of isometries under Π_x diag(p),
 *
 *     F = Tr (ρ_p ⊗ ρ_p) A_{T−1}(⋯A_0(h)) − H(p)/(β b^T),    H(p) = −Σ p ln p,
 *
 * as an objective of all parameters and the logarithms of p. Isometries keep spectra, so that the entropy is exact, and F is an
 * upper bound of the free energy of the infinite chain and of every ring of n·b^T sites, n ≥ 2 (3 for binary layers): the ansatz of a
 * product spectrum.
 *
 * @param term - h, as `chainTerm` gives it
 * @param beta - above 0
 *
 * One application of each layer each way.
 *
 * @see Martyn & Swingle, arXiv:1812.01015 (2018)
 */
export function thermalFreeEnergy(
  layers: readonly RenormalisationLayer[],
  term: Float64Array,
  beta: number,
): Objective {
  if (!(beta > 0)) throw new DomainError(`thermalFreeEnergy: β > 0 required, got ${beta}`);
  return (x) => {
    const { energy, entropy, slopes, byTop, spectrum } = evaluated(layers, term, x);
    const sites = sitesBelow(layers);
    // dF/dp, and from there to the logarithms of p.
    const byProbability = spectrum.map((p, k) => byTop[k]! + (Math.log(p) + 1) / (beta * sites));
    const mean = spectrum.reduce((sum, p, k) => sum + p * byProbability[k]!, 0);
    const byLogarithm = Float64Array.from(spectrum, (p, k) => p * (byProbability[k]! - mean));
    return { value: energy - entropy / beta, gradient: joinedParameters([...slopes, byLogarithm]) };
  };
}

/**
 * The thermal network of least free energy that L-BFGS finds from a start near the identity. The spectrum of each site at the top
 * is free, that of the chain a product of them.
 *
 * @throws {DomainError} β < 0, no layers
 * @throws {ShapeError | DomainError} a malformed model
 */
export function* thermalMera(
  model: ChainModel,
  options: ThermalMeraOptions,
): Generator<{ readonly step: number; readonly freeEnergy: number }, ThermalMera> {
  checkModel(model);
  const { beta, layers: count = 2, form = 'ternary', bond = 4, graded = true, seed = 1 } = options;
  if (!(beta >= 0)) throw new DomainError(`thermalMera: β ≥ 0 required, got ${beta}`);
  if (!(Number.isInteger(count) && count >= 1)) throw new DomainError(`thermalMera: layers ≥ 1 required, got ${count}`);
  const block = Math.max(1, form === 'binary' ? Math.ceil((model.range - 1) / 2) : model.range - 1);
  if (block > 1) throw new DomainError('thermalMera: a term that fits one neighbourhood of sites required');
  const real = model.term.interleaved.every((value, k) => k % 2 === 0 || value === 0);
  const widest = model.dimension ** ((form === 'ternary' ? 3 : 2) ** count);
  const shape = { form, bond: Math.min(bond, widest), transitional: count, block, graded };
  const layers = layersOf(networkOfLayers(model, shape)).slice(0, -1);
  const term = chainTerm(model, layers[0]!, block);
  const stream = randomStream(seed, 'thermal MERA');
  const top = layers.at(-1)!.unit.dimensions[layers.at(-1)!.unit.bulk[0]!]!;
  const start = joinedParameters([
    ...layers.map((layer) => layerStart(layer, stream, { real })),
    new Float64Array(top),
  ]);
  const ended = (x: Float64Array, gradientNorm: number, result: Result): ThermalMera => {
    const { energy, entropy, spectrum } = evaluated(layers, term, x);
    const freeEnergy = beta === 0 ? -Infinity : energy - entropy / beta;
    return {
      model,
      beta,
      layers,
      x,
      spectrum,
      sites: sitesBelow(layers),
      energy,
      entropy,
      freeEnergy,
      gradientNorm,
      result,
    };
  };
  if (beta === 0) return ended(start, 0, 'converged');
  const manifold = besideFlat(layerManifold(layers, { real }), start.length - top);
  const { maxSteps = 300, gradientTolerance = 1e-7 } = options;
  const objective = thermalFreeEnergy(layers, term, beta);
  const search = minimise(objective, lbfgs({ manifold }), start, { maxSteps, gradientTolerance, manifold });
  for (;;) {
    const next = search.next();
    if (!next.done) yield { step: next.value.step, freeEnergy: next.value.evaluation.value };
    else {
      const { x, evaluation } = next.value.value;
      return ended(x, length(manifold.project(x, evaluation.gradient)), next.value.result);
    }
  }
}

/** Densities of neighbourhoods, of trace 1 in all, from the chain (0) to the top (T). */
export function thermalDensities({ layers, x }: Pick<ThermalMera, 'layers' | 'x'>): readonly Float64Array[] {
  const { parameters, spectrum } = partsOf(layers, x);
  const densities = [productDensity(layers.at(-1)!, spectrum)];
  layers.toReversed().forEach((layer, k) => {
    densities.unshift(layerMaps(layer, parameters[layers.length - 1 - k]!).descend(densities[0]!));
  });
  return densities;
}

const sitesBelow = (layers: readonly RenormalisationLayer[]): number =>
  layers.reduce((product, { branching }) => product * branching, 1);

function partsOf(layers: readonly RenormalisationLayer[], x: Float64Array) {
  const count = layers.reduce((sum, { unit }) => sum + unit.parameters, 0);
  const logarithms = x.subarray(count);
  const greatest = Math.max(...logarithms);
  const weights = Array.from(logarithms, (value) => Math.exp(value - greatest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const parameters = layerParameters(layers, x.subarray(0, count));
  return { parameters, spectrum: weights.map((weight) => weight / total) };
}

function evaluated(layers: readonly RenormalisationLayer[], term: Float64Array, x: Float64Array) {
  const { parameters, spectrum } = partsOf(layers, x);
  const maps = layers.map((layer, k) => layerMaps(layer, parameters[k]!));
  const operators = [term];
  for (const { ascend } of maps) operators.push(ascend(operators.at(-1)!));
  const top = layers.at(-1)!;
  const densities = [productDensity(top, spectrum)];
  for (const { descend } of maps.slice(1).toReversed()) densities.unshift(descend(densities[0]!));
  const energy = dot(densities.at(-1)!, operators.at(-1)!);
  const entropy = -spectrum.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0) / sitesBelow(layers);
  const slopes = maps.map(({ slope }, k) => slope(densities[k]!, operators[k]!));
  return { energy, entropy, slopes, byTop: slopesOfTop(top, spectrum, operators.at(-1)!), spectrum };
}

/** Π diag(p) on each kind of coarse neighbourhood, weighted by its share. */
function productDensity(layer: RenormalisationLayer, spectrum: readonly number[]): Float64Array {
  const shares = fixedShares(layer).density;
  const matrices = neighbourhoods(layer, 'coarse').map((dimensions, kind) => {
    const rows = sizeOf(dimensions);
    const matrix = new Float64Array(2 * rows * rows);
    for (let k = 0; k < rows; k++) {
      const product = digitsOf(k, dimensions).reduce((p, digit) => p * spectrum[digit]!, 1);
      matrix[2 * k * (rows + 1)] = shares[kind]! * product;
    }
    return matrix;
  });
  return joinedParameters(matrices);
}

/** The derivatives of the energy by p. */
function slopesOfTop(
  layer: RenormalisationLayer,
  spectrum: readonly number[],
  operator: Float64Array,
): readonly number[] {
  const shares = fixedShares(layer).density;
  const slopes = new Array<number>(spectrum.length).fill(0);
  let offset = 0;
  neighbourhoods(layer, 'coarse').forEach((dimensions, kind) => {
    const rows = sizeOf(dimensions);
    for (let k = 0; k < rows; k++) {
      const digits = digitsOf(k, dimensions);
      const value = shares[kind]! * operator[offset + 2 * k * (rows + 1)]!;
      digits.forEach((digit, site) => {
        const others = digits.reduce((p, other, at) => (at === site ? p : p * spectrum[other]!), 1);
        slopes[digit] = slopes[digit]! + value * others;
      });
    }
    offset += 2 * rows * rows;
  });
  return slopes;
}

function digitsOf(index: number, dimensions: readonly number[]): readonly number[] {
  const digits: number[] = [];
  for (const d of dimensions.toReversed()) {
    digits.unshift(index % d);
    index = Math.floor(index / d);
  }
  return digits;
}

/** A manifold of the first so many numbers, beside free ones. */
function besideFlat({ project, retract }: Manifold, count: number): Manifold {
  const both = (head: Float64Array, tail: Float64Array): Float64Array => joinedParameters([head, tail]);
  return {
    project: (x, vector) => both(project(x.subarray(0, count), vector.subarray(0, count)), vector.subarray(count)),
    retract: (x, tangent) =>
      both(
        retract(x.subarray(0, count), tangent.subarray(0, count)),
        x.subarray(count).map((value, k) => value + tangent[count + k]!),
      ),
  };
}
