import { describe, expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { dot, length, plus, times } from '../../src/linalg/real-vector.ts';
import { addScaled, normalised } from '../../src/linalg/vector.ts';
import {
  type ConditionJacobian,
  conditionJacobian,
  hasSmallJacobian,
  mendingMoves,
  penaltyPreconditioner,
} from '../../src/path/condition-jacobian.ts';
import { type ConstrainedPath, pathCondition } from '../../src/path/constrained-path.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const stream = randomStream(3, 'condition jacobian');
const normal = (size: number): Float64Array => Float64Array.from({ length: size }, () => stream.normal());
/** Words of one qubit and a single slice: fewer unknowns than the end has conditions; words of neighbours and three slices: more. */
const controlsOf = (slices: number) =>
  controlWords({ maxSize: slices === 1 ? 1 : 2, maxRange: 1, penalty: Infinity }, 3);

function pathOf(slices: number, freeWords: readonly string[] = []): ConstrainedPath {
  return pathCondition({
    controls: controlsOf(slices),
    slices,
    from: normalised(addScaled(zeroState(3), [1, 0], randomVector(8, stream))),
    to: zeroState(3),
    amplitudeWeights: Float64Array.of(1, 1, 1, 2, 1, 2, 2, 3),
    freeWords,
  });
}
const start = (slices: number, more = 0): Float64Array =>
  times(0.2, normal(slices * controlsOf(slices).words.length + more));

/** Jv. */
const image = ({ columns: { rows, cols, data } }: ConditionJacobian, v: Float64Array): Float64Array => {
  let sum = new Float64Array(cols);
  for (let k = 0; k < rows; k++) sum = Float64Array.from(plus(sum, v[k]!, data.subarray(k * cols, (k + 1) * cols)));
  return sum;
};

describe.each([
  [1, []],
  [3, []],
  [3, ['XII', 'IYI']],
])('the Jacobian of the end of a path of %d slices with free words %j', (slices, freeWords) => {
  const path = pathOf(slices, freeWords);
  const x = start(slices, freeWords.length);
  const jacobian = conditionJacobian(path, x);

  test('has the differences of the condition as columns, with the roots of the weights', () => {
    for (const k of [0, 7, x.length - 1]) {
      const unit = new Float64Array(x.length);
      unit[k] = 1;
      const at = (s: number): Float64Array => path.condition(plus(x, s, unit)).miss;
      const slope = times(1 / 2e-4, plus(at(1e-4), -1, at(-1e-4)));
      const expected = slope.map((value, i) => Math.sqrt(path.weights[i]!) * value);
      expect(length(plus(image(jacobian, unit), -1, expected))).toBeLessThan(1e-7);
    }
  });

  test('makes of the Hessian without second derivatives of the end the identity', () => {
    const [weight, v] = [30, normal(x.length)];
    const Jv = image(jacobian, v);
    // (1 + 2μJᵀWJ)v by the pullback of the condition
    const pulled = path.condition(x).pullback(Jv.map((value, i) => Math.sqrt(path.weights[i]!) * value));
    const hessian = plus(v, 2 * weight, pulled);
    const back = penaltyPreconditioner(jacobian, weight)!(hessian);
    expect(length(plus(back, -1, v))).toBeLessThan(1e-11 * length(v));
  });

  test('tells the move that mends a miss', () => {
    const v = times(1e-3, normal(x.length));
    const miss = image(jacobian, v).map((value, i) => value / Math.sqrt(path.weights[i]!));
    const move = mendingMoves(jacobian, 1e-12)!(miss);
    expect(length(plus(image(jacobian, move), 1, image(jacobian, v)))).toBeLessThan(1e-9);
    expect(length(move)).toBeLessThan(length(v) * (1 + 1e-9)); // least norm
    expect(Math.abs(dot(move, plus(v, 1, move)))).toBeLessThan(1e-9); // nothing of it leaves the end where it is
  });
});

test('a Jacobian of half a million entries is small', () => {
  expect(hasSmallJacobian(pathOf(1), 2 ** 15)).toBe(true);
  expect(hasSmallJacobian(pathOf(1), 2 ** 15 + 1)).toBe(false);
});
