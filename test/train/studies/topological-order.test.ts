import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('a torus of ten: the toric code lacks ln p, a cluster state nothing, and a layer of gates changes neither', async () => {
  const options = { size: 10, primes: [2, 3], scales: [3], depth: 1, samples: 2, circumference: 8, tensions: 4 };
  const findings = await findingsOf('topological-order', options);
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(18);
  expect(findings.verdicts[0]!.because).toContain('1 layer changes γ of neither state');
  const [, gammas] = findings.sections;
  expect(gammas!.exhibits[0]).toMatchObject({
    rows: [
      ['toric code', 2, 1, 1],
      ['toric code', 3, 1, 1],
      ['cluster state', 2, 0, 0],
      ['product state', 2, 0, 0],
    ],
  });
});

test('a disk that leaves no margin on the torus is refused', async () => {
  await expect(findingsOf('topological-order', { size: 10, scales: [4] })).rejects.toThrow('scales of at most 3');
});
