/** @file What speaks for a scale-invariant network, and a verdict: a good energy is not enough. */

import { manifoldOf } from '../../network/network-manifold.ts';
import { significant } from '../../number-format.ts';
import { isometryDefect } from '../../optimise/stiefel.ts';
import type { CriticalMera } from './critical-mera.ts';
import { chainTerm, type ScalingLine } from './critical-model.ts';
import { centralCharge } from './scale-entropies.ts';
import { layerParameters, layersOf, scaleInvariantState } from './scale-invariant-energy.ts';
import { type ScalingOperator, scalingSpectrum } from './scaling-spectrum.ts';

/** What is concluded. */
export type MeraVerdict = 'critical as expected' | 'wrong fixed point' | 'not converged' | 'nothing to compare with';

/** The numbers behind a network. */
export interface MeraCertificate {
  readonly energy: number;
  /** Above the exact energy, relative to it; null where that is not known. */
  readonly error: number | null;
  readonly gradientNorm: number;
  /** ‖W†W − 1‖ of the worst tensor. */
  readonly isometryDefect: number;
  /** ‖D(ρ*) − ρ*‖. */
  readonly fixedPointResidual: number;
  readonly centralCharge: number;
  /** Scaling dimensions without the identity, ascending. */
  readonly dimensions: readonly number[];
  /** With a string of the symmetry; [] where the tensors have none. */
  readonly twisted: readonly number[];
  /** Greatest relative deviation from the exact dimensions of the lowest line, local and twisted; null where none are known. */
  readonly deviation: number | null;
  /** Change of energy and of the least dimension from a smaller bond dimension; null without one. */
  readonly fromSmaller: { readonly bond: number; readonly energy: number; readonly dimension: number } | null;
  readonly verdict: MeraVerdict;
  /** The verdict in words. */
  readonly because: string;
}

/** Relative deviation of the lowest dimensions, and of the central charge, that is still the expected fixed point. */
const NEAR = 0.1;
const NEAR_CHARGE = 0.15;
/** Norm of the gradient above which a search is not at rest. */
const AT_REST = 1e-2;
/** An operator of a smaller dimension than this is a second identity: a broken symmetry. */
const IDENTITY = 0.02;

/**
 * The certificate of a network. The verdict looks at the energy last: the lowest line of scaling dimensions and the central charge
 * must be those of the model, else the network is at a wrong fixed point, however good its energy.
 *
 * @param smaller - the network of the same chain at a smaller bond dimension
 */
export function meraCertificate(mera: CriticalMera, smaller?: CriticalMera): MeraCertificate {
  const { model, shape, network, theta, energy, gradientNorm } = mera;
  const layers = layersOf(network);
  const parameters = layerParameters(layers, theta);
  const { residual } = scaleInvariantState(network, theta, chainTerm(model, layers[0]!, shape.block));
  const fixed = parameters.at(-1)!;
  const local = localDimensions(mera);
  const twisted =
    network.fixed.grading === undefined ? [] : scalingSpectrum(network.fixed, fixed, { twist: 1 }).map(dimensionOf);
  const charge = centralCharge(network.fixed, fixed);
  const { exact } = model;
  const deviation =
    exact === undefined
      ? null
      : Math.max(deviationOf(local, exact.dimensions), twisted.length > 0 ? deviationOf(twisted, exact.twisted) : 0);
  const numbers = {
    energy,
    error: exact === undefined ? null : (energy - exact.energy) / Math.abs(exact.energy),
    gradientNorm,
    isometryDefect: Math.max(...layers.map(({ unit }, k) => isometryDefect(parameters[k]!, manifoldOf(unit)))),
    fixedPointResidual: residual,
    centralCharge: charge,
    dimensions: local,
    twisted,
    deviation,
    fromSmaller:
      smaller === undefined
        ? null
        : {
            bond: smaller.shape.bond,
            energy: energy - smaller.energy,
            dimension: local[0]! - localDimensions(smaller)[0]!,
          },
  };
  return { ...numbers, ...judged(mera, numbers) };
}

const dimensionOf = ({ dimension }: ScalingOperator): number => dimension;

/** Without the identity. */
function localDimensions({ network, theta }: CriticalMera): readonly number[] {
  const fixed = theta.subarray(theta.length - network.fixed.unit.parameters);
  return scalingSpectrum(network.fixed, fixed).map(dimensionOf).slice(1);
}

/** Of the operators of the lowest line, relative to its value. */
function deviationOf(found: readonly number[], lines: readonly ScalingLine[] = []): number {
  const [lowest] = lines;
  if (lowest === undefined) return 0;
  const own = Array.from({ length: lowest.count }, (_, k) => found[k] ?? Infinity);
  return Math.max(...own.map((value) => Math.abs(value / lowest.value - 1)));
}

function judged(
  { model: { exact, name } }: CriticalMera,
  numbers: Omit<MeraCertificate, 'verdict' | 'because'>,
): Pick<MeraCertificate, 'verdict' | 'because'> {
  const { error, gradientNorm, dimensions, deviation, centralCharge: c } = numbers;
  const told = `dimensions ${dimensions
    .slice(0, 3)
    .map((x) => significant(x, 3))
    .join(', ')} and c = ${significant(c, 3)}`;
  const isBroken = dimensions[0]! < IDENTITY;
  if (isBroken) {
    return {
      verdict: 'wrong fixed point',
      because: `an operator of dimension ${significant(dimensions[0]!, 2)} beside the identity: the network breaks a symmetry`,
    };
  }
  if (gradientNorm > AT_REST) {
    return {
      verdict: 'not converged',
      because: `the gradient still has norm ${significant(gradientNorm, 2)}; ${told}`,
    };
  }
  if (exact === undefined || deviation === null || error === null) {
    return { verdict: 'nothing to compare with', because: `no exact values are known; ${told}` };
  }
  const [lowest] = exact.dimensions;
  const wanted = `${lowest!.count === 1 ? '' : `${lowest!.count} × `}${significant(lowest!.value, 3)} and c = ${significant(exact.centralCharge, 3)}`;
  const isCharge = Math.abs(c / exact.centralCharge - 1) <= NEAR_CHARGE;
  if (deviation <= NEAR && isCharge) {
    return {
      verdict: 'critical as expected',
      because: `${told} where ${name} has ${wanted}; energy ${significant(error, 2)} above the exact one, relative to it`,
    };
  }
  return {
    verdict: 'wrong fixed point',
    because: `${told} where ${name} has ${wanted}, although the energy is only ${significant(error, 2)} above the exact one, relative to it`,
  };
}
