import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('spheres of few simplices and small blocks', async () => {
  const findings = await findingsOf('regge', { side: 2, hyperside: 2, draws: 1, large: false });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toContain('24 of 117 and 4 of 80 modes');
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds', 'analogy']);
});
