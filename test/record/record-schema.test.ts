import { describe, expect, test } from 'vitest';
import { recordIssues } from '../../src/record/record-schema.ts';
import { RECORD_SCHEMA } from '../../src/record/run-record.ts';
import { sealIssues } from '../../src/record/sealed-json.ts';
import { STUDY_SCHEMA } from '../../src/record/study-record.ts';

const head = {
  versions: { bulkweave: '0.2.0' },
  backend: 'cpu',
  startedAt: '2026-01-01T00:00:00.000Z',
  seconds: 1,
  experiment: { name: 'all parts', seed: 1 },
  inputs: [{ path: 'a.json', bytes: 3, sha256: '0123456789abcdef'.repeat(4), base64: 'AAAA' }],
};
const circuit = { kind: 'circuit', qubits: 1, parameters: 1, gates: [{ word: 'X', angle: { parameter: 0 } }] };
const network = {
  kind: 'network',
  parameters: 8,
  dimensions: { a: 2 },
  nodes: [{ id: 'n', legs: ['a'], tensor: { kind: 'free' } }],
  boundary: ['a'],
  bulk: ['b'],
  environment: ['c'],
};
const map = { information: [[1]], resolution: [[1]] };
/** A point in which nothing is left out. */
const point = (target: object) => ({
  time: 0,
  target: { name: 'some', kind: 'pure', dimensions: [2] },
  training: {
    network: target,
    theta: [0.1],
    infidelity: 0,
    complexity: { name: 'length', value: 1 },
    result: 'converged',
    starts: [0.5],
    growth: [{ gates: 1, word: 'X', position: 0, infidelity: 0.5 }],
    gates: { before: 2, after: 1 },
    history: [{ step: 1, phase: 'start 1', loss: 1, infidelity: 0.5, complexity: 1, gradientNorm: 1 }],
  },
  geodesic: {
    words: ['X'],
    velocity: [[1]],
    slices: 1,
    length: 1,
    energy: 1,
    infidelity: 0,
    speedVariation: 0,
    straightness: 0,
    coarseLength: 1,
    lowerBound: 1,
    status: 'certified',
    starts: [1],
    result: 'converged',
    learned: { length: 1, layeredLength: 1, excess: 0 },
  },
  fisher: { parameters: 1, eigenvalues: [1], rank: 1, threshold: 1e-8, resolution: [1] },
  bulk: {
    nodes: [{ id: 'n', depth: 1, site: 0.5, information: 1 }],
    edges: [{ leg: 'a', from: 'n', to: 'm', capacity: 1, entropy: 1 }],
    boundary: ['a'],
    cuts: [{ start: 0, length: 1, entropy: 1, cut: 1, legs: ['a'] }],
    mutualInformation: [[1]],
    distances: [[0]],
  },
  shape: {
    boundary: { diameter: 1, spread: 0, shortened: 0 },
    seen: map,
    seenFromHalf: map,
    recovered: [[0]],
    curvature: [{ from: 'n', to: 'm', depth: 1, curvature: 0 }],
  },
  targetGeometry: {
    regions: [{ start: 0, length: 1, entropy: 1 }],
    mutualInformation: [[1]],
    distances: [[0]],
  },
  gravity: {
    site: 0,
    half: [1],
    firstLaw: [{ size: 1 }],
    residual: 0,
    regions: [{ start: 0, length: 1, value: 1, change: 0 }],
    distances: [[{ value: 1, change: 0 }]],
  },
  picture: { rows: 1, columns: 1, target: [1], generated: [1] },
  notes: ['none'],
});
const run = { schema: RECORD_SCHEMA, ...head, points: [point(circuit), point(network)], overTime: {} };
const study = {
  schema: STUDY_SCHEMA,
  ...head,
  findings: {
    title: 'a',
    question: 'b',
    answer: 'c',
    sections: [{ heading: 'd', text: 'e', exhibits: [{ kind: 'heat-map', caption: 'f' }] }],
    checks: [{ statement: 'g', computed: 1, expected: 1, tolerance: 0, passed: true }],
    verdicts: [{ statement: 'h', source: 'i', verdict: 'holds' }],
  },
};

type Path = readonly string[];
/** Where strings, numbers and truth values stand. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, entry]) => leaves(entry, [...path, key]));
}
/** The value with another one at a path. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe.each([
  ['run', run],
  ['study', study],
])('the record of a %s', (_, record) => {
  test('has no mistake when it is whole', () => {
    expect(recordIssues(record)).toEqual([]);
  });

  test.each(leaves(record).map((path) => [path.join('.'), path] as const))('is checked at %s', (place, path) => {
    const issues = recordIssues(replaced(record, path, ['of another kind']));
    expect(issues.length).toBeGreaterThan(0);
    // A parameter of an angle is one of two ways to write the angle: the mistake is the angle's.
    for (const issue of issues) expect(place.startsWith(issue.path)).toBe(true);
  });
});

test('a checksum of inputs has 64 hexadecimal digits and nothing else', () => {
  const digits = '0123456789abcdef'.repeat(4);
  for (const sha256 of [`${digits}0`, `x${digits}`, digits.slice(1), 'x'.repeat(64), 'a', digits.toUpperCase()]) {
    expect(recordIssues(replaced(run, ['inputs', '0', 'sha256'], sha256)).map(({ path }) => path)).toEqual([
      'inputs.0.sha256',
    ]);
  }
});

test('a number may be null, as records before version 0.2 have it, a count may not', () => {
  expect(recordIssues(replaced(run, ['seconds'], null))).toEqual([]);
  expect(recordIssues(replaced(run, ['experiment', 'seed'], null)).length).toBe(1);
  expect(recordIssues(replaced(run, ['experiment', 'seed'], -1)).length).toBe(1);
  expect(recordIssues(replaced(run, ['points', '0', 'target', 'dimensions', '0'], 0.5)).length).toBe(1);
});

test('what is no record says which schemas are read', () => {
  const expected = `"${RECORD_SCHEMA}" or "${STUDY_SCHEMA}"`;
  for (const json of [null, {}, 3, 'text']) {
    expect(recordIssues(json)).toEqual([{ path: 'schema', expected, received: 'nothing' }]);
  }
  expect(recordIssues({ ...run, schema: 'other' })).toEqual([{ path: 'schema', expected, received: '"other"' }]);
});

test('what is no object, or has no checksum, has none that is wrong', () => {
  for (const value of [null, 3, 'sha256', undefined, {}, { a: 1 }]) expect(sealIssues(value)).toEqual([]);
  expect(sealIssues({ a: 1, sha256: 'x' }).length).toBe(1);
});
