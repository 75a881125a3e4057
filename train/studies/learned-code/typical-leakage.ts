/** @file What leaks of inputs that look like what the network itself sends through a bond. */

import { regionRecoverability } from '../../../src/bulk/recoverability.ts';
import { currentEngine } from '../../../src/engine/engine.ts';
import { sizeOf } from '../../../src/linalg/complex.ts';
import { transpose } from '../../../src/linalg/matrix.ts';
import { positiveRoot } from '../../../src/linalg/spectral-matrix.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { complementOf, reducedDensityMatrix } from '../../../src/state/reduced-density-matrix.ts';
import { entropiesOfState } from '../../../src/state/region-entropies.ts';
import { cutNetwork } from '../../../src/systems/holography/network-recoverability.ts';
import type { CodeNetwork } from './code-networks.ts';

/** Most amplitudes of a cut network. */
const LARGEST = 2 ** 14;
/** Inputs of less entropy, in nats, carry nothing. */
const NOTHING = 1e-9;

/**
 * Leaked share Σ I(R:E) / Σ 2S(R) over all bonds and erasures, when the input of each bond is not maximally mixed but in
 * the state ρ that the network sends through it: the pair is replaced by the purification √ρ ⊗ 1 Σ|kk⟩. Directions
 * that the state does not use then do not count.
 *
 * @returns null if the network is too large for its amplitudes
 */
export function typicalLeak(
  { tensors, legs }: Pick<CodeNetwork, 'tensors' | 'legs'>,
  theta: Float64Array,
  lost: readonly (readonly number[])[],
): number | null {
  let [leaked, sent] = [0, 0];
  for (const { leg } of legs) {
    const { network, theta: point } = cutNetwork(tensors, theta, [leg]);
    const { boundary, bulk, environment } = network;
    const dimensions = [...boundary, ...bulk, ...environment].map((name) => network.dimensions[name]!);
    if (sizeOf(dimensions) > LARGEST) return null;
    const [reference, away] = [boundary.length, dimensions.length - 1];
    const state = networkState({ ...network, boundary: [...boundary, ...bulk], bulk: [] }, point);
    const root = transpose(positiveRoot(reducedDensityMatrix(state, dimensions, [away])));
    // The reference first, multiplied by the root, and back in its place.
    const first = [reference, ...dimensions.keys()].filter((axis, place) => place === 0 || axis !== reference);
    const d = dimensions[reference]!;
    const rest = sizeOf(dimensions) / d;
    const moved = currentEngine().permute(state.interleaved, dimensions, first);
    const weighted = currentEngine().multiply(root.interleaved, moved, d, rest, d, false, false);
    const back = [...dimensions.keys()].map((axis) => first.indexOf(axis));
    const interleaved = currentEngine().permute(
      weighted,
      first.map((axis) => dimensions[axis]!),
      back,
    );
    const size = Math.sqrt(interleaved.reduce((sum, x) => sum + x * x, 0));
    const amplitudes = { length: interleaved.length / 2, interleaved: interleaved.map((x) => x / size) };
    const entropies = entropiesOfState(amplitudes, dimensions, { boundary: reference, references: 1 });
    const whole = entropies.entropy([reference]);
    if (whole < NOTHING) continue;
    for (const sites of lost) {
      leaked += regionRecoverability(entropies, [reference], complementOf(sites, reference)).leaked;
      sent += 2 * whole;
    }
  }
  return sent === 0 ? null : leaked / sent;
}
