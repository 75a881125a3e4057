import { expect, test } from 'vitest';
import { agree, parseMeasurement } from '../../bench/peers/measurement.ts';

const line = '{"first": 2.5, "times": [0.1, 0.2], "memory": 1024, "values": {"loss": 0.25}}';

test('the last line of the output is the measurement', () => {
  expect(parseMeasurement(`a warning\n${line}\n`)).toEqual({
    first: 2.5,
    times: [0.1, 0.2],
    memory: 1024,
    values: { loss: 0.25 },
  });
});

test.each(['', 'Traceback', '{"first": 2.5}', `${line}\nand more`, '{"first": 2.5,'])(
  '%j is no measurement',
  (output) => {
    expect(parseMeasurement(output)).toBeUndefined();
  },
);

test('a loss that is not a number is no measurement', () => {
  expect(parseMeasurement(line.replace('0.25', 'NaN'))).toBeUndefined();
});

test('numbers agree up to their rounding', () => {
  expect(agree({ loss: 1, norm: -2 }, { norm: -2 * (1 + 1e-12), loss: 1 })).toBe(true);
});

test.each([
  ['another value', { loss: 1 + 1e-6 }],
  ['the other sign', { loss: -1 }],
  ['another name', { energy: 1 }],
  ['one value more', { loss: 1, norm: 1 }],
  ['nothing', {}],
  ['not a number', { loss: Number.NaN }],
])('%s does not agree', (_, other) => {
  expect(agree({ loss: 1 }, other as Record<string, number>)).toBe(false);
});

test('zeros agree', () => {
  expect(agree({ loss: 0 }, { loss: 0 })).toBe(true);
});
