import { expect, test } from 'vitest';
import { failures, findingsOf } from '../train/studies/found.ts';

test('degrees of freedom and complexities of Bell state and W₃ from their paths, words of CNOTs from their chain', async () => {
  const findings = await findingsOf('path-integral');
  expect(failures(findings)).toEqual([]);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds in part', 'analogy', 'analogy']);
});

test('the couplings of the hopping ring of 16 sites fall as its gap opens', async () => {
  const findings = await findingsOf('entanglement-features');
  expect(failures(findings)).toEqual([]);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds in part', 'analogy', 'analogy']);
});
