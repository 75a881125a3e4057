import { expect, test } from 'vitest';
import { findings } from '../../../train/studies/state-complexity/findings.ts';
import { METHODS } from '../../../train/studies/state-complexity/methods.ts';
import { failures, findingsOf } from './found.ts';

test('GHZ₃ has one length by all methods, with status and bound', async () => {
  const found = await findingsOf('state-complexity', { targets: [{ name: 'ghz', qubits: 3 }], slices: 6, starts: 1 });
  expect(failures(found)).toEqual([]);
  expect(found.checks).toHaveLength(4);
  const [overview, statuses, methods] = found.sections.map(({ exhibits }) => exhibits[0]!);
  if (overview?.kind !== 'table' || statuses?.kind !== 'table' || methods?.kind !== 'table') throw new Error('tables');
  expect(overview.rows[0]![2]).toBeCloseTo(1.211878, 5);
  expect(overview.rows[0]![5]).toBeGreaterThan(0.48);
  expect(statuses.rows[0]![1]).toContain('local minimum');
  expect(methods.rows.map((row) => [row[1], row[2] === null])).toEqual(
    METHODS.map(({ name }) => [name, name === 'mixed states' || name === 'Gaussian paths']),
  );
});

test('a Gaussian state is reached by a Gaussian path that is as short as all others on a chain', async () => {
  const targets = [{ name: 'gaussian-ground-state', qubits: 4, hamiltonian: { name: 'xy' } }];
  const metric = { maxSize: 2, maxRange: 1 };
  const found = await findingsOf('state-complexity', { targets, metric, slices: 8, starts: 1 });
  const [, , methods] = found.sections.map(({ exhibits }) => exhibits[0]!);
  if (methods?.kind !== 'table') throw new Error('a table');
  const lengthBy = (name: string): number => methods.rows.find((row) => row[1] === name)![2] as number;
  expect(lengthBy('Gaussian paths') / lengthBy('all paths')).toBeGreaterThan(1);
  expect(lengthBy('Gaussian paths') / lengthBy('all paths')).toBeLessThan(1.01);
});

test('the shortest path that meets the state counts, and the greatest bound', () => {
  const one = { length: 2, infidelity: 1e-9, status: 'upper bound', lowerBound: 0.5, argument: 'entanglement' };
  const results = [
    { method: 'a', obstacle: null, found: one },
    {
      method: 'b',
      obstacle: null,
      found: { ...one, length: 1, infidelity: 1e-3, lowerBound: 0.8, argument: 'one observable' },
    },
    { method: 'c', obstacle: 'too large', found: null },
  ] as const;
  const { sections, answer, checks } = findings([{ name: 'x', qubits: 3, results }]);
  const [table] = sections[0]!.exhibits;
  if (table?.kind !== 'table') throw new Error('a table');
  expect(table.rows).toEqual([['x', 3, 2, 1e-9, 'a', 0.8, 'one observable', 60]]);
  expect(answer).toContain('x at most 2.00000 (a), at least 0.8');
  expect(checks).toHaveLength(1); // the path that misses its target proves nothing
});

test('what no method reaches is refused with all reasons', async () => {
  const targets = [{ name: 'haar-random', qubits: 9 }];
  await expect(findingsOf('state-complexity', { targets })).rejects.toThrow(
    /targets\.0: a state within reach of a method required, got 'haar-random\(9, \d+\)' \(all paths: 9 qubits are more than 6.*no known symmetry.*mixed states/,
  );
  const dicke = [{ name: 'dicke', qubits: 30, excitations: 2 }];
  await expect(findingsOf('state-complexity', { targets: dicke, sector: [2, 3] })).rejects.toThrow(
    'sector: parts of the blocks 30 required, got 2 + 3',
  );
});
