import { expect, test } from 'vitest';
import { answered, checkedRequest } from '../../../train/compute/compute.ts';

const FILES: Readonly<Record<string, string>> = {
  'before.csv': 'x,y\n0,0\n1,0\n0,1\n',
  'after.csv': '0.1 0\n1.4 0.2\n-0.1 1.3\n',
  'two.csv': '0,0\n1,1\n',
};

async function answerOf(request: Record<string, unknown>): Promise<Record<string, unknown>> {
  const found = await checkedRequest(request);
  if ('issues' in found) throw new Error(JSON.stringify(found.issues));
  const steps = answered(found.checked, { read: (path) => new TextEncoder().encode(FILES[path]!) });
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value.result as Record<string, unknown>;
  }
}

test('points of files are met exactly, at a price they are not quite', async () => {
  const asked = { request: 'match-landmarks', from: { file: 'before.csv' }, to: { file: 'after.csv' } };
  const exact = await answerOf(asked);
  expect(exact.status).toBe('converged');
  expect(exact.miss).toBeLessThan(1e-12);
  const path = exact.path as number[][][];
  expect(path[0]).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
  ]);
  expect(path[4]![1]![0]).toBeCloseTo(1.4, 11);
  const near = await answerOf({ ...asked, weight: 100, widths: [1, 0.5] });
  expect(near.miss).toBeGreaterThan(1e-4);
  expect(near.miss).toBeLessThan(0.05);
});

test('pictures that differ by a shift are matched without folds', async () => {
  const bar = (at: number) => ({
    pixels: Array.from({ length: 8 }, () => Array.from({ length: 8 }, (_, k) => Math.exp(-((k - at) ** 2) / 3))),
  });
  const result = await answerOf({ request: 'match-images', from: bar(3), to: bar(4), pointsAcross: 2, maxSteps: 10 });
  expect(result.share).toBeLessThan(0.1);
  expect(result.leastJacobian).toBeGreaterThan(0);
  expect(result.matched).toHaveLength(8);
});

test('points of unequal number, pictures of different size and empty data are refused', async () => {
  const from = { file: 'before.csv' };
  await expect(answerOf({ request: 'match-landmarks', from, to: { file: 'two.csv' } })).rejects.toThrow(
    "to: 3 points of 2 coordinates as in 'from' required, got 2 of 2",
  );
  await expect(answerOf({ request: 'match-landmarks', from, to: { points: [[0], [1, 2]] } })).rejects.toThrow(
    'to.points.1: 1 coordinates as of the first point required, got 2',
  );
  await expect(answerOf({ request: 'match-landmarks', from, to: { points: [] } })).rejects.toThrow('to');
  const picture = { pixels: [[0, 1]] };
  await expect(answerOf({ request: 'match-images', from: picture, to: { pixels: [[0], [1]] } })).rejects.toThrow(
    "to: a picture of 1 × 2 pixels as 'from' required, got 2 × 1",
  );
  await expect(answerOf({ request: 'match-images', from: picture, to: { pixels: [] } })).rejects.toThrow('to');
});
