/** @file Thermal states of chains by purification: every site is doubled, and the pair that was maximally entangled cools. */

import { type ComplexArray, sizeOf } from '../linalg/complex.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { OperatorSum } from '../operator/operator-sum.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import { chainEvolution } from './chain-evolution.ts';
import { type MatrixProductOperator, matrixProductOperator } from './matrix-product-operator.ts';
import { networkOfChain } from './matrix-product-state.ts';

/** How far and how finely a chain is cooled. */
export interface ThermalOptions {
  /** β, the inverse temperature. */
  readonly beta: number;
  /** Steps from β = 0; default 20·β, at least 8. */
  readonly steps?: number;
  /** Greatest bond dimension of the purification. */
  readonly bond: number;
  /** Schmidt weight that may be dropped at each bond and step; default 1e-17, since all errors add up. */
  readonly tolerance?: number;
}

/** A thermal state: exp(−βH)/Z is the state on the first half of every doubled site. */
export interface ThermalState {
  readonly beta: number;
  /** log Tr exp(−βH). */
  readonly logPartition: number;
  /** Tr ρH. */
  readonly energy: number;
  /** β(E − F) = βE + log Z, in nats. */
  readonly entropy: number;
  readonly discarded: number;
  readonly bond: number;
  /** The purification, of norm 1; sites of dimension d², the physical half more significant. */
  readonly state: () => NetworkPoint<TensorNetwork>;
}

/**
 * The purification of exp(−βH)/Z by imaginary time, with a result for every step on the way from β = 0.
 *
 *     |β⟩ = exp(−βH/2) ⊗ 1 · Π_sites Σ_s |s s⟩/√d,    Z = dⁿ·‖·‖²
 *
 * @throws {ShapeError | DomainError} as `matrixProductOperator` and `chainEvolution`
 *
 * @see Verstraete, García-Ripoll & Cirac, Phys. Rev. Lett. 93, 207204 (2004)
 */
export function* thermalChain(
  sum: PauliSum | OperatorSum,
  { beta, steps = Math.max(8, Math.ceil(20 * beta)), bond, tolerance = 1e-17 }: ThermalOptions,
): Generator<ThermalState, ThermalState> {
  const operator = matrixProductOperator(sum);
  const dimensions = operator.map(({ shape }) => shape[1]!);
  const logStates = dimensions.reduce((total, d) => total + Math.log(d), 0);
  const options = { time: beta / 2, steps, bond, tolerance, imaginary: true } as const;
  const cooling = chainEvolution(onDoubledSites(operator), infiniteTemperature(dimensions), options);
  for (;;) {
    const { value, done } = cooling.next();
    const { time, energy, logNorm, discarded, state, bond: widest } = value;
    const logPartition = logStates + 2 * logNorm;
    const reached = {
      beta: 2 * time,
      logPartition,
      energy,
      entropy: 2 * time * energy + logPartition,
      discarded,
      bond: widest,
      state,
    };
    if (done) return reached;
    yield reached;
  }
}

/** W ⊗ 1: the second half of every site is left alone. */
export function onDoubledSites(operator: MatrixProductOperator): MatrixProductOperator {
  return operator.map(({ shape, interleaved }) => {
    const [left, d, , right] = shape as [number, number, number, number];
    const own = [left, d * d, d * d, right];
    const out = new Float64Array(2 * sizeOf(own));
    for (let at = 0; at < interleaved.length / 2; at++) {
      const b = at % right;
      const j = Math.floor(at / right) % d;
      const i = Math.floor(at / right / d) % d;
      const a = Math.floor(at / right / d / d);
      for (let copy = 0; copy < d; copy++) {
        const to = ((a * d * d + i * d + copy) * d * d + j * d + copy) * right + b;
        out[2 * to] = interleaved[2 * at]!;
        out[2 * to + 1] = interleaved[2 * at + 1]!;
      }
    }
    return { shape: own, interleaved: out };
  });
}

/** Every site maximally entangled with its double. */
function infiniteTemperature(dimensions: readonly number[]): NetworkPoint<TensorNetwork> {
  return networkOfChain(
    dimensions.map((d): ComplexArray => {
      const interleaved = new Float64Array(2 * d * d);
      for (let s = 0; s < d; s++) interleaved[2 * s * (d + 1)] = 1 / Math.sqrt(d);
      return { shape: [1, d * d, 1], interleaved };
    }),
  );
}
