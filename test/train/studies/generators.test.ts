import { expect, test } from 'vitest';
import { initBackend } from '../../../src/tensorflow/backend.ts';
import { failures, findingsOf } from './found.ts';

test('generators of few steps: all pictures, and the checks that do not need training', async () => {
  await initBackend({ prefer: 'wasm' });
  const options = { game: 50, pair: 10, stage: 10, born: 10, prior: 20, transport: 20, qubits: 4, search: 30 };
  const findings = await findingsOf('generators', options);
  const trained = [
    'mean of the generator',
    'its standard deviation',
    'logit',
    'and below it',
    'least error',
    'neither end',
    'price on motion',
  ];
  expect(failures(findings).filter((text) => !trained.some((part) => text.includes(part)))).toEqual([]);
  expect(findings.checks.length).toBe(17);
  const kinds = findings.sections.flatMap(({ exhibits }) => exhibits.map(({ kind }) => kind));
  expect(kinds.filter((kind) => kind === 'pictures').length).toBe(6);
});
