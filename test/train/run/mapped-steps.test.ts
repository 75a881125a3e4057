import { expect, test } from 'vitest';
import { mappedSteps } from '../../../train/run/mapped-steps.ts';

function counting(most: number, log: string[]) {
  function* steps(): Generator<number, string> {
    try {
      for (let k = 1; k <= most; k++) yield k;
      return 'counted';
    } finally {
      log.push('closed');
    }
  }
  return steps();
}

test('every step is told in the words of the caller, and the result is handed on', async () => {
  const log: string[] = [];
  const steps = mappedSteps(counting(2, log), (k) => `step ${k}`);
  expect(await steps.next()).toEqual({ done: false, value: 'step 1' });
  expect(await steps.next()).toEqual({ done: false, value: 'step 2' });
  expect(await steps.next()).toEqual({ done: true, value: 'counted' });
  expect(log).toEqual(['closed']);
});

test('a caller that stops listening closes the generator', async () => {
  const log: string[] = [];
  for await (const step of mappedSteps(counting(9, log), (k) => k)) if (step === 2) break;
  expect(log).toEqual(['closed']);
});
