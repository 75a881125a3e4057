import { expect, test } from 'vitest';
import { initBackend } from '../../src/tensorflow/backend.ts';
import { failures, findingsOf } from '../train/studies/found.ts';

test('the study of generators passes its checks: games, early stopping, transport, a neural state', async () => {
  await initBackend({ prefer: 'wasm' });
  const findings = await findingsOf('generators');
  expect(failures(findings)).toEqual([]);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toContain('analogy');
});
