import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('vertices, and a square of spins of one half', async () => {
  const findings = await findingsOf('spin-network-areas', { spins: [0.5], samples: 2, draws: 500 });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toMatch(/perfect tensor by 0\.337 nats at j = 1\/2/);
  const kinds = findings.sections.map(({ exhibits }) => exhibits.map(({ kind }) => kind));
  expect(kinds).toEqual([
    ['table', 'chart'],
    ['chart', 'table'],
    ['chart', 'table'],
  ]);
});
