import { expect, test } from 'vitest';
import { parseRecord, recordJson } from '../../src/record/record-json.ts';
import { RECORD_SCHEMA, type RunPoint, type RunRecord } from '../../src/record/run-record.ts';

const point: RunPoint = {
  time: null,
  target: { name: 'nothing', kind: 'pure', dimensions: [2] },
  training: {
    network: { kind: 'circuit', qubits: 1, parameters: 1, gates: [{ word: 'X', angle: { parameter: 0 } }] },
    theta: [0.1],
    infidelity: Infinity,
    complexity: { name: 'length', value: null },
    result: 'diverged',
    starts: [Infinity, 0.5],
    gates: null,
    history: [
      { step: 1, phase: 'start 1', loss: Number.NaN, infidelity: 0.5, complexity: null, gradientNorm: -Infinity },
    ],
  },
  geodesic: null,
  fisher: null,
  bulk: null,
  shape: null,
  gravity: null,
  picture: null,
  notes: [],
};
const record: RunRecord = {
  schema: RECORD_SCHEMA,
  versions: { bulkweave: '0.2.0' },
  backend: 'cpu',
  startedAt: '2026-01-01T00:00:00.000Z',
  seconds: 1,
  experiment: { name: 'nothing', seed: 1 },
  points: [point],
  overTime: null,
};

test('numbers that JSON lacks come back as they were', () => {
  expect(parseRecord(recordJson(record))).toStrictEqual({ record });
});

test('a record of finite numbers is plain JSON with a checksum behind it, whatever its layout', () => {
  const finite = { ...record, points: [] };
  const text = recordJson(finite);
  const { sha256, ...content } = JSON.parse(text);
  expect(content).toStrictEqual(finite);
  expect(text).toBe(`${JSON.stringify(finite).slice(0, -1)},"sha256":"${sha256}"}\n`);
  expect(parseRecord(JSON.stringify({ sha256, ...content }, null, 2))).toStrictEqual({ record: finite });
  expect(parseRecord(JSON.stringify(content))).toStrictEqual({ record: finite }); // as before version 0.2
});

test('a number that was changed is found by the checksum', () => {
  const changed = recordJson(record).replace('0.1', '0.2');
  expect(parseRecord(changed)).toEqual({
    issues: [
      {
        path: 'sha256',
        expected: expect.stringMatching(/^the checksum of the contents, "[0-9a-f]{64}"$/),
        received: expect.stringMatching(/which was changed after it was written$/),
      },
    ],
  });
});

test('every part that is missing or of another kind is named, with what should stand there', () => {
  const { notes: _, ...damaged } = { ...point, training: { ...point.training, theta: 'x', result: 'lost' } };
  const parsed = parseRecord(JSON.stringify({ ...record, backend: 7, points: [damaged] }));
  const paths = 'issues' in parsed ? parsed.issues.map(({ path }) => path) : [];
  expect(paths.sort()).toEqual(['backend', 'points.0.notes', 'points.0.training.result', 'points.0.training.theta']);
});
