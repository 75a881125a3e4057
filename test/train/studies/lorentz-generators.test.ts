import { expect, test } from 'vitest';
import { scaledMatrix } from '../../../src/linalg/matrix.ts';
import { generatorMatrix, ROTATIONS } from '../../../src/operator/minkowski-action.ts';
import { lieDimension } from '../../../train/studies/lorentz-generators/lorentz-algebra.ts';
import { failures, findingsOf } from './found.ts';

test('the corrected generators obey their relations, penalties keep the end, turns are not compensated locally', async () => {
  const findings = await findingsOf('lorentz-generators', {
    steps: 2,
    penalty: 1.5,
    combinations: ['XX', 'XZ − ZX'],
    localWeights: [1, 0.1],
  });
  expect(failures(findings)).toEqual([]);
  const [lists] = findings.sections[0]!.exhibits;
  if (lists?.kind !== 'table') throw new Error('a table');
  const row = (name: string) => lists.rows.find(([list]) => list === name)!;
  expect(row('ten, as printed').slice(2, 4)).toEqual([10, 8]);
  expect(row('ten, corrected').slice(2, 4)).toEqual([10, 10]);
  expect(row('six with IZ − ZI, exp(−itG)').slice(4)).toEqual([6, 6, 6, '3 / 3']);
  expect(row('one-qubit Hamiltonians, exp(−itH)')[7]).toBe('6 / 0');
});

test('two rotations generate the third', async () => {
  const turns = ROTATIONS.map((one) => scaledMatrix([0, -1], generatorMatrix(one)));
  expect(lieDimension(turns.slice(0, 2))).toBe(3);
  expect(lieDimension(turns.slice(0, 1))).toBe(1);
});
