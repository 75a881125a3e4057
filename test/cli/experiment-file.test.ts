import { expect, test } from 'vitest';
import { issuesMessage } from '../../cli/experiment-file.ts';

test('every mistake has its field, what is expected and what was received', () => {
  const issues = [
    { path: 'seed', expected: 'number to be ≥ 0', received: '-1' },
    { path: '', expected: 'no such key', received: "'colour'" },
  ];
  expect(issuesMessage('x.json', issues).split('\n')).toEqual([
    'x.json: 2 mistakes',
    '  seed',
    '      expected: number to be ≥ 0',
    '      received: -1',
    '  (the whole file)',
    '      expected: no such key',
    "      received: 'colour'",
    "See 'bulkweave list' for names and options, 'bulkweave schema' for the whole format.",
  ]);
});
