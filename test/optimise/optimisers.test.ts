import { describe, expect, test } from 'vitest';
import { dot, length, plus, times } from '../../src/linalg/real-vector.ts';
import { adam } from '../../src/optimise/adam.ts';
import { conjugateGradient } from '../../src/optimise/conjugate-gradient.ts';
import { gradientDescent } from '../../src/optimise/gradient-descent.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimise, solution } from '../../src/optimise/minimise.ts';
import { naturalGradient } from '../../src/optimise/natural-gradient.ts';
import type { Iterate, Optimiser } from '../../src/optimise/optimiser.ts';
import { rmsprop } from '../../src/optimise/rmsprop.ts';
import { isometryDefect } from '../../src/optimise/stiefel.ts';
import { PROBLEMS, type Problem, rosenbrock } from './problems.ts';

/** A method, the gradient it reaches (0: the step limit comes first), and the share of the first gap that remains. */
interface Method {
  readonly name: string;
  readonly make: (problem: Problem) => Optimiser<unknown>;
  readonly gradientTolerance: number;
  readonly share: number;
}

const method = <State>(
  name: string,
  make: (problem: Problem) => Optimiser<State>,
  gradientTolerance: number,
  share: number,
): Method => ({ name, make: make as unknown as (problem: Problem) => Optimiser<unknown>, gradientTolerance, share });

const METHODS: readonly Method[] = [
  method('L-BFGS', ({ manifold }) => lbfgs({ manifold }), 1e-12, 1e-14),
  method('L-BFGS with memory 3', ({ manifold }) => lbfgs({ manifold, memory: 3 }), 1e-10, 1e-14),
  method('conjugate gradients', ({ manifold }) => conjugateGradient({ manifold }), 2e-12, 1e-14),
  method('Polak–Ribière', ({ manifold }) => conjugateGradient({ manifold, update: 'polak-ribiere' }), 1e-11, 1e-14),
  method('natural gradient', ({ manifold, metric }) => naturalGradient(metric, { manifold }), 1e-6, 1e-12),
  method('heavy ball', ({ manifold }) => gradientDescent({ manifold, learningRate: 1e-3, momentum: 0.9 }), 0, 1e-12),
  method('Adam', ({ manifold }) => adam({ manifold }), 0, 1e-4),
  method('RMSprop', ({ manifold }) => rmsprop({ manifold }), 0, 1e-3),
];

describe.each(METHODS)('$name', ({ make, gradientTolerance, share }) => {
  test.each(PROBLEMS)('minimises: $name', (problem) => {
    const { objective, start, least, manifold, parts } = problem;
    const stop = { maxSteps: parts.length > 0 ? 2000 : 7000, gradientTolerance, manifold };
    const { value, result } = solution(minimise(objective, make(problem), start, stop));
    if (gradientTolerance > 0) expect(result).toBe('converged');
    const gap = objective(start).value - least;
    expect(Math.abs(value.evaluation.value - least)).toBeLessThan(share * Math.max(gap, 1));
    expect(isometryDefect(value.x, parts)).toBeLessThan(1e-14);
  });

  test('continues from a stored iterate with the same bits', () => {
    for (const problem of [PROBLEMS[0]!, PROBLEMS[6]!]) {
      const run = (start: Float64Array | Iterate<unknown>, maxSteps: number): Iterate<unknown> =>
        solution(minimise(problem.objective, make(problem), start, { maxSteps })).value;
      const whole = run(problem.start, 12);
      const half = revived(JSON.parse(JSON.stringify(run(problem.start, 5), stored))) as Iterate<unknown>;
      expect(run(half, 7)).toEqual(whole);
    }
  });

  test('leaves a minimum where it is', () => {
    const problem = PROBLEMS[2]!;
    const minimum = problem.start.map(() => 1);
    const { value } = solution(minimise(problem.objective, make(problem), minimum, { maxSteps: 10 }));
    expect(value.x).toEqual(minimum);
  });

  test('changes neither its start nor its state', () => {
    const problem = PROBLEMS[6]!;
    const optimiser = make(problem);
    let at: Iterate<unknown> | undefined = solution(
      minimise(problem.objective, optimiser, problem.start, { maxSteps: 3 }),
    ).value;
    const before = structuredClone(at);
    const next = optimiser.step(problem.objective, at);
    expect(at).toEqual(before);
    expect(next).toEqual(optimiser.step(problem.objective, at));
    at = next;
  });
});

/** Float64Arrays as tagged lists of numbers, as a checkpoint stores them; nothing else needs translation. */
const stored = (_key: string, value: unknown): unknown =>
  value instanceof Float64Array ? { float64: Array.from(value) } : value;

function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('float64' in value) return Float64Array.from(value.float64 as number[]);
  if (Array.isArray(value)) return value.map(revived);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, revived(entry)]));
}

