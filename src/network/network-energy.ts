/** @file Energies of isometric networks, with gradients: each term sees its causal cone only. */

import { currentEngine } from '../engine/engine.ts';
import type { ProductProgram } from '../engine/product-program.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { addScaledMatrix, adjoint, frobeniusNorm } from '../linalg/matrix.ts';
import type { LocalTerm } from '../operator/local-terms.ts';
import type { Objective } from '../optimise/objective.ts';
import { energyPlan } from './energy-plan.ts';
import { energyProgram } from './energy-program.ts';
import { isTrainable, networkTensors, pullbackTensors } from './node-tensor.ts';
import type { TensorNetwork } from './tensor-network.ts';

/** Tapes of more bytes than this are made again on the way back instead of being kept. */
const MOST_KEPT = 2 ** 28;

/**
 * E(θ) = Σ_terms ⟨ψ(θ)|h|ψ(θ)⟩ of a network of gates and isometries, with its gradient, as an objective for `minimise`
 * on the manifold `productManifold(manifoldOf(network))`. ψ has norm 1 there; elsewhere the gradient is that of the
 * contraction of all causal cones, as if the other nodes were isometries.
 *
 * Terms climb from the boundary to the top: above each layer of the network those with equal or contained supports are
 * added, so that a scale of a MERA costs half of the scale below it.
 *
 * @param terms - e.g. `localTerms(sum)`; several terms may act on the same sites
 * @throws {ShapeError} a matrix that does not fit its sites
 * @throws {DomainError} a matrix that is not Hermitian, a free tensor, a site that does not exist or occurs twice,
 *   logical inputs
 *
 * Cost of a binary MERA of n sites, value and gradient: O(n χ⁹).
 *
 * @see Evenbly & Vidal, Phys. Rev. B 79, 144108 (2009)
 */
export function networkEnergy(network: TensorNetwork, terms: readonly LocalTerm[]): Objective {
  checkTerms(network, terms);
  const supports = terms.map(({ sites }) => sites.map((site) => network.boundary[site]!));
  const plan = energyPlan(network, supports);
  const kept = energyProgram(network, plan, supports, false);
  const program = tapeBytes(kept) > MOST_KEPT ? energyProgram(network, plan, supports, true) : kept;
  const operators = terms.map(({ matrix }) => matrix.interleaved);
  const one = Float64Array.of(1, 0);
  const trainable = network.nodes.map(isTrainable);
  return (theta) => {
    const kets = networkTensors(network, theta).map(({ interleaved }) => interleaved);
    const bras = kets.map((ket) => ket.map((x, k) => (k % 2 === 0 ? x : -x)));
    const [energy, ...gradients] = currentEngine().runProducts(program, [one, ...operators, ...kets, ...bras]);
    let next = 0;
    const cotangents = trainable.map((wanted) => (wanted ? gradients[next++] : undefined));
    // The bra contributes the conjugate of what the ket does, since the operators are Hermitian.
    return { value: energy![0]!, gradient: pullbackTensors(network, theta, cotangents).map((x) => 2 * x) };
  };
}

/** Entries of all arrays, in bytes. */
const tapeBytes = ({ sizes }: ProductProgram): number => 16 * sizes.reduce((sum, size) => sum + size, 0);

function checkTerms(network: TensorNetwork, terms: readonly LocalTerm[]): void {
  if (network.bulk.length > 0) throw new DomainError('networkEnergy: a network without logical inputs required');
  if (terms.length === 0) throw new DomainError('networkEnergy: at least one term required');
  for (const { sites, matrix } of terms) {
    const n = network.boundary.length;
    const fine = sites.every((site, k) => network.boundary[site] !== undefined && sites.indexOf(site) === k);
    if (!fine) throw new DomainError(`networkEnergy: different sites below ${n} required, got [${sites}]`);
    const size = sizeOf(sites.map((site) => network.dimensions[network.boundary[site]!]!));
    if (matrix.rows !== size || matrix.cols !== size) {
      throw new ShapeError(
        `networkEnergy: a matrix ${size}×${size} on sites [${sites}] required, got ${matrix.rows}×${matrix.cols}`,
      );
    }
    const skew = frobeniusNorm(addScaledMatrix(matrix, [-1, 0], adjoint(matrix)));
    if (!(skew <= 1e-12 * frobeniusNorm(matrix))) {
      throw new DomainError(`networkEnergy: Hermitian terms required, got ‖h − h†‖ = ${skew} on sites [${sites}]`);
    }
  }
}
