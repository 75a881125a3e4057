import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('paths of one qubit, words of CNOTs and circuits, at small cost', async () => {
  const states = [{ name: 'ghz', qubits: 1 }];
  const options = { states, slices: 3, chains: 2, burnIn: 60, draws: 120, rounds: 8000 };
  const findings = await findingsOf('path-integral', options);
  expect(failures(findings)).toEqual([]);
  // Three words in three slices less the two conditions of a state; a quarter turn about Y has the length π/4.
  expect(findings.answer).toContain('where 7 directions are free');
  expect(findings.answer).toContain(`of the shortest path ${(Math.PI / 4).toFixed(4)}`);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds in part', 'analogy', 'analogy']);
});
