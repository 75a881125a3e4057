/** @file The local circuit of a Gaussian state as a sliced path that arrives. */

import { anglesAt } from '../../circuit/circuit.ts';
import { commutingLayers } from '../../circuit/layers.ts';
import { localCircuitOfGaussian } from '../../circuit/local-fermion-circuit.ts';
import type { GaussianState } from '../../gaussian/gaussian-state.ts';
import type { StringLetter } from '../../gaussian/jordan-wigner.ts';
import type { MajoranaControls, WordControl } from './majorana-controls.ts';

/** Most modes of a block of the circuit, and how far from pure a mode of it may be. */
const BLOCK = { block: 40, tolerance: 1e-10 };

/**
 * The layers of `localCircuitOfGaussian` as slices: a layer of commuting rotations R_P(a) = e^{−iaP/2} is one exponential, that of
 * h_P = K·a/2 for the time 1/K.
 *
 * @param controls - of `metricControls`, with the same letter of the strings
 * @returns h[k] of each slice, in the order of the controls; null where the circuit has a word that is no
 *   control
 *
 * Cost of the circuit, and a comparison for each pair of gates that share a qubit.
 */
export function localCircuitPath(
  { controls }: MajoranaControls<WordControl>,
  state: GaussianState,
  string: StringLetter,
): readonly Float64Array[] | null {
  const known = new Map(
    controls.flatMap(({ words }, a) =>
      words.map(({ word, coefficient }) => [word, { a, sign: Math.sign(coefficient) }] as const),
    ),
  );
  const { network, theta } = localCircuitOfGaussian(state, { ...BLOCK, string });
  const flips = pairFlips(occupiedOf(state), controls);
  if (flips === null || network.gates.some(({ word }) => !known.has(word))) return null;
  const angles = anglesAt(network, theta);
  const layers = commutingLayers(network);
  const first = flips.length > 0 ? 1 : 0;
  const slices = first + Math.max(0, ...layers) + 1;
  const path = Array.from({ length: slices }, () => new Float64Array(controls.length));
  for (const a of flips) path[0]![a] = (slices * Math.PI) / 2;
  network.gates.forEach(({ word }, g) => {
    const { a, sign } = known.get(word)!;
    const h = path[first + layers[g]!]!;
    h[a] = h[a]! + (sign * slices * angles[g]!) / 2;
  });
  return path;
}

/** The modes that are occupied where the circuit begins, ascending. */
function occupiedOf(state: GaussianState): readonly number[] {
  const { reference = [] } = localCircuitOfGaussian(state, { ...BLOCK, string: 'Z' }).network;
  if ('spectrum' in reference) return [];
  return reference.flatMap(({ polar }, mode) => (polar > Math.PI / 2 ? [mode] : []));
}

/**
 * Controls which, each for h = π/2, occupy these modes two by two: iγ_aγ_b turns the signs of γ_a and γ_b, one of each of two
 * neighbours. Bonds take γ_2m and γ_2m+1 by turns, so that all of them commute.
 *
 * @returns indices of controls; null where one is lacking, or the number of modes is odd
 */
function pairFlips(occupied: readonly number[], controls: readonly WordControl[]): readonly number[] | null {
  if (occupied.length % 2 === 1) return null;
  const bonds = occupied.flatMap((from, i) =>
    i % 2 === 1 ? [] : Array.from({ length: occupied[i + 1]! - from }, (_, k) => from + k),
  );
  const found = bonds.map((m) =>
    controls.findIndex(({ pairs }) => pairs[0]![0] === 2 * m + (m % 2) && pairs[0]![1] === 2 * m + (m % 2) + 2),
  );
  return found.includes(-1) ? null : found;
}
