import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('volume and action grow at their late rates, in two ways each, and the action faster than Lloyd allows', async () => {
  const options = { horizons: [0.5, 2], latest: 4, points: 200, perturbations: 20, radii: [0.2, 0.1] };
  const findings = await findingsOf('holographic-complexity', options);
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(13);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['analogy', 'fails', 'analogy']);
  expect(findings.verdicts[1]!.because).toContain('18.4 %');
  expect(findings.sections.filter(({ label }) => label === 'analogy').length).toBe(1);
});
