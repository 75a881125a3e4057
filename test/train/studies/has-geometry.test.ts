import { expect, test } from 'vitest';
import { innerProduct, norm } from '../../../src/linalg/vector.ts';
import { expectation } from '../../../src/operator/pauli-sum.ts';
import { orderedVacua } from '../../../train/studies/has-geometry/superpositions.ts';
import { failures, findingsOf } from './found.ts';

test('small states: every class that theory gives is found, pairs on a graph have no defect', async () => {
  const findings = await findingsOf('has-geometry', { sites: 42, side: 8, stabilisers: 40 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks).toHaveLength(13);
  expect(findings.sections).toHaveLength(5);
  const deficits = findings.sections.flatMap(({ exhibits }) => exhibits).find(({ kind }) => kind === 'map');
  if (deficits?.kind !== 'map') throw new Error('a map required');
  expect(deficits.rows.map(({ values }) => values.length)).toEqual(Array.from({ length: 8 }, () => 8));
  // Sites inside of the triangulation have one, and those of an edge none.
  expect(deficits.rows.flatMap(({ values }) => values).filter((value) => value !== null).length).toBeGreaterThan(20);
  expect(deficits.rows[0]!.values.some((value) => value === null)).toBe(true);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toContain('fails');
});

test('the vacua of an ordered chain are orthogonal, and magnetised in opposite directions', () => {
  const [up, down] = orderedVacua(6, 0.4);
  expect(norm(up)).toBeCloseTo(1, 12);
  expect(Math.hypot(...innerProduct(up, down))).toBeCloseTo(0, 12);
  const magnetisation = (state: typeof up): number =>
    expectation({ qubits: 6, terms: [{ word: 'IIXIII', coefficient: 1 }] }, state);
  expect(magnetisation(up)).toBeGreaterThan(0.9);
  expect(magnetisation(down)).toBeCloseTo(-magnetisation(up), 10);
});
