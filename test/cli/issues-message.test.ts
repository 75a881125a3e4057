import { expect, test } from 'vitest';
import { issuesMessage } from '../../cli/issues-message.ts';

test('control characters of a file reach no terminal', () => {
  const issues = [{ path: 'a\u009b', expected: 'no such key', received: "'\u001b[31m'" }];
  expect(issuesMessage('x.json', issues)).toContain(
    "  a\\u009b\n      expected: no such key\n      received: '\\u001b[31m'\n",
  );
});

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