describe('closed forms of the first steps', () => {
  const slope = Float64Array.of(3, -4);
  const plane = (x: Float64Array) => ({ value: 3 * x[0]! - 4 * x[1]!, gradient: slope });
  const endOf = <State>(optimiser: Optimiser<State>, steps: number): readonly number[] => {
    const { value } = solution(minimise(plane, optimiser, new Float64Array(2), { maxSteps: steps }));
    return [...value.x];
  };

  test('Adam on a constant slope moves by the learning rate in every parameter', () => {
    const [x, y] = endOf(adam({ learningRate: 0.01 }), 7);
    expect(x).toBeCloseTo(-0.07, 9);
    expect(y).toBeCloseTo(0.07, 9);
  });

  test('RMSprop begins with learningRate/√(1 − decay)', () => {
    const [x, y] = endOf(rmsprop({ learningRate: 0.01, decay: 0.75 }), 1);
    expect(x).toBeCloseTo(-0.02, 9);
    expect(y).toBeCloseTo(0.02, 9);
  });

  test('gradient descent with momentum ½ has taken 1 + 3/2 + 7/4 plain steps after three', () => {
    const [x, y] = endOf(gradientDescent({ learningRate: 0.1, momentum: 0.5 }), 3);
    expect(x).toBeCloseTo(-0.3 * 4.25, 14);
    expect(y).toBeCloseTo(0.4 * 4.25, 14);
  });

  test('the natural gradient in the metric of a quadratic is Newton’s method', () => {
    const { objective, start, metric } = PROBLEMS[2]!;
    const newton = naturalGradient(metric, { learningRate: 1, damping: 1e-15 });
    const { value } = solution(minimise(objective, newton, start, { maxSteps: 1 }));
    for (const x of value.x) expect(x).toBeCloseTo(1, 13);
  });

  test('the second direction of conjugate gradients is that of Hager and Zhang, or of Polak and Ribière', () => {
    for (const update of ['hager-zhang', 'polak-ribiere'] as const) {
      const iterates = [...minimise(rosenbrock, conjugateGradient({ update }), Float64Array.of(0, 0), { maxSteps: 1 })];
      const [old, at] = [iterates[0]!, iterates[1]!];
      const [g, d] = [at.evaluation.gradient, old.state.direction];
      const y = plus(g, -1, old.evaluation.gradient);
      const hagerZhang = dot(plus(y, (-2 * dot(y, y)) / dot(d, y), d), g) / dot(d, y);
      const polakRibiere = dot(y, g) / dot(old.evaluation.gradient, old.evaluation.gradient);
      const expected = plus(times(-1, g), update === 'hager-zhang' ? hagerZhang : polakRibiere, d);
      expect(Math.abs(dot(d, g))).toBeGreaterThan(0.01); // the line search is not exact: all terms count
      expect(length(plus(at.state.direction, -1, expected))).toBeLessThan(1e-12 * length(expected));
    }
  });

  test('L-BFGS on a quadratic of P parameters ends after about P steps', () => {
    const { objective, start } = PROBLEMS[2]!;
    const { steps, result } = solution(minimise(objective, lbfgs(), start, { maxSteps: 60, gradientTolerance: 1e-9 }));
    expect(result).toBe('converged');
    expect(steps).toBeLessThan(30);
  });
});

describe('at the rounding floor', () => {
  test('values of size 1e6 with a curvature of one do not hide the gradient', () => {
    // The values agree to sixteen digits as soon as |x| < 1e-5; the gradient still tells the way.
    const well = (x: Float64Array) => ({
      value: 1e6 + x.reduce((sum, v, k) => sum + ((k + 1) * v * v) / 2, 0),
      gradient: x.map((v, k) => (k + 1) * v),
    });
    for (const optimiser of [lbfgs(), conjugateGradient()]) {
      const start = Float64Array.of(1, -2, 3, 4);
      const end = solution(minimise<unknown>(well, optimiser as Optimiser<unknown>, start, { maxSteps: 200 })).value;
      expect(length(end.evaluation.gradient)).toBeLessThan(1e-12);
    }
  });

  test('the line-search methods stop by themselves, as stalled', () => {
    const { objective, start, manifold } = PROBLEMS[4]!;
    for (const optimiser of [lbfgs({ manifold }), conjugateGradient({ manifold })]) {
      const { result, steps } = solution(
        minimise<unknown>(objective, optimiser as Optimiser<unknown>, start, { maxSteps: 2000 }),
      );
      expect(result).toBe('stalled');
      expect(steps).toBeLessThan(200);
    }
  });

  test('the natural gradient never increases the objective', () => {
    for (const problem of PROBLEMS) {
      const { manifold, metric } = problem;
      const optimiser = naturalGradient(metric, { manifold, learningRate: 3 });
      let last = Infinity;
      for (const { evaluation } of minimise(problem.objective, optimiser, problem.start, { maxSteps: 40 })) {
        expect(evaluation.value).toBeLessThanOrEqual(last);
        last = evaluation.value;
      }
    }
  });
});
