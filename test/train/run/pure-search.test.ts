import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { w } from '../../../datasets/w.ts';
import { parametrised } from '../../../src/circuit/circuit.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { neighbourPairs } from '../../../src/geodesic/state/neighbour-pairs.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { pureSearch, symmetryGroups } from '../../../train/run/pure-search.ts';

const neighbours: PenaltyMetric = { maxSize: 2, maxRange: 1, penalty: Infinity };

const network = (qubits: number) => parametrised(qubits, ['X'.padEnd(qubits, 'I')]);
const groups = (target: ComplexVector, settings: { real?: boolean; pairs?: boolean }, metric = neighbours) =>
  symmetryGroups(
    { real: false, pairs: true, ...settings },
    { metric, network: network(Math.log2(target.length)) },
    target,
  );

describe('pairs of neighbours', () => {
  test('GHZ states keep them equal: one way for an even number of qubits, else one for each qubit left over', () => {
    const turned = (n: number) =>
      neighbourPairs(ghz(n).amplitudes).map((group) =>
        group.map(({ quarterTurns }) => `${quarterTurns!.indexOf(1)}${quarterTurns!.indexOf(-1)}`).join(' '),
      );
    expect([4, 5, 7].map(turned)).toEqual([['01 23'], ['12 34', '01 34'], ['12 34 56', '01 34 56']]);
    expect(neighbourPairs(w(4).amplitudes)).toEqual([]);
    expect(neighbourPairs({ length: 2, interleaved: Float64Array.of(1, 0, 0, 0) })).toEqual([]);
  });
});

describe('the search of a run for the shortest path to a pure state', () => {
  test('is among pairs from seven qubits on, where target and metric keep them', () => {
    expect(groups(ghz(7).amplitudes, {})).toEqual(neighbourPairs(ghz(7).amplitudes));
    expect(groups(ghz(8).amplitudes, { real: true })).toEqual([
      [{ conjugated: true }, ...neighbourPairs(ghz(8).amplitudes)[0]!],
    ]);
    expect(groups(ghz(7).amplitudes, { pairs: false })).toEqual([[]]);
    expect(groups(w(7).amplitudes, {})).toEqual([[]]);
    expect(groups(ghz(7).amplitudes, {}, { ...neighbours, words: { ZIIIIII: 2 } })).toEqual([[]]);
    expect(groups(ghz(7).amplitudes, {}, { ...neighbours, sizeWeights: [0] })).toEqual([[]]);
    expect(groups(ghz(4).amplitudes, {})).toEqual([[]]);
  });

  test('is among real paths where that is asked for and the target is real, and says so', () => {
    const turned = Float64Array.from({ length: 16 }, (_, i) => (i === 0 || i === 15 ? Math.SQRT1_2 : 0));
    expect(groups({ length: 8, interleaved: turned }, { real: true })).toEqual([[]]);
    const options = { slices: 8, starts: 1, polished: 0, observable: false as const };
    const search = pureSearch(
      { real: true, pairs: true },
      { metric: neighbours, network: network(3) },
      w(3).amplitudes,
      options,
    );
    let next = search.next();
    while (!next.done) next = search.next();
    const { certificate, status, length } = next.value.value;
    expect(certificate.symmetric?.dimension).toBe(8);
    expect(status).toMatch(
      /searched among symmetric paths \(11 controls, 8 real dimensions\), none shorter beside it$/,
    );
    expect(length).toBeGreaterThan(1.178869);
    expect(length).toBeLessThan(1.181);
  });
});
