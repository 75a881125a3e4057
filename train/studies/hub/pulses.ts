/** @file Which words act when on a sliced path of two blocks. */

import type { SeriesPath } from '../../../src/geodesic/sector/sector-series.ts';
import type { YoungSector } from '../../../src/geodesic/sector/young-sector.ts';

/** The kinds of words by the blocks on which they act. */
export const KINDS = [
  'one qubit of the first block',
  'one of the rest',
  'within the first block',
  'across',
  'within the rest',
] as const;
export type Kind = (typeof KINDS)[number];

/** A control along the path. */
export interface Pulse {
  /** 'X·Z': the letter on the first block, that on the rest; '1' for none. */
  readonly name: string;
  readonly kind: Kind;
  /** √g·h in each slice, from |0…0⟩ on: its square is the share of F². */
  readonly strength: readonly number[];
  /** Σ_P ∫|h_P|dt over the words of its orbit. */
  readonly time: number;
}

/** The pulses of a path, in forward direction. */
export function pulsesOf(sector: YoungSector, { geodesic }: SeriesPath): readonly Pulse[] {
  const { slices, coordinates } = geodesic.sliced[0]!;
  const controls = sector.inverseWeights.length;
  return sector.letters.map((letters, a) => {
    const strength = Array.from({ length: slices }, (_, k) => {
      const x = coordinates[(slices - 1 - k) * controls + a]!; // found backwards from the target
      return -Math.sqrt(slices) * x;
    });
    const words = 1 / sector.inverseWeights[a]!; // of weight 1
    const time = (Math.sqrt(words) * strength.reduce((sum, s) => sum + Math.abs(s), 0)) / slices;
    return { name: letters.map(lettersName).join('·'), kind: kindOf(letters), strength, time };
  });
}

type Letters = YoungSector['letters'][number];

const lettersName = (counts: Letters[number]): string =>
  ['X', 'Y', 'Z'].map((letter, k) => letter.repeat(counts[k]!)).join('') || '1';

function kindOf([first, rest]: Letters): Kind {
  const [a, b] = [first, rest].map((counts) => counts!.reduce((sum, count) => sum + count, 0));
  if (a === 1) return b === 1 ? 'across' : 'one qubit of the first block';
  if (a === 2) return 'within the first block';
  return b === 1 ? 'one of the rest' : 'within the rest';
}

/** Share of F² in the words of a kind, slice by slice. */
export function shareOf(pulses: readonly Pulse[], kind: Kind): readonly number[] {
  const slices = pulses[0]!.strength.length;
  return Array.from({ length: slices }, (_, k) => {
    const square = (some: readonly Pulse[]): number => some.reduce((sum, { strength }) => sum + strength[k]! ** 2, 0);
    return square(pulses.filter((pulse) => pulse.kind === kind)) / square(pulses);
  });
}

/** Share of the time of all words of two qubits. */
export function pairShare(pulses: readonly Pulse[], kind: Kind): number {
  const time = (some: readonly Pulse[]): number => some.reduce((sum, pulse) => sum + pulse.time, 0);
  const pairs = pulses.filter((pulse) => ['across', 'within the first block', 'within the rest'].includes(pulse.kind));
  return time(pairs.filter((pulse) => pulse.kind === kind)) / time(pairs);
}
