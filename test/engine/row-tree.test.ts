import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import type { Engine } from '../../src/engine/kernels.ts';
import { matrixSizes, type RowBatch, type RowTree } from '../../src/engine/row-tree.ts';
import { typescriptEngine } from '../../src/engine/typescript-engine.ts';
import { randomStream } from '../../src/linalg/random.ts';

const engines: readonly Engine[] = [typescriptEngine, createEngine({ threads: 1 })];

/** Two leaves and a given row joined below the root: all kinds of nodes. */
const branched = (complex: boolean): RowTree => ({
  sites: 4,
  inputs: [2],
  nodes: [
    { kind: 'matrix', source: -1, sites: [0], values: [3], width: 6 },
    { kind: 'matrix', source: -1, sites: [2, 1], values: [2, 2], width: 4 },
    { kind: 'join', left: 1, right: 2 },
    { kind: 'matrix', source: 3, sites: [], values: [], width: 10 },
    { kind: 'join', left: 4, right: 0 },
    { kind: 'matrix', source: 5, sites: [3], values: [2], width: 2 },
  ],
  complex,
});

const chain: RowTree = {
  sites: 3,
  inputs: [],
  nodes: [12, 18, 2].map((width, k) => ({ kind: 'matrix', source: k - 1, sites: [k], values: [2], width })),
  complex: false,
};

const stream = randomStream(1, 'row tree');
const normals = (length: number): Float64Array => Float64Array.from({ length }, () => stream.normal());

/** A batch with digits in range, and matrices. */
function drawn(tree: RowTree, count: number): { matrices: Float64Array; batch: RowBatch } {
  const values = new Array<number>(tree.sites).fill(2);
  for (const node of tree.nodes) {
    if (node.kind === 'join') continue;
    for (const [k, site] of node.sites.entries()) values[site] = node.values[k]!;
  }
  const digits = Uint8Array.from({ length: count * tree.sites }, (_, at) => stream.integer(values[at % tree.sites]!));
  const inputs = tree.inputs.map((width) => normals(count * width));
  return { matrices: normals(matrixSizes(tree).reduce((a, b) => a + b, 0)), batch: { count, digits, inputs } };
}

/** The root's rows with their scale. */
function values(engine: Engine, tree: RowTree, matrices: Float64Array, batch: RowBatch): number[] {
  const { rows, exponents } = engine.runRows(tree, matrices, batch);
  return [...rows].map((x, at) => x * 2 ** exponents[Math.floor((at * batch.count) / rows.length)]!);
}

test('a chain is a product of matrices', () => {
  const { matrices, batch } = drawn(chain, 5);
  for (const engine of engines) {
    const found = values(engine, chain, matrices, batch);
    for (let r = 0; r < 5; r++) {
      const [a, b, c] = batch.digits.subarray(3 * r, 3 * r + 3) as unknown as [number, number, number];
      const first = matrices.subarray(24 * a, 24 * a + 12); // the row (1, 0) picks the first of two
      const second = matrices.subarray(48 + 216 * b, 48 + 216 * (b + 1));
      const third = matrices.subarray(480 + 36 * c, 480 + 36 * (c + 1));
      for (const column of [0, 1]) {
        let sum = 0;
        for (let i = 0; i < 12; i++) {
          for (let j = 0; j < 18; j++) sum += first[i]! * second[18 * i + j]! * third[2 * j + column]!;
        }
        expect(found[2 * r + column]).toBeCloseTo(sum, 10);
      }
    }
  }
});

describe.each([
  ['chain', chain],
  ['branched, real', branched(false)],
  ['branched, complex', branched(true)],
])('%s', (_, tree) => {
  const count = 23;
  const { matrices, batch } = drawn(tree, count);
  const weights = normals(2 * count);

  test('both engines agree', () => {
    const [a, b] = engines.map((engine) => values(engine, tree, matrices, batch)) as [number[], number[]];
    for (const [k, x] of a.entries()) expect(b[k]).toBeCloseTo(x, 10);
  });

  test.each(engines)('the gradient is the slope of a sum of the root (%#)', (engine) => {
    const value = (at: Float64Array): number =>
      values(engine, tree, at, batch).reduce((sum, x, k) => sum + weights[k]! * x, 0);
    const { gradient } = engine.runRows(tree, matrices, batch, ({ exponents }) =>
      weights.map((w, k) => w * 2 ** exponents[k >> 1]!),
    );
    const direction = normals(matrices.length);
    const slope = gradient!.reduce((sum, x, k) => sum + x * direction[k]!, 0);
    const h = 1e-5;
    const along = (t: number): number => value(matrices.map((x, k) => x + t * direction[k]!));
    expect((along(h) - along(-h)) / (2 * h) / slope).toBeCloseTo(1, 6);
  });

  test('rows far from 1 are carried by their exponents', () => {
    const huge = matrices.map((x) => x * 2 ** 300);
    const matricesOnTheWay = tree.nodes.filter(({ kind }) => kind === 'matrix').length;
    for (const engine of engines) {
      const [near, far] = [matrices, huge].map((m) => engine.runRows(tree, m, batch));
      expect(far!.rows).toEqual(near!.rows);
      expect(far!.exponents).toEqual(near!.exponents.map((e) => e + 300 * matricesOnTheWay));
    }
  });
});

test('rows that do not fit a tree are refused', () => {
  const { matrices, batch } = drawn(chain, 2);
  const engine = engines[1]!;
  expect(() => engine.runRows(chain, matrices.subarray(1), batch)).toThrow('runRows: 552 numbers');
  const odd: RowTree = { ...chain, nodes: [{ kind: 'matrix', source: -1, sites: [0], values: [2], width: 3 }] };
  expect(() => engine.runRows(odd, matrices, batch)).toThrow('runRows: even widths required, got 3');
});
