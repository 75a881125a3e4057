/** @file Controls tied by the reflection of a chain. */

import type { GaussianState } from '../../gaussian/gaussian-state.ts';
import type { MajoranaControl, MajoranaControls } from './majorana-controls.ts';

/** Controls in pairs that a reflection exchanges. */
export interface ReflectedControls extends MajoranaControls {
  /** The controls given, each as one of these with a sign. */
  readonly origin: readonly { readonly control: number; readonly sign: 1 | -1 }[];
}

/** Largest deviation of a covariance from its reflection. */
const TOLERANCE = 1e-9;

/**
 * One control for each of two that the reflection j → n − 1 − j exchanges, γ_2j → γ_2(n−1−j)+1 and γ_2j+1 → −γ_2(n−1−j): paths of these are
 * kept by the reflection.
 *
 * @param controls - each of one pair
 * @param states - both ends of the path
 * @returns null where the states are not kept by the reflection, or the weights
 */
export function reflectedControls(
  { modes, controls }: MajoranaControls,
  states: readonly GaussianState[],
): ReflectedControls | null {
  if (!states.every(isReflected) || controls.some(({ pairs }) => pairs.length !== 1)) return null;
  const last = 2 * modes - 1;
  const at = new Map(controls.map(({ pairs: [[a, b]] }, i) => [a * (last + 1) + b, i] as const));
  const tied: MajoranaControl[] = [];
  const origin: { control: number; sign: 1 | -1 }[] = new Array(controls.length);
  for (const [i, { pairs, cost }] of controls.entries()) {
    if (origin[i] !== undefined) continue;
    const [a, b, sign] = pairs[0]!;
    const partner = at.get((last - b) * (last + 1) + last - a);
    if (partner === undefined) return null;
    const other = controls[partner]!;
    if (Math.abs(other.cost - cost) > 1e-12 * cost) return null;
    // γ_aγ_b → ∓γ_σaγ_σb, and the pair is in the other order: + for one even and one odd index.
    const turned = (a % 2 === b % 2 ? -1 : 1) * sign * other.pairs[0]![2] > 0 ? 1 : -1;
    if (partner === i && turned < 0) return null;
    origin[i] = { control: tied.length, sign: 1 };
    if (partner === i) {
      tied.push({ pairs, cost });
      continue;
    }
    origin[partner] = { control: tied.length, sign: turned };
    const [p, q, s] = other.pairs[0]!;
    tied.push({
      pairs: [
        [a, b, sign],
        [p, q, s * turned > 0 ? 1 : -1],
      ],
      cost: 2 * cost,
    });
  }
  return { modes, controls: tied, origin };
}

/** Whether the covariance is kept. */
function isReflected({ modes, covariance: { data } }: GaussianState): boolean {
  const size = 2 * modes;
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const reflected = data[(size - 1 - a) * size + size - 1 - b]! * (a % 2 === b % 2 ? 1 : -1);
      if (Math.abs(data[a * size + b]! - reflected) > TOLERANCE) return false;
    }
  }
  return true;
}
