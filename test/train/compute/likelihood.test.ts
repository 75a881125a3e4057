import { expect, test } from 'vitest';
import { answered, checkedRequest } from '../../../train/compute/compute.ts';

const csv = new TextEncoder().encode(`${'0,0,1\n1,1,0\n'.repeat(20)}`);

async function answerOf(request: Record<string, unknown>): Promise<Record<string, unknown>> {
  const found = await checkedRequest({ request: 'likelihood', ...request });
  if ('issues' in found) throw new Error(JSON.stringify(found.issues));
  const steps = answered(found.checked, { read: () => csv });
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value.result as Record<string, unknown>;
  }
}

test.each(['chain', 'tree', 'purified'])('two rows in equal number need ln 2 nats (%s)', async (model) => {
  const result = await answerOf({
    data: { file: 'a.csv' },
    model,
    bond: 2,
    steps: 150,
    given: [1, null, null],
    samples: 2,
  });
  expect(result).toMatchObject({ sites: 3, rows: { training: 32, heldOut: 8 } });
  expect(result.heldOut).toBeCloseTo(Math.LN2, 2);
  expect(result.samples).toEqual([
    [1, 1, 0],
    [1, 1, 0],
  ]);
});

test('rows of unequal length, and given digits of another number, are named', async () => {
  await expect(
    answerOf({
      data: {
        rows: [
          [0, 1],
          [0, 1, 1],
        ],
      },
    }),
  ).rejects.toThrow('data.rows.1: 2 digits as in the first row');
  await expect(answerOf({ data: { file: 'a.csv' }, given: [1] })).rejects.toThrow('given: 3 digits, null where free');
});
