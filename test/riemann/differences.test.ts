import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { differenceSteps } from '../../src/riemann/difference-steps.ts';
import { type Differentiation, differences, firstDerivatives } from '../../src/riemann/differences.ts';
import { inverseMetric, type MetricField } from '../../src/riemann/metric-field.ts';

const waves: Differentiation['f'] = ([x, y]) => Float64Array.of(Math.sin(x!) * Math.exp(y! / 2), Math.cos(x! * y!));
const at = Float64Array.of(0.5, 0.7);
const what = (steps: readonly number[], goal: number | null): Differentiation => ({
  f: waves,
  steps: Float64Array.from(steps),
  order: 2,
  size: (error) => Math.max(...error.map(Math.abs)),
  goal,
});

describe('differences', () => {
  test('with a given step are of sixth order, first, second and mixed', () => {
    const [sin, cos, e] = [Math.sin(0.5), Math.cos(0.5), Math.exp(0.35)];
    const errors = [0.8, 0.4].map((step) => {
      const { first, second } = differences(at, what([step, step], null)).value;
      return [first[0]![0]! - cos * e, second[0]![0]![0]! + sin * e, second[0]![1]![0]! - (cos * e) / 2];
    });
    for (const k of [0, 1, 2]) {
      const slope = Math.log2(Math.abs(errors[0]![k]! / errors[1]![k]!));
      expect(slope).toBeGreaterThan(5.7);
      expect(slope).toBeLessThan(6.3);
    }
  });

  test('whose steps are halved until the error no longer falls are exact to rounding, and say so', () => {
    const { value, shadow } = differences(at, what([0.5, 0.25], 1e-12));
    const mixed = -Math.sin(0.35) - 0.35 * Math.cos(0.35);
    for (const [k, l] of [
      [0, 1],
      [1, 0],
    ] as const) {
      expect(Math.abs(value.second[k]![l]![1]! - mixed)).toBeLessThan(1e-10);
      expect(Math.abs(value.second[k]![l]![1]! - shadow.second[k]![l]![1]!)).toBeLessThan(1e-9);
    }
    expect(Math.abs(value.first[1]![1]! + 0.5 * Math.sin(0.35))).toBeLessThan(1e-12);
  });

  test('skip levels that leave the domain, and refuse where all do', () => {
    const root: Differentiation['f'] = ([x]) => {
      if (!(x! > 0)) throw new DomainError(`root: a positive number required, got ${x}`);
      return Float64Array.of(Math.sqrt(x!));
    };
    const size = ([error]: Float64Array) => Math.abs(error!);
    const { value } = differences(Float64Array.of(0.1), {
      f: root,
      steps: Float64Array.of(1),
      order: 2,
      size,
      goal: 1e-11,
    });
    expect(Math.abs(value.second[0]![0]![0]! * 0.1 ** 1.5 + 1 / 4)).toBeLessThan(1e-7);
    const edge = { f: root, steps: Float64Array.of(1), order: 1, size, goal: 1e-11 } as const;
    expect(() => differences(Float64Array.of(1e-9), edge)).toThrow(/a positive number required/);
  });

  test('are not taken from coarse levels that agree by chance', () => {
    const f: Differentiation['f'] = ([x, y]) => Float64Array.of(Math.sin(1.3 * x!), y! ** 3);
    const size = (error: Float64Array) => Math.max(...error.map(Math.abs));
    const { value } = differences(Float64Array.of(0.4, 1.3), {
      f,
      steps: Float64Array.of(64, 8),
      order: 1,
      size,
      goal: 1e-11,
    });
    expect(Math.abs(value.first[0]![0]! - 1.3 * Math.cos(0.52))).toBeLessThan(1e-9);
  });

  test('that do not resolve a function have an error that is NaN', () => {
    const f: Differentiation['f'] = ([x]) => Float64Array.of(1e-3 * Math.sin(1e5 * x!));
    const size = ([error]: Float64Array) => Math.abs(error!);
    const { shadow } = differences(at.slice(0, 1), { f, steps: Float64Array.of(1), order: 1, size, goal: 1e-11 });
    expect(shadow.first[0]![0]).toBeNaN();
  });

  test.each([null, 1e-11])(
    'over steps up to 40 times too large announce no error far below the true one: goal %s',
    (goal) => {
      const functions = [
        [Math.sin, Math.cos],
        [(x: number) => Math.exp(-x * x), (x: number) => -2 * x * Math.exp(-x * x)],
      ] as const;
      const size = ([error]: Float64Array) => Math.abs(error!);
      for (const [f, slope] of functions) {
        for (let k = 0; k < 300; k++) {
          const [x, step] = [0.2 + (k % 17) / 6, 0.5 * 80 ** (k / 300)];
          const only: Differentiation['f'] = ([y]) => Float64Array.of(f(y!));
          const what = { f: only, steps: Float64Array.of(step), order: 1, size, goal } as const;
          const { value, shadow } = differences(Float64Array.of(x), what);
          const announced = Math.abs(value.first[0]![0]! - shadow.first[0]![0]!);
          const error = Math.abs(value.first[0]![0]! - slope(x));
          expect(error > 10 * announced + 1e-8, `${f} at ${x} over ${step}: ${error}, ${announced}`).toBe(false);
        }
      }
    },
  );
});

describe('steps that suit a metric', () => {
  const stepsAt = (metric: MetricField, x: Float64Array) => {
    const g = metric(x).data;
    return differenceSteps(metric, x, { metric: g, inverse: inverseMetric(g).inverse });
  };
  const scaled =
    (x: number, g: number): MetricField =>
    ([, s]) => ({ rows: 2, cols: 2, data: Float64Array.of(g / (x * s!) ** 2, 0, 0, (2 * g) / s! ** 2) });

  test('follow the edge of the coordinates, their units, and not the unit of length', () => {
    for (const s of [1e-9, 0.03, 1, 1e5]) {
      for (const g of [1e-8, 1, 1e8]) {
        const step = stepsAt(scaled(1, g), Float64Array.of(0, s))[1]!;
        expect(step / s).toBeGreaterThan(0.002);
        expect(step / s).toBeLessThan(0.15);
        expect(Number.isInteger(Math.log2(step))).toBe(true);
      }
    }
  });

  test('stay in a domain that the metric itself does not show', () => {
    const flat: MetricField = Object.assign(() => ({ rows: 1, cols: 1, data: Float64Array.of(1) }), {
      domain: ([x]: Float64Array) => x! > 0,
    });
    for (const x of [1e-6, 0.5]) expect(stepsAt(flat, Float64Array.of(x))[0]).toBeLessThan(x);
  });

  test('do not leap over ripples', () => {
    const ripple: MetricField = ([x]) => ({ rows: 1, cols: 1, data: Float64Array.of(1 + 0.01 * Math.sin(100 * x!)) });
    expect(stepsAt(ripple, Float64Array.of(0.3))[0]).toBeLessThan(0.05);
  });
});

test('first derivatives of given step are those of the exponential, with an error of sixth order', () => {
  const x = Float64Array.of(0.3, -0.2);
  const error = (step: number): number => {
    const [first, second] = firstDerivatives(x, (y) => Float64Array.of(Math.exp(y[0]! + 2 * y[1]!)), step);
    const exact = Math.exp(-0.1);
    return Math.hypot(first![0]! - exact, second![0]! - 2 * exact);
  };
  const order = Math.log2(error(0.8) / error(0.4));
  expect(order).toBeGreaterThan(5.8);
  expect(order).toBeLessThan(6.2);
  expect(error(0.03)).toBeLessThan(1e-12);
});
