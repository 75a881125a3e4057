import { expect, test } from 'vitest';
import { metricPhrase } from '../../src/report/metric-phrase.ts';

test.each([
  [
    { maxSize: 2, maxRange: 1, penalty: 'infinite', lattice: 'chain' },
    'Metric: words on at most 2 qubits within range 1 on the chain weigh 1; no others are allowed.',
  ],
  [
    { maxSize: 2, maxRange: 'infinite', sizeWeights: [0.1, 1], penalty: 4, lattice: { edges: [] } },
    'Metric: words on at most 2 qubits at any distance weigh 0.1, 1 by their size; all others 4.',
  ],
  [{ maxSize: 'infinite', maxRange: 'infinite', penalty: 1, lattice: 'ring' }, 'Metric: all words weigh 1.'],
  [
    {
      maxSize: 0,
      maxRange: 1,
      penalty: 'infinite',
      lattice: 'ring',
      words: { XI: 2, ZZ: 'infinite' },
      letters: { ZZ: 1 },
    },
    'Metric: words weigh XI 2, ZZ not allowed; letters within range 1 on the ring weigh ZZ 1; no others are allowed.',
  ],
  [
    { maxSize: 2, maxRange: 1, penalty: 5, lattice: 'chain', words: { XI: 2 } },
    'Metric: words weigh XI 2; other words on at most 2 qubits within range 1 on the chain weigh 1; all others 5.',
  ],
  [undefined, ''],
])('%j is told in words', (metric, words) => {
  expect(metricPhrase(metric)).toBe(words);
});
