import { expect, test } from 'vitest';
import { explain } from '../../cli/exit-code.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';

test.each([
  [new DomainError('ghz: 1 to 24 required, got 40'), 'ghz: 1 to 24 required, got 40', 2],
  [new ShapeError('circuit: 2 letters required'), 'circuit: 2 letters required', 2],
  [Object.assign(new Error('x'), { code: 'EACCES', path: '/runs' }), '/runs: permission denied', 2],
  [Object.assign(new Error('x'), { code: 'ENOSPC', path: '/runs' }), '/runs: no space left on the device', 1],
  [
    new RangeError('Array buffer allocation failed'),
    'not enough memory: Array buffer allocation failed; choose fewer qubits',
    2,
  ],
])('%o is told as %j, exit code %d', (error, message, code) => {
  expect(explain(error)).toEqual({ message, code });
});

test('an error nobody foresaw says how to see its stack', () => {
  expect(explain(new TypeError('x is not a function'))).toEqual({
    message: 'unexpected error: x is not a function (set BULKWEAVE_DEBUG=1 for the stack)',
    code: 1,
  });
});
