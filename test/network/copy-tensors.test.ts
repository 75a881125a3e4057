import { expect, test } from 'vitest';
import { networkMistakes } from '../../src/network/check-network.ts';
import { hyperIndices, withCopyTensors } from '../../src/network/copy-tensors.ts';
import { networkPullback, networkState } from '../../src/network/network-state.ts';
import type { NetworkNode, TensorNetwork } from '../../src/network/tensor-network.ts';
import { isTree } from '../../src/network/tree-messages.ts';

/** Free matrices s_k ─■─ x for k < count that all meet in x; x may be a site of its own. */
function star(count: number, kept: boolean): TensorNetwork {
  const nodes = Array.from({ length: count }, (_, k): NetworkNode => {
    return { id: `N${k}`, legs: k % 2 ? ['x', `s${k}`] : [`s${k}`, 'x'], tensor: { kind: 'free', offset: 12 * k } };
  });
  const sites = nodes.map((_, k) => `s${k}`);
  return {
    kind: 'network',
    parameters: 12 * count,
    dimensions: { ...Object.fromEntries(sites.map((site) => [site, 2])), x: 3 },
    nodes,
    boundary: kept ? [...sites, 'x'] : sites,
    bulk: [],
    environment: [],
  };
}

test('three unit matrices that meet in one leg make the GHZ state', () => {
  const ghz: TensorNetwork = {
    ...star(3, false),
    parameters: 0,
    dimensions: { s0: 2, s1: 2, s2: 2, x: 2 },
    nodes: star(3, false).nodes.map((node) => ({
      ...node,
      tensor: { kind: 'constant', interleaved: [1, 0, 0, 0, 0, 0, 1, 0] },
    })),
  };
  const expected = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0];
  expect([...networkState(ghz, new Float64Array()).interleaved]).toEqual(expected);
  expect([...networkState(withCopyTensors(ghz), new Float64Array()).interleaved]).toEqual(expected);
});

test.each([
  [3, false],
  [5, false],
  [2, true],
  [4, true],
])('%i nodes on one leg, kept: %s: copy tensors change neither state nor pullback', (count, kept) => {
  const network = star(count, kept);
  const explicit = withCopyTensors(network);
  expect(hyperIndices(network)).toEqual(['x']);
  expect(hyperIndices(explicit)).toEqual([]);
  expect(networkMistakes(explicit)).toEqual([]);
  expect(explicit.nodes).toHaveLength(2 * count - 2 + (kept ? 1 : 0));
  const theta = Float64Array.from({ length: network.parameters }, (_, k) => Math.sin(k + 1));
  const [state, other] = [networkState(network, theta), networkState(explicit, theta)];
  state.interleaved.forEach((x, k) => {
    expect(x).toBeCloseTo(other.interleaved[k]!, 12);
  });
  const lambda = { length: state.length, interleaved: state.interleaved.map((_, k) => Math.cos(k)) };
  const [one, two] = [network, explicit].map((own) => networkPullback(own, theta, lambda));
  one!.forEach((x, k) => {
    expect(x).toBeCloseTo(two![k]!, 11);
  });
});

test('a network without hyper-indices stays as it is, and new names avoid old ones', () => {
  const pair = star(2, false);
  expect(withCopyTensors(pair)).toBe(pair);
  const taken = star(3, false);
  const awkward: TensorNetwork = {
    ...taken,
    dimensions: { ...taken.dimensions, 'x at 0': 2 },
    boundary: [...taken.boundary, 'x at 0'],
    nodes: [
      ...taken.nodes,
      { id: 'copy of x, 1', legs: ['x at 0'], tensor: { kind: 'constant', interleaved: [1, 0, 0, 1] } },
    ],
  };
  expect(networkMistakes(withCopyTensors(awkward))).toEqual([]);
});

test('three nodes that meet in one leg are no tree of bonds; with their copy tensor they are one', () => {
  expect(isTree(star(3, false))).toBe(false);
  expect(isTree(withCopyTensors(star(3, false)))).toBe(true);
});
