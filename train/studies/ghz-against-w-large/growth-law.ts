/** @file Does a length grow as the logarithm of the number of qubits, as a power, or in proportion? */

import { type LineFit, lineFit } from '../../../src/geometry/distance-fit.ts';

/** A law fitted to lengths. */
export interface GrowthLaw {
  readonly law: 'a + b·ln n' | 'a·n^b' | 'a·n';
  readonly a: number;
  /** With its standard error; of a·n there is none. */
  readonly b: number | null;
  readonly error: number | null;
  /** Root mean square of length/law − 1. */
  readonly deviation: number;
}

/** The laws by deviation, the best first; at least four sizes. */
export function growthLaws(sizes: readonly number[], lengths: readonly number[]): readonly GrowthLaw[] {
  const logs = sizes.map(Math.log);
  const logarithmic = lineFit(logs, lengths);
  const power = lineFit(logs, lengths.map(Math.log));
  const mean = Math.exp(lengths.reduce((sum, length, k) => sum + Math.log(length / sizes[k]!), 0) / sizes.length);
  const deviation = (law: (n: number) => number): number =>
    Math.sqrt(sizes.reduce((sum, n, k) => sum + (lengths[k]! / law(n) - 1) ** 2, 0) / sizes.length);
  const errors = ({ slope, slopeError }: LineFit) => ({ b: slope, error: slopeError });
  const laws: readonly GrowthLaw[] = [
    {
      law: 'a + b·ln n',
      a: logarithmic.intercept,
      ...errors(logarithmic),
      deviation: deviation((n) => logarithmic.intercept + logarithmic.slope * Math.log(n)),
    },
    {
      law: 'a·n^b',
      a: Math.exp(power.intercept),
      ...errors(power),
      deviation: deviation((n) => Math.exp(power.intercept) * n ** power.slope),
    },
    { law: 'a·n', a: mean, b: null, error: null, deviation: deviation((n) => mean * n) },
  ];
  return laws.toSorted((one, other) => one.deviation - other.deviation);
}
