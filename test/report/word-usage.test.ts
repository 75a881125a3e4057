import { expect, test } from 'vitest';
import { pairTimes } from '../../src/path/time-spent.ts';
import type { GeodesicRecord } from '../../src/record/run-record.ts';
import { circuitWords, compactWord, geodesicWords } from '../../src/report/word-usage.ts';

test('time spent along a geodesic is the mean of |h_P| over the slices', () => {
  const geodesic = {
    words: ['XI', 'ZZ', 'YI'],
    velocity: [
      [1, -2, 0],
      [3, 2, 0],
    ],
  } as unknown as GeodesicRecord;
  expect([...geodesicWords(geodesic)]).toEqual([
    ['XI', 2],
    ['ZZ', 2],
  ]);
});

test('time spent by gates is Σ|a|/2 with angles taken to −π … π', () => {
  const gates = [
    { word: 'XI', angle: 1 },
    { word: 'XI', angle: { parameter: 0 } },
    { word: 'ZZ', angle: 2 * Math.PI - 0.5 },
  ];
  const spent = circuitWords({ kind: 'circuit', qubits: 2, parameters: 1, gates }, [-3]);
  expect(spent.get('XI')).toBeCloseTo(2, 12);
  expect(spent.get('ZZ')).toBeCloseTo(0.25, 12);
});

test('a word acts on every pair of its support', () => {
  const times = pairTimes(
    3,
    new Map([
      ['XYZ', 1],
      ['IXX', 2],
      ['XII', 5],
    ]),
  );
  expect(times).toEqual([
    [0, 1, 1],
    [0, 0, 3],
    [0, 0, 0],
  ]);
});

test('words are written without their identities', () => {
  expect(['IXIZ', 'II', `${'I'.repeat(11)}Y`].map(compactWord)).toEqual(['X₁Z₃', '1', 'Y₁₁']);
});
