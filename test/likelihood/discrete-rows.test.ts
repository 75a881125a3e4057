import { expect, test } from 'vitest';
import { discreteRows, rowsIn, selectedRows } from '../../src/likelihood/discrete-rows.ts';

test('rows out of range, incomplete rows and empty data are named', () => {
  expect(rowsIn('f', [2, 3], Uint8Array.of(1, 2, 0, 0))).toBe(2);
  expect(() => rowsIn('f', [2, 3], Uint8Array.of(1, 2, 2, 3))).toThrow(
    'f: digits below the number of values of each site required, got 2 in row 1 at site 0 of 2 values, 3 in row 1 at site 1 of 3 values',
  );
  expect(() => rowsIn('f', [2, 3], Uint8Array.of(1, 2, 0))).toThrow('f: 1 or more rows of 2 digits required, got 3');
  expect(() => rowsIn('f', [2, 3], new Uint8Array(0))).toThrow('1 or more rows');
  expect(() => discreteRows([2, 0], Uint8Array.of(0, 0))).toThrow('1 to 256 values of each site required, got 0');
});

test('selected rows keep the order asked for', () => {
  const rows = discreteRows([3], Uint8Array.of(0, 1, 2));
  expect(selectedRows(rows, [2, 0]).digits).toEqual(Uint8Array.of(2, 0));
});
