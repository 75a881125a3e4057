import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkFile } from '../../models/network-file.ts';
import { networkDrawing } from '../../src/drawing/network-drawing.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { normalised, normSquared } from '../../src/linalg/vector.ts';
import { networkMistakes } from '../../src/network/check-network.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkEnumerator } from '../../src/network/network-enumerator.ts';
import { networkState } from '../../src/network/network-state.ts';
import { entropiesOfStabiliserNetwork, stabiliserGroupOf } from '../../src/network/stabiliser-network.ts';
import { quditsOfLeg, sourceOfGroup } from '../../src/network/stabiliser-source.ts';
import type { NetworkNode, StabiliserSource, TensorNetwork } from '../../src/network/tensor-network.ts';
import { randomStabiliserState } from '../../src/stabiliser/random-stabilisers.ts';
import { stabiliserDensity } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import { projector, reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

/** Two triangles that share a bond x of dimension p²; the open legs a … e, of which some may be environment. */
function twoTriangles(prime: number, seed: number, environment: readonly string[] = []): TensorNetwork {
  const stream = randomStream(seed, 'tensors');
  const dimensions = { a: prime, b: prime, c: prime, d: prime, u: prime, v: prime, w: prime, y: prime, x: prime ** 2 };
  const node = (id: string, ...legs: readonly (keyof typeof dimensions)[]): NetworkNode => {
    const qudits = legs.reduce((sum, leg) => sum + quditsOfLeg(dimensions[leg], prime)!, 0);
    return { id, legs, tensor: sourceOfGroup(randomStabiliserState(stream, prime, qudits)) };
  };
  const nodes = [
    node('A', 'a', 'x', 'u', 'w'),
    node('B', 'u', 'v', 'b'),
    node('C', 'y', 'c', 'w'),
    node('D', 'd', 'v', 'x', 'y'),
  ];
  const boundary = ['d', 'a', 'b'].filter((leg) => !environment.includes(leg));
  const bulk = ['c'].filter((leg) => !environment.includes(leg));
  return { kind: 'network', parameters: 0, dimensions, nodes, boundary, bulk, environment };
}

/** Amplitudes on boundary and bulk legs, by dense contraction. */
const denseState = (network: TensorNetwork): ComplexVector =>
  networkState({ ...network, boundary: [...network.boundary, ...network.bulk], bulk: [] }, new Float64Array(0));

describe('networks of stabiliser tensors', () => {
  test.each([2, 3, 5])('have the state, the norm and the phases of their dense contraction, p = %i', (prime) => {
    let vanishing = 0;
    for (let seed = 0; seed < (prime === 2 ? 30 : prime === 3 ? 8 : 2); seed++) {
      const network = twoTriangles(prime, seed);
      expect(networkMistakes(network)).toEqual([]);
      const dense = denseState(network);
      const state = stabiliserGroupOf(network);
      if (state === null) {
        expect(normSquared(dense)).toBeLessThan(1e-20);
        vanishing++;
        continue;
      }
      expect(state.sites).toEqual([[0], [1], [2], [3]]);
      expect(Math.exp(state.logNormSquared) / normSquared(dense)).toBeCloseTo(1, 10);
      const [rho, sum] = [projector(normalised(dense)), stabiliserDensity(state.group)];
      expect(largestDifference(rho.interleaved, sum.interleaved)).toBeLessThan(1e-13);
    }
    if (prime === 2) expect(vanishing).toBeGreaterThan(0);
  });

  test('lose their environment', () => {
    for (let seed = 0; seed < 10; seed++) {
      const state = stabiliserGroupOf(twoTriangles(2, seed, ['a']));
      if (state === null) continue;
      const dense = normalised(denseState(twoTriangles(2, seed)));
      const rho = reducedDensityMatrix(dense, [2, 2, 2, 2], [0, 2, 3]);
      expect(largestDifference(rho.interleaved, stabiliserDensity(state.group).interleaved)).toBeLessThan(1e-13);
    }
  });

  test('have the entropies of their amplitudes, bulk legs as references', () => {
    const network = twoTriangles(3, 1);
    const entropies = entropiesOfStabiliserNetwork(network);
    const dense = normalised(denseState(network));
    expect([entropies.boundary, entropies.references]).toEqual([3, 1]);
    for (const region of [[0], [1, 3], [0, 2, 3]]) {
      expect(entropies.entropy(region)).toBeCloseTo(entanglementEntropy(dense, [3, 3, 3, 3], region), 10);
    }
  });

  test('have sites of several qudits, and numbers for networks without legs', () => {
    const pair = sourceOfGroup(stabiliserGroupOfWords(['XIXI', 'ZIZI', 'IXIX', 'IZIZ']));
    const base = { kind: 'network', parameters: 0, bulk: [], environment: [] } as const;
    const nodes = [{ id: 'A', legs: ['a', 'b'], tensor: pair }];
    const state = stabiliserGroupOf({ ...base, dimensions: { a: 4, b: 4 }, nodes, boundary: ['b', 'a'] });
    expect(state?.sites).toEqual([
      [0, 1],
      [2, 3],
    ]); // prettier-ignore
    const twice = [...nodes, { id: 'B', legs: ['a', 'b'], tensor: pair }];
    const number = stabiliserGroupOf({ ...base, dimensions: { a: 4, b: 4 }, nodes: twice, boundary: [] });
    expect([number?.group.qudits, number?.logNormSquared]).toEqual([0, 0]); // |⟨Φ|Φ⟩|² of normalised pairs
  });

  test('are read from files, drawn, and have no parameters', () => {
    const network = twoTriangles(2, 3);
    expect(networkFile(JSON.parse(JSON.stringify(network)))).toEqual(network);
    expect(networkDrawing(network)).toContain('stabiliser tensor');
    expect(initialParameters(network, randomStream(1, 'start')).length).toBe(0);
  });

  test('with mistakes are refused in words', () => {
    const tensor: StabiliserSource = {
      kind: 'stabiliser',
      prime: 2,
      generators: [
        [1, 1, 0, 0],
        [0, 0, 1, 0],
      ],
    }; // prettier-ignore
    const base = { kind: 'network', parameters: 0, bulk: [], environment: [] } as const;
    const network = (source: NetworkNode['tensor'], a = 2): TensorNetwork => ({
      ...base,
      dimensions: { a, b: 2 },
      nodes: [{ id: 'A', legs: ['a', 'b'], tensor: source }],
      boundary: ['a', 'b'],
    });
    expect(networkMistakes(network(tensor))[0]).toContain('generators that commute required, got 0 and 1');
    expect(networkMistakes(network({ ...tensor, prime: 4 }))[0]).toContain('a prime of at most 65521 required');
    expect(networkMistakes(network({ ...tensor, generators: [[1, 1, 0, 0]] }))[0]).toContain('2 generators required');
    const good = sourceOfGroup(stabiliserGroupOfWords(['XX', '-ZZ']));
    expect(good.phases).toEqual([0, 1]);
    expect(networkMistakes(network(good))).toEqual([]);
    expect(networkMistakes(network(good, 4))[0]).toContain('of shape [4,2] needs 3 generators, got 2');
    expect(networkMistakes(network(good, 3))[0]).toContain('powers of 2, got [3,2]');
    expect(() => stabiliserGroupOf(network(good, 4))).toThrow("legs of 2 qudits required, got others at 'A'");
    expect(() => stabiliserGroupOf(network({ kind: 'free', offset: 0 }))).toThrow("got 'A' of kind free");
    expect(() => stabiliserGroupOf({ ...network(good), nodes: [] })).toThrow('at least one tensor required');
    const three = ['A', 'B', 'C'].map((id) => ({ id, legs: ['a', `${id}`], tensor: good }));
    const hyper = { ...base, dimensions: { a: 2, A: 2, B: 2, C: 2 }, nodes: three, boundary: ['A', 'B', 'C'] };
    expect(() => stabiliserGroupOf(hyper)).toThrow("legs on at most two tensors required, got 'a'");
    const singlet = sourceOfGroup(stabiliserGroupOfWords(['-XX', '-ZZ']));
    const zero = [singlet, sourceOfGroup(stabiliserGroupOfWords(['XX', 'ZZ']))];
    const vanishing = {
      ...network(good),
      nodes: zero.map((source, k) => ({ id: `${k}`, legs: ['a', 'b'], tensor: source })),
      boundary: [],
    };
    expect(stabiliserGroupOf(vanishing)).toBeNull();
    const dangling = { ...network(good), boundary: network(good).boundary.slice(1) };
    expect(() => stabiliserGroupOf(dangling)).toThrow(/legs on two tensors, or open on one, required, got '.+' on one/);
    const absent = { ...network(good), boundary: [...network(good).boundary, 'nowhere'] };
    expect(() => stabiliserGroupOf(absent)).toThrow("got 'nowhere' on none");
    expect(() => networkEnumerator(dangling)).toThrow('bonds, sites and inputs required');
    expect(() => entropiesOfStabiliserNetwork(vanishing)).toThrow('got a network that vanishes');
    expect(() => sourceOfGroup(randomStabiliserCode(1, 2, 3, 2))).toThrow('3 generators required, got 2');
  });

  test('of five-qubit-code tensors on a tree have all logical inputs encoded isometrically', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), (legs) => {
        const perfect = sourceOfGroup(
          stabiliserGroupOfWords(['XZZXII', 'IXZZXI', 'XIXZZI', 'ZXIXZI', 'XXXXXX', 'ZZZZZZ']),
        );
        const names = (id: string): string[] => [0, 1, 2, 3, 4].map((leg) => `${id}${leg}`);
        const centre = names('c').map((name, leg) => (leg < 3 ? `bond ${leg}` : name));
        const outer = legs.map((at, k) => names(`t${k} `).with(at, `bond ${k}`));
        const all = [centre, ...outer];
        const nodes = all.map((own, k) => ({ id: `t${k}`, legs: [...own, `bulk ${k}`], tensor: perfect }));
        const boundary = all.flat().filter((leg) => !leg.startsWith('bond'));
        const bulk = nodes.map((_, k) => `bulk ${k}`);
        const dimensions = Object.fromEntries(nodes.flatMap((node) => node.legs).map((leg) => [leg, 2]));
        const entropies = entropiesOfStabiliserNetwork({
          kind: 'network',
          parameters: 0,
          dimensions,
          nodes,
          boundary,
          bulk,
          environment: [],
        }); // prettier-ignore
        expect(entropies.entropy(bulk.map((_, k) => boundary.length + k))).toBeCloseTo(4 * Math.LN2, 12);
      }),
      { seed: 12, numRuns: 5 },
    );
  });
});
