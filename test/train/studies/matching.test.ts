import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('few landmarks, a small picture and two qubits by one function, as conserved as they must be', async () => {
  const options = { landmarks: [6], pixels: 12, pointsAcross: 3, weight: 300, qubits: 2 };
  const findings = await findingsOf('matching', options);
  expect(failures(findings)).toEqual([]);
  const [morph] = findings.sections[0]!.exhibits;
  if (morph?.kind !== 'morph') throw new Error('two rows');
  expect(morph.rows.map(({ frames }) => frames.length)).toEqual([5, 5]);
  // The ball of a qubit that ends maximally entangled has its dot in the middle.
  expect(Math.hypot(...morph.rows[1]!.frames[4]!.points![0]!)).toBeLessThan(1e-9);
  expect(morph.rows[1]!.frames[0]!.points![0]).toEqual([0, -1]);
});
