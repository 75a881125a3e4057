import { expect, test } from 'vitest';
import { bulkGraph } from '../../src/bulk/bulk-graph.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { networkEnumerator } from '../../src/network/network-enumerator.ts';
import { codeReport } from '../../src/stabiliser/code-report.ts';
import { fiveQubitCode, fourQubitCode, steaneCode } from '../../src/stabiliser/known-codes.ts';
import { codeOfGroup } from '../../src/stabiliser/stabiliser-code.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { codeOfNetwork, holographicCode } from '../../src/systems/tiling/holographic-code.ts';

const stream = () => randomStream(1, 'report');

test.each([
  ['[[5, 1, 3]]', fiveQubitCode(), 3, 30, [3]],
  ['[[7, 1, 3]]', steaneCode(), 3, 21, [3]],
  ['[[4, 2, 2]]', fourQubitCode(), 2, 18, [2, 2]],
  ['the surface code [[13, 1, 3]] of 3 × 3 and 2 × 2 edges', surfaceCode(), 3, 6, [3]],
])('the report of %s has its distance by search and by enumerators', (_, group, distance, words, inputs) => {
  const report = codeReport(codeOfGroup(group), stream(), { samples: 20 });
  expect(report).toMatchObject({
    prime: 2,
    physical: group.qudits,
    logical: inputs.length,
    distance: { weight: distance },
    certified: { weight: distance, words },
  });
  expect(report.distance).toEqual(report.certified);
  expect(report.operators.map(({ dressed }) => dressed)).toEqual(inputs);
  expect(report.operators.every(({ x, z }) => x.kind === 'operator' && z.kind === 'operator')).toBe(true);
  for (const { region, recovered } of report.regions) {
    if (region.length > group.qudits - distance) expect(recovered.length).toBe(inputs.length);
  }
  expect(report.erasure[0]!.all).toEqual({ share: 1, error: 0 });
});

test('the report of a holographic code compares entropies with cuts, and takes its weights from a contraction', () => {
  const { network } = holographicCode({ layers: 1 });
  const code = codeOfNetwork(network);
  const counts = networkEnumerator(network).counts.map(BigInt);
  const report = codeReport(code, stream(), { graph: bulkGraph(network), counts, samples: 20 });
  expect(report).toMatchObject({
    physical: 20,
    logical: 6,
    distance: { weight: 3, words: 60 },
    certified: { weight: 3, words: 60 },
  });
  expect(report.operators[0]).toMatchObject({ dressed: 6, bare: 9 });
  for (const { entropy, area } of report.regions) expect(entropy).toBeLessThanOrEqual(area! + 1e-12);
  expect(report.regions.length).toBe(4 * 19);
  expect(() => codeReport(code, stream(), { counts: [1n] })).toThrow('weights 0 … 20 required, got 1');
  expect(() => codeReport(code, stream(), { graph: bulkGraph(holographicCode().network) })).toThrow(
    'a graph of 20 sites',
  );
});

test('the report of a state has no distance', () => {
  const report = codeReport(codeOfGroup(stabiliserGroupOfWords(['X X2', 'Z Z'], 3)), stream(), { samples: 2 });
  expect(report).toMatchObject({ prime: 3, logical: 0, distance: null, certified: null, operators: [] });
  expect(report.regions.map(({ entropy }) => entropy)).toEqual([Math.log(3), Math.log(3)]);
});

/** Qubits at the sites of even sum of a 5 × 5 square; X and Z checks at the others, by row. */
function surfaceCode() {
  const at = [...Array(25).keys()].map((k) => [Math.floor(k / 5), k % 5] as const);
  const qubits = at.filter(([row, column]) => (row + column) % 2 === 0);
  const words = at
    .filter(([row, column]) => (row + column) % 2 === 1)
    .map(([row, column]) =>
      qubits
        .map(([r, c]) => (Math.abs(r - row) + Math.abs(c - column) === 1 ? (row % 2 === 0 ? 'X' : 'Z') : 'I'))
        .join(''),
    );
  return stabiliserGroupOfWords(words);
}
