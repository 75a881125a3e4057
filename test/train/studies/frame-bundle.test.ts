import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('six generators along the fibre, ten along the base; a weight moves the way and not its end', async () => {
  const findings = await findingsOf('frame-bundle', { frames: 3, directions: ['XX'], weight: 1.5, steps: 2 });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toContain('6 lie along the fibre and 10 along the base');
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds', 'analogy']);
});
