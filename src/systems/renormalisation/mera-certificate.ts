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
export type MeraVerdict =
  | 'critical as expected'
  | 'not settled'
  | 'wrong fixed point'
  | 'not converged'
  | 'nothing to compare with';

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
  /** Greatest relative deviation of the lowest line of local dimensions from the exact one; null where none is known. */
  readonly deviation: number | null;
  /** The same with a string of the symmetry; null also where the tensors have none. */
  readonly twistedDeviation: number | null;
  /** Change of energy and of the least dimension from a smaller bond dimension; null without one. */
  readonly fromSmaller: { readonly bond: number; readonly energy: number; readonly dimension: number } | null;
  readonly verdict: MeraVerdict;
  /** The verdict in words. */
  readonly because: string;
}

/**
 * Relative deviations that are still the expected fixed point: of the lowest local dimensions, of the twisted ones, which are those of
 * single sites and less accurate, and of the central charge.
 */
const NEAR = 0.1;
const NEAR_TWISTED = 0.2;
const NEAR_CHARGE = 0.15;
/** Norm of the gradient above which a search is not at rest. */
const AT_REST = 1e-2;
/** An operator of a smaller dimension than this is a second identity: a broken symmetry. */
const IDENTITY = 0.02;

/**
 * The certificate of a network. The verdict looks at the energy last: the lowest local dimensions must be those of the model, else
 * the network is at a wrong fixed point, however good its energy; where twisted dimensions or the central charge do not fit, it is
 * not settled.
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
  const deviation = exact === undefined ? null : deviationOf(local, exact.dimensions);
  const twistedDeviation =
    exact?.twisted === undefined || twisted.length === 0 ? null : deviationOf(twisted, exact.twisted);
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
    twistedDeviation,
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
function deviationOf(found: readonly number[], lines: readonly ScalingLine[]): number {
  const [lowest] = lines;
  if (lowest === undefined) return 0;
  const own = Array.from({ length: lowest.count }, (_, k) => found[k] ?? Infinity);
  return Math.max(...own.map((value) => Math.abs(value / lowest.value - 1)));
}

function judged(
  { model: { exact, name } }: CriticalMera,
  numbers: Omit<MeraCertificate, 'verdict' | 'because'>,
): Pick<MeraCertificate, 'verdict' | 'because'> {
  const { error, gradientNorm, dimensions, deviation, twistedDeviation, centralCharge: c } = numbers;
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
  const aside = `${significant(error, 2)} above the exact one, relative to it`;
  if (deviation > NEAR) {
    return {
      verdict: 'wrong fixed point',
      because: `${told} where ${name} has ${wanted}, although the energy is only ${aside}`,
    };
  }
  if ((twistedDeviation ?? 0) > NEAR_TWISTED || Math.abs(c / exact.centralCharge - 1) > NEAR_CHARGE) {
    return {
      verdict: 'not settled',
      because: `${told} where ${name} has ${wanted}: the lowest local dimensions fit, the twisted ones or c do not; energy ${aside}. A larger bond dimension decides`,
    };
  }
  return { verdict: 'critical as expected', because: `${told} where ${name} has ${wanted}; energy ${aside}` };
}
