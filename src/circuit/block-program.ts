/** @file A circuit of blocks as the engine runs it. */

import type { BlockProgram } from '../engine/block-program.ts';
import { bitOperator } from '../operator/pauli.ts';
import type { BlockCircuit, BlockGate } from './block-circuit.ts';

const known = new WeakMap<BlockCircuit, Map<number, BlockProgram | null>>();

/**
 * The engine's program for a circuit of blocks, remembered with it; null if a block has three qubits, for which the engine has no
 * gates.
 *
 * @param length - amplitudes of the state, 2ⁿ·E with an environment behind the register
 */
export function blockProgram(circuit: BlockCircuit, length: number): BlockProgram | null {
  const programs = known.get(circuit) ?? new Map<number, BlockProgram | null>();
  known.set(circuit, programs);
  const found = programs.get(length);
  if (found !== undefined) return found;
  const made = circuit.gates.some(({ sites }) => sites.length > 2) ? null : programOf(circuit.gates, length);
  programs.set(length, made);
  return made;
}

function programOf(gates: readonly BlockGate[], length: number): BlockProgram {
  const last = Math.log2(length) - 1;
  const operators = gates.map(({ sites, words }) => {
    const order = [...sites.keys()].sort((k, l) => sites[k]! - sites[l]!);
    return words.map((word) => bitOperator(order.map((k) => word[k]!).join('')));
  });
  const all = operators.flat();
  let end = 0;
  return {
    bits: gates.map(({ sites }) => sites.map((site) => last - site).sort((p, q) => p - q)),
    ends: Int32Array.from(operators, (own) => (end += own.length)),
    words: {
      flip: Int32Array.from(all, ({ flip }) => flip),
      sign: Int32Array.from(all, ({ sign }) => sign),
      quarterTurns: Uint8Array.from(all, ({ quarterTurns }) => quarterTurns),
    },
  };
}
