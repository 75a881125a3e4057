import { expect, test } from 'vitest';
import { nearestName, suggestion } from '../src/nearest-name.ts';
import { parsePauliSum } from '../src/operator/hamiltonian-file.ts';
import { checkedRequest } from '../train/compute/compute.ts';
import { parseExperiment } from '../train/run/experiment.ts';

test.each([
  ['gzh', 'ghz'], // exchanged
  ['ghzz', 'ghz'],
  ['complexty', 'complexity'],
  ['brikwal', 'brickwall'],
  ['GHZ', 'ghz'],
  ['tranverse-feild-ising', 'transverse-field-ising'],
])('%s stands for %s', (written, meant) => {
  const names = ['w', 'xxz', 'ghz', 'dicke', 'complexity', 'brickwall', 'transverse-field-ising'];
  expect(nearestName(written, names)).toBe(meant);
  expect(suggestion(written, names)).toBe(` (did you mean '${meant}'?)`);
});

test('what is far from every name, or is one, has no suggestion', () => {
  expect(nearestName('abc', ['ghz', 'dicke'])).toBeNull();
  expect(suggestion('ghz', ['ghz', 'ghzz'])).toBe('');
  expect(suggestion('', ['w'])).toBe('');
  expect(suggestion('g'.repeat(1e6), ['ghz'])).toBe('');
});

test('names of requests, targets, models and keys that are mistyped are suggested', async () => {
  expect(await checkedRequest({ request: 'complexty', state: 'ghz(2)' })).toMatchObject({
    issues: [{ path: 'request', received: `"complexty" (did you mean 'complexity'?)` }],
  });
  expect(await checkedRequest({ request: 'entropies', state: 'ghzz(2)' })).toMatchObject({
    issues: [{ path: 'state.name', received: `"ghzz" (did you mean 'ghz'?)` }],
  });
  const expectedOf = async (state: string) => {
    const found = await checkedRequest({ request: 'entropies', state });
    return 'issues' in found ? found.issues[0]!.expected : '';
  };
  expect(await expectedOf('ghzz(2)')).toMatch(/^'ghz'\? Others are 'product', 'w', .{1,90} … \(\d\d in all\)$/);
  expect(await expectedOf('qqqqqq(2)')).toMatch(/'spin-cat'.*'run'/);
  const experiment = { name: 'x', target: { name: 'gzh', qubits: 2 }, model: { name: 'brikwall' }, trainning: {} };
  expect(parseExperiment(experiment)).toMatchObject({
    issues: expect.arrayContaining([
      expect.objectContaining({ path: 'target.name', received: `"gzh" (did you mean 'ghz'?)` }),
      expect.objectContaining({ path: 'model.name', received: `"brikwall" (did you mean 'brickwall'?)` }),
      expect.objectContaining({ path: 'trainning', received: `'trainning' (did you mean 'training'?)` }),
    ]),
  });
  expect(() => parsePauliSum('{"qbits": 1, "terms": []}', 'h.json')).toThrow("'qbits' (did you mean 'qubits'?)");
});
