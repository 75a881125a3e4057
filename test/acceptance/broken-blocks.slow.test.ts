import { expect, test } from 'vitest';
import { blocksBroken } from '../../src/geodesic/sector/symmetry-broken.ts';
import { solution } from '../../src/optimise/minimise.ts';

test('the search of W₄ beside a qubit in |0⟩ begins with 1 + 4, a saddle, and sets one of the four apart', () => {
  const components = { length: 10, interleaved: new Float64Array(20) };
  components.interleaved[2] = 1; // none in the first block, one in the second
  const options = { starts: 1, slices: 5, polished: 1, nodes: 4, mostBlocks: 3 };
  const { value, result } = solution(blocksBroken({ blocks: [1, 4], components }, options));
  expect(result).toBe('converged');
  const [own, hub, pairs] = value.types;
  expect(value.types.map(({ blocks }) => blocks)).toEqual([
    [1, 4],
    [1, 1, 3],
    [1, 2, 2],
  ]);
  expect(own!.certificate.index!.parts.filter(({ negative }) => negative > 0)).toMatchObject([{ level: [0, 1] }]);
  expect(hub).toMatchObject({ parent: 0, reason: 'negative mode', descents: 2 });
  // a qubit more than W₄, of length 0.998496, can only shorten the path
  expect(hub!.geodesic.length).toBeLessThan(0.97);
  expect(hub!.certificate.status).toBe('local minimum of the full problem');
  expect(pairs!.geodesic.length).toBeGreaterThan(hub!.geodesic.length);
});
