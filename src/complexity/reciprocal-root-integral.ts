/** @file The time to cross an interval at a squared speed that is quadratic in the position. */

/** ∫ dx/√q and its derivatives by the values of q at both ends and by its second-order coefficient. */
export interface ReciprocalRootIntegral {
  readonly value: number;
  readonly byFirst: number;
  readonly bySecond: number;
  readonly byCurvature: number;
}

/**
 * ∫ dx/√q(x) over an interval of the given width, where q is quadratic, q = q₀ and q = q₁ at the ends, and its coefficient
 * of x² is ν:
 *
 *     (2/√ν)·artanh(√ν·width/(√q₀ + √q₁)),   with arctan and √−ν for ν < 0,   2·width/(√q₀ + √q₁) for ν = 0.
 *
 * q must be positive inside and may vanish at the ends; q negative at an end counts as 0, and where rounding leaves no
 * positive q inside, the value is finite.
 */
export function reciprocalRootIntegral(width: number, q0: number, q1: number, nu: number): ReciprocalRootIntegral {
  const [first, second] = [Math.sqrt(Math.max(0, q0)), Math.sqrt(Math.max(0, q1))];
  const sum = first + second;
  const y = Math.min((nu * width * width) / (sum * sum), 1 - Number.EPSILON);
  const { value: ratio, slope } = inverseTangentRatio(y);
  const bySum = ((-2 * width) / (sum * sum)) * (ratio + 2 * y * slope);
  const root = Math.sqrt(-nu);
  return {
    value: y < -1 ? (2 / root) * Math.atan2(root * width, sum) : ((2 * width) / sum) * ratio,
    byFirst: bySum / (2 * first),
    bySecond: bySum / (2 * second),
    byCurvature: (2 * width ** 3 * slope) / sum ** 3,
  };
}

/** artanh(√y)/√y, continued to arctan(√−y)/√−y for y < 0, and its derivative; analytic for y < 1. */
function inverseTangentRatio(y: number): { readonly value: number; readonly slope: number } {
  if (Math.abs(y) < 1e-3) {
    return {
      value: 1 + y * (1 / 3 + y * (1 / 5 + y * (1 / 7 + y * (1 / 9 + y / 11)))),
      slope: 1 / 3 + y * (2 / 5 + y * (3 / 7 + y * (4 / 9 + (5 * y) / 11))),
    };
  }
  const root = Math.sqrt(Math.abs(y));
  const value = (y > 0 ? Math.atanh(root) : Math.atan(root)) / root;
  return { value, slope: (1 / (1 - y) - value) / (2 * y) };
}
