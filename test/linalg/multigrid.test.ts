import { expect, test } from 'vitest';
import { type MultigridLevel, multigridSolver, sparseProduct } from '../../src/linalg/multigrid.ts';
import { randomStream } from '../../src/linalg/random.ts';

/** −u″ + d·u with linear elements on 2^k intervals of [0, 1], u = 0 at both ends. */
function line(k: number, d: (x: number) => number): readonly MultigridLevel[] {
  const levels: MultigridLevel[] = [];
  for (let level = k; level >= 1; level--) {
    const n = 2 ** level - 1;
    const h = 2 ** -level;
    const neighbours = Array.from({ length: n }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < n));
    const starts = Int32Array.from({ length: n + 1 }, (_, i) => neighbours.slice(0, i).flat().length);
    const columns = Int32Array.from(neighbours.flat());
    const diagonal = Float64Array.from({ length: n }, (_, i) => 2 / h + h * d((i + 1) * h));
    const entries = new Float64Array(columns.length).fill(-1 / h);
    // node i + 1 of 2^level: an even one is a node of the coarser line, whose place is one less than half of it
    const parents = Int32Array.from({ length: 2 * n }, (_, at) => {
      const node = (at >> 1) + 1;
      const parent = node % 2 === 0 ? node / 2 : (node - 1) / 2 + (at % 2);
      return parent === 0 || parent === 2 ** (level - 1) ? -1 : parent - 1;
    });
    levels.push({ matrix: { diagonal, starts, columns, entries }, parents: level === 1 ? new Int32Array(0) : parents });
  }
  return levels;
}

test('the discrete solution of −u″ = 2 is x(1 − x) at the nodes', () => {
  const levels = line(8, () => 0);
  const n = levels[0]!.matrix.diagonal.length;
  const { value, result } = multigridSolver(levels)(new Float64Array(n).fill(2 * 2 ** -8), { tolerance: 1e-12 });
  expect(result).toBe('converged');
  value.forEach((u, i) => {
    const x = (i + 1) * 2 ** -8;
    expect(u).toBeCloseTo(x * (1 - x), 11);
  });
});

test('the residual is within the tolerance, and the number of cycles does not grow with the size', () => {
  const d = (x: number): number => 1 / (x + 1e-3) ** 2;
  const cycles = [5, 8, 11].map((k) => {
    const levels = line(k, d);
    const stream = randomStream(1, 'right-hand side');
    const b = Float64Array.from({ length: levels[0]!.matrix.diagonal.length }, () => stream.uniform() - 0.5);
    const { value, steps, result } = multigridSolver(levels)(b, { tolerance: 1e-9 });
    expect(result).toBe('converged');
    const image = sparseProduct(levels[0]!.matrix, value);
    const rest = Math.hypot(...image.map((y, i) => y - b[i]!));
    expect(rest).toBeLessThan(2e-9 * Math.hypot(...b));
    return steps;
  });
  expect(Math.max(...cycles)).toBeLessThanOrEqual(10);
});

test('a vanishing right-hand side has the solution zero, and too few cycles are told', () => {
  const levels = line(6, () => 1);
  const solve = multigridSolver(levels);
  expect(solve(new Float64Array(63))).toMatchObject({ result: 'converged', steps: 0 });
  const stream = randomStream(2, 'right-hand side');
  expect(
    solve(
      Float64Array.from({ length: 63 }, () => stream.uniform()),
      { tolerance: 1e-30, maxSteps: 1 },
    ).result,
  ).toBe('max-steps');
});

test('wrong sizes and indefinite matrices are refused', () => {
  expect(() => multigridSolver([])).toThrow('a coarsest level of at most 600 unknowns required, got 0');
  expect(() => multigridSolver(line(6, () => 1))(new Float64Array(5))).toThrow('63 numbers required, got 5');
  expect(() => multigridSolver(line(3, () => -1e3))).toThrow('positive definite');
  expect(() => multigridSolver(line(10, () => 1).slice(0, 1))).toThrow('got 1023');
});
