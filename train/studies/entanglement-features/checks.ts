/** @file The numbers that the study must get right. */

import { atMost, type Check, equals } from '../../../src/record/study-record.ts';
import { coupling, type Measured } from './measured.ts';

/** Relative root mean squares that a first prototype reached, at δ = 0, 0.1, 0.3, 0.6. */
const REACHED: Readonly<Record<number, number>> = { 0: 0.0065, 0.1: 0.0039, 0.3: 0.0024, 0.6: 0.031 };

export function featureChecks({ options, gaps, planted }: Measured): readonly Check[] {
  const falling = (name: string): number =>
    gaps.slice(1).filter((fit, k) => coupling(fit, name) >= coupling(gaps[k]!, name)).length;
  return [
    ...options.dimerisations.flatMap((delta, k) => {
      const most = REACHED[delta];
      const statement = `δ = ${delta}: root mean square deviation over the mean entropy`;
      return most === undefined ? [] : [atMost(statement, 'independent computation', gaps[k]!.relative, most)];
    }),
    ...(options.dimerisations[0] === 0
      ? [
          equals(
            'critical: coupling of the outermost ring',
            'independent computation',
            coupling(gaps[0]!, 'ring 0'),
            0.242,
            1e-3,
          ),
          equals(
            'critical: coupling of the first rungs',
            'independent computation',
            coupling(gaps[0]!, 'rungs 0'),
            0.13,
            2e-3,
          ),
        ]
      : []),
    equals('outermost ring: couplings that do not fall with δ', 'independent computation', falling('ring 0'), 0, 0),
    equals('first rungs: couplings that do not fall with δ', 'independent computation', falling('rungs 0'), 0, 0),
    equals(
      'change of the entropies without the first rungs: rises with δ',
      'independent computation',
      gaps.slice(1).filter(({ bulk }, k) => bulk! >= gaps[k]!.bulk!).length,
      0,
      0,
    ),
    ...planted.trials.flatMap(({ error, rank, parameters }, k) => [
      equals(`planted ${k + 1}: rank of the Fisher information`, 'theorem', rank, parameters, 0),
      atMost(`planted ${k + 1}: greatest error of a coupling`, 'independent computation', error, 1e-6),
    ]),
    equals('whole network: redundant couplings at its top', 'theorem', planted.whole[1] - planted.whole[0], 1, 0),
    atMost('∂S/∂J by domain walls less that by differences', 'independent computation', planted.slopes, 0, 1e-6),
  ];
}
