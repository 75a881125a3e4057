import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { dot, plus } from '../../src/linalg/real-vector.ts';
import { innerProduct, norm, normalised, normSquared } from '../../src/linalg/vector.ts';
import { pathCondition, pathLagrangian } from '../../src/path/constrained-path.ts';
import { withRunPath } from '../../src/path/resident-path.ts';
import {
  halvedSlices,
  missOf,
  type RunPath,
  reslicedPath,
  runPath,
  speeds,
  velocityAt,
} from '../../src/path/state-path.ts';

const vector = (values: readonly number[]): ComplexVector => ({
  length: values.length / 2,
  interleaved: Float64Array.from(values),
});
const numbers = (length: number) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length });
const direction = (length: number) => numbers(length).filter((values) => Math.hypot(...values) > 0.1);
const controls = controlWords({ maxSize: 1, penalty: 3 }, 2);
const slices = 3;
const size = slices * controls.words.length;
const from = vector([1, 0, 0, 0, 0, 0, 0, 0]);
const amplitudeWeights = new Float64Array(4).fill(1);

describe('the loss of a path', () => {
  test.each(['any', 'basis'])('to %s state has the gradient of its finite differences', (kind) => {
    fc.assert(
      fc.property(numbers(size), direction(size), direction(8), numbers(8), (x0, d0, state, p) => {
        const some = normalised(vector(state));
        const problem =
          kind === 'any'
            ? { controls, slices, from, to: some, amplitudeWeights: new Float64Array(4).fill(1.5) }
            : { controls, slices, from: some, to: from, amplitudeWeights: Float64Array.of(1, 3, 2, 1.5) };
        const { to } = problem;
        const force = { weight: 3, multiplier: missOf(to, vector(p)).interleaved };
        const loss = pathLagrangian(pathCondition(problem), force);
        const x = Float64Array.from(x0);
        const [re, im] = innerProduct(to, runPath(problem, x).end);
        fc.pre(Math.hypot(re, im) > 0.5); // the phase is undefined at zero overlap, and steep near it
        const scale = Math.hypot(...d0);
        const at = (s: number): number => loss(x.map((value, k) => value + (s * d0[k]!) / scale)).value;
        const slope = loss(x).gradient.reduce((sum, g, k) => sum + (g * d0[k]!) / scale, 0);
        const d = 1e-3;
        const differences = (45 * (at(d) - at(-d)) - 9 * (at(2 * d) - at(-2 * d)) + at(3 * d) - at(-3 * d)) / (60 * d);
        expect(Math.abs(slope - differences)).toBeLessThan(1e-8);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('is energy and weighted infidelity where the multiplier vanishes, whatever the global phase', () => {
    const x = Float64Array.from({ length: size }, (_, k) => Math.sin(k * k));
    for (const phase of [0, 1, 2.5]) {
      const to = vector([
        0,
        0,
        0.6 * Math.cos(phase),
        0.6 * Math.sin(phase),
        0.8 * Math.cos(phase),
        0.8 * Math.sin(phase),
        0,
        0,
      ]);
      const problem = { controls, slices, from, to, amplitudeWeights: new Float64Array(4).fill(1) };
      const psi = runPath(problem, x).end;
      const [re, im] = innerProduct(to, psi);
      expect(normSquared(missOf(to, psi))).toBeCloseTo(1 - re * re - im * im, 14);
      const energy = speeds(problem, x).reduce((sum, F) => sum + (F * F) / (2 * slices), 0);
      const { value } = pathLagrangian(pathCondition(problem), { weight: 7, multiplier: new Float64Array(8) })(x);
      expect(value).toBeCloseTo(energy + 7 * (1 - re * re - im * im), 12);
    }
  });
});

test('halving every slice changes neither the path nor its speeds', () => {
  const problem = { controls, slices, from, to: from, amplitudeWeights };
  const x = Float64Array.from({ length: size }, (_, k) => Math.cos(3 * k));
  const fine = { ...problem, slices: 2 * slices };
  const y = halvedSlices(problem, x);
  expect(norm(missOf(runPath(problem, x).end, runPath(fine, y).end))).toBeLessThan(1e-14);
  const doubled = speeds(problem, x).flatMap((F) => [F, F]);
  speeds(fine, y).forEach((F, k) => {
    expect(F).toBeCloseTo(doubled[k]!, 14);
  });
});

test('the condition of the end point moves by its pushforward, whose adjoint is its pullback', () => {
  const to = normalised(vector([0.3, 0.1, 0.5, -0.2, 0.4, 0.6, -0.1, 0.2]));
  const { condition } = pathCondition({ controls, slices, from, to, amplitudeWeights });
  const wave = (k: number, length = size) => Float64Array.from({ length }, (_, i) => Math.sin(k * i * i + 1));
  const [x, direction, lambda] = [wave(1), wave(2), wave(3, 8)];
  const { pushforward, pullback } = condition(x);
  const moved = pushforward(direction);
  const d = 1e-4;
  const [before, after] = [-d, d].map((s) => condition(plus(x, s, direction)).miss);
  moved.forEach((value, k) => {
    expect(value).toBeCloseTo((after![k]! - before![k]!) / (2 * d), 5);
  });
  expect(dot(moved, lambda)).toBeCloseTo(dot(direction, pullback(lambda)), 11);
});

describe('a path that has been run', () => {
  const problem = { controls, slices, from, to: from, amplitudeWeights };

  test('moves its end point by the pushforward', () => {
    fc.assert(
      fc.property(numbers(size), direction(size), (x0, d0) => {
        const x = Float64Array.from(x0);
        const scale = Math.hypot(...d0);
        const v = Float64Array.from(d0, (value) => value / scale);
        const at = (s: number): Float64Array =>
          runPath(
            problem,
            x.map((value, k) => value + s * v[k]!),
          ).end.interleaved;
        const moved = runPath(problem, x).pushforward(v).interleaved;
        const d = 1e-3;
        const [a, b, c, e] = [at(-2 * d), at(-d), at(d), at(2 * d)];
        moved.forEach((value, k) => {
          expect(value).toBeCloseTo((a[k]! - 8 * b[k]! + 8 * c[k]! - e[k]!) / (12 * d), 9);
        });
      }),
      { seed: 6, numRuns: 20 },
    );
  });

  test('has a pullback that is the adjoint of the pushforward, Re⟨λ|J dx⟩ = ⟨J†λ, dx⟩', () => {
    fc.assert(
      fc.property(numbers(size), numbers(size), numbers(8), (x, dx, lambda) => {
        const run = runPath(problem, Float64Array.from(x));
        const [left] = innerProduct(vector(lambda), run.pushforward(Float64Array.from(dx)));
        const right = run.pullback(vector(lambda)).reduce((sum, g, k) => sum + g * dx[k]!, 0);
        expect(left).toBeCloseTo(right, 11);
      }),
      { seed: 8, numRuns: 20 },
    );
  });
});

test.each([4, 2])(
  'a path that stays in the engine has the same bits, with free words and without, on %i qubits',
  (n) => {
    const wide = controlWords({ maxSize: 2, penalty: 2 }, n);
    const [start, lambda] = [3, 5].map((seed) =>
      normalised(vector(Array.from({ length: 2 ** (n + 1) }, (_, k) => Math.sin(seed * (k + 1))))),
    );
    for (const freeWords of [[], ['X'.padEnd(n, 'I'), 'Y'.padStart(n, 'I')]]) {
      const weights = new Float64Array(2 ** n).fill(1);
      const problem = { controls: wide, slices, from: start!, to: start!, amplitudeWeights: weights, freeWords };
      const [x, dx] = [1, 2].map((seed) =>
        Float64Array.from(
          { length: slices * wide.words.length + freeWords.length },
          (_, k) => Math.cos(seed * k * k) / 2,
        ),
      );
      const told = ({ end, pushforward, pullback, pullbacks }: RunPath) => [
        end,
        pushforward(dx!),
        pullback(lambda!),
        pushforward(x!), // also when other derivatives were taken before
        ...pullbacks([lambda!, end]),
      ];
      expect(withRunPath(problem, x!, told)).toEqual(told(runPath(problem, x!)));
    }
  },
);

test('a path in other slices has the mean velocity in each; split slices are the path itself', () => {
  const x = Float64Array.from({ length: size + 2 }, (_, i) => Math.sin(i + 1));
  const problem = { controls, slices, from, to: from, amplitudeWeights, freeWords: ['XI', 'IY'] };
  expect(Array.from(reslicedPath(problem, x, 2 * slices))).toEqual(
    Array.from(halvedSlices(problem, x), (value) => expect.closeTo(value, 14)),
  );
  const [first, second, third] = velocityAt(problem, x);
  const [a, b] = velocityAt({ ...problem, slices: 2 }, reslicedPath(problem, x, 2));
  first!.forEach((h, p) => {
    expect(a![p]).toBeCloseTo((2 * h + second![p]!) / 3, 14);
    expect(b![p]).toBeCloseTo((second![p]! + 2 * third![p]!) / 3, 14);
  });
  expect(Array.from(reslicedPath(problem, x, 2).slice(-2))).toEqual(Array.from(x.slice(-2)));
});
