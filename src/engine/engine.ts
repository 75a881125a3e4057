/**
 * @file The numerical core behind one interface. It knows bits and complex numbers, no physics.
 * All arrays are interleaved complex float64. Today the plain-TypeScript twin serves; a compiled
 * engine takes its place here, without a change elsewhere.
 */

import { typescriptEngine } from './typescript-engine.ts';

/**
 * A signed bit permutation, the action of a Pauli word on basis states:
 *
 *     P|b⟩ = i^quarterTurns · (−1)^{parity(sign & b)} · |b xor flip⟩.
 *
 * It squares to one, so `quarterTurns` is the number of Y letters.
 */
export interface BitOperator {
  readonly flip: number;
  readonly sign: number;
  readonly quarterTurns: number;
}

/** The kernels. A state of n qubits has 2·2ⁿ numbers. Arguments named first are changed in place. */
export interface Engine {
  readonly name: string;
  /** state ← exp(−i·angle·P/2) state. O(2ⁿ). */
  rotate(state: Float64Array, operator: BitOperator, angle: number): void;
  /**
   * One step of the adjoint method: un-applies exp(−i·angle·P/2) from state and cotangent and returns
   * Im⟨cotangent|P state⟩ / 2, the derivative of Re⟨cotangent|state⟩ with respect to the angle. O(2ⁿ).
   */
  rotateBackward(state: Float64Array, cotangent: Float64Array, operator: BitOperator, angle: number): number;
  /** out ← out + (re + i·im) · P state. O(2ⁿ). */
  accumulate(out: Float64Array, state: Float64Array, operator: BitOperator, re: number, im: number): void;
  /** ⟨bra|P ket⟩ as [re, im]. O(2ⁿ). */
  sandwich(bra: Float64Array, operator: BitOperator, ket: Float64Array): readonly [number, number];
  /**
   * C = op(A)·op(B) for row-major A, B; op is the identity, or the adjoint where the flag says so.
   * C has shape m × n, the summed dimension is k. O(mnk).
   */
  multiply(
    a: Float64Array,
    b: Float64Array,
    m: number,
    n: number,
    k: number,
    adjointA: boolean,
    adjointB: boolean,
  ): Float64Array;
  /** The array with its axes in the given order: out.shape[j] = shape[axes[j]]. O(size). */
  permute(array: Float64Array, shape: readonly number[], axes: readonly number[]): Float64Array;
}

/** The engine in use. */
export const engine: Engine = typescriptEngine;
