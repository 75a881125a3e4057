/** @file Wigner's symbol {a b c; d e f}, exactly, beside the tetrahedron that it stands for. */

import { z } from 'zod';
import { significant } from '../../../src/number-format.ts';
import { ponzanoReggeAsymptotics } from '../../../src/systems/spin/ponzano-regge.ts';
import { exactSixJ, sixJ } from '../../../src/systems/spin/wigner-symbols.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const spin = z.number().multipleOf(0.5).min(0).max(400);

const options = z.strictObject({
  spins: z.tuple([spin, spin, spin, spin, spin, spin]).describe('a, b, c, d, e, f of {a b c; d e f}: 0, 0.5, 1, …'),
});

const result = z.strictObject({
  value: number(),
  sign: z.int().describe('−1, 0 or 1'),
  numerator: z.string().describe('of the square of the symbol, in lowest terms'),
  denominator: z.string(),
  squaredVolume: number().describe('of the tetrahedron with edges j + ½; negative where no Euclidean one has them'),
  asymptotic: number().nullable().describe('by its Regge action; null at volume 0 or where the symbol vanishes'),
});

type Result = z.output<typeof result>;

export const request = registered({
  formula: '{a b c; d e f} = ± √(numerator/denominator) ≈ cos(Σ (j + ½) θ + π/4)/√(12πV)',
  options,
  result,
  places: ['spins'],
  example: { spins: [1, 2, 3, 2, 1, 2] },
  commands: ["six-j '[1,2,3,2,1,2]'", "six-j '[14,16,15,17,13,18]'"],
  answer: ({ spins: [a, b, c, d, e, f] }) => {
    const { sign, square } = exactSixJ(a, b, c, d, e, f);
    const data = tetrahedronOf(a, b, c, d, e, f);
    return atOnce<Result>({
      value: sixJ(a, b, c, d, e, f),
      sign,
      numerator: String(square.numerator),
      denominator: String(square.denominator),
      squaredVolume: data?.squaredVolume ?? 0,
      asymptotic: sign === 0 ? null : (data?.value ?? null),
    });
  },
  text: ({ value, sign, numerator, denominator, squaredVolume, asymptotic }) => [
    sign === 0 ? '0: three of the spins cannot be coupled, or the sum vanishes' : `${significant(value, 16)}`,
    ...(sign === 0 || denominator.length > 60 ? [] : [`  ${sign < 0 ? '−' : ''}√(${numerator}/${denominator})`]),
    ...(asymptotic === null
      ? []
      : [
          `  by the Regge action of a tetrahedron with V² = ${significant(squaredVolume, 6)}: ${significant(asymptotic, 6)}`,
        ]),
  ],
});

/** The tetrahedron of a symbol; null if its volume vanishes. */
function tetrahedronOf(a: number, b: number, c: number, d: number, e: number, f: number) {
  try {
    return ponzanoReggeAsymptotics([a, b, f, c, e, d]);
  } catch {
    return null;
  }
}
