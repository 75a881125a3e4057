/** @file The central charge of a chain without end from the finite entanglement of its matrix-product states. */

import { DomainError } from '../errors.ts';
import { centralChargeFit } from '../geometry/distance-fit.ts';
import { distributionEntropy } from '../state/entropy.ts';
import { transferSpectrum } from './transfer-spectrum.ts';
import type { UniformChain } from './uniform-chain.ts';

/** A critical chain as matrix-product states of several bond dimensions see it. */
export interface EntanglementScaling {
  /** D, ξ of the transfer matrix, and the entropy of half of the chain in nats. */
  readonly points: readonly { readonly bond: number; readonly correlationLength: number; readonly entropy: number }[];
  readonly centralCharge: number;
  /** The standard error of the fit, or the difference between the smaller and the larger half of the bond dimensions, whichever is greater. */
  readonly error: number;
}

/**
 * The central charge by finite-entanglement scaling. At a critical point a bond dimension D cuts correlations off at a length ξ(D), and half
 * of the chain has the entropy of a chain of that length:
 *
 *     S(D) = (c/6) ln ξ(D) + s.
 *
 * @param chains - ground states of one critical Hamiltonian at six or more bond dimensions
 * @throws {DomainError} fewer than six bond dimensions, or one twice; a state without correlations, or with infinite ones
 *
 * @see Pollmann, Mukerjee, Turner & Moore, Phys. Rev. Lett. 102, 255701 (2009)
 */
export function entanglementScaling(chains: readonly UniformChain[]): EntanglementScaling {
  const points = chains
    .map((chain) => ({
      bond: chain.tensors.centre.rows,
      correlationLength: transferSpectrum(chain, 2).value.correlationLength,
      entropy: distributionEntropy(chain.schmidt.map((s) => s * s)),
    }))
    .sort((a, b) => a.bond - b.bond);
  if (points.length < 6 || points.some(({ bond }, k) => bond === points[k + 1]?.bond)) {
    throw new DomainError(
      `entanglementScaling: six or more bond dimensions required, got [${points.map(({ bond }) => bond)}]`,
    );
  }
  const strange = points.find(({ correlationLength: length }) => !(length > 0 && length < Infinity));
  if (strange !== undefined) {
    throw new DomainError(
      `entanglementScaling: a finite correlation length required, got ${strange.correlationLength} at bond dimension ${strange.bond}`,
    );
  }
  const over = (own: typeof points) =>
    centralChargeFit(
      own.map(({ correlationLength }) => correlationLength),
      own.map(({ entropy }) => entropy),
      1,
    );
  const { centralCharge, centralChargeError } = over(points);
  const half = Math.ceil(points.length / 2);
  const apart = Math.abs(slope(points.slice(0, half)) - slope(points.slice(-half)));
  return { points, centralCharge, error: Math.max(centralChargeError, 6 * apart) };
}

/** Slope of S over ln ξ, by least squares. */
function slope(points: EntanglementScaling['points']): number {
  const logs = points.map(({ correlationLength }) => Math.log(correlationLength));
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const product = points.reduce((sum, { entropy }, k) => sum + (logs[k]! - mean) * entropy, 0);
  return product / logs.reduce((sum, x) => sum + (x - mean) ** 2, 0);
}
