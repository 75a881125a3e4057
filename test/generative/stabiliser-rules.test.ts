import { describe, expect, test } from 'vitest';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { stabiliserCircuit } from '../../models/stabiliser-circuit.ts';
import { stabiliserNetwork } from '../../models/stabiliser-network.ts';
import { regionEntropies } from '../../src/generative/generated-entropies.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { stabiliserInfidelity } from '../../src/generative/stabiliser-infidelity.ts';
import { stabiliserState } from '../../src/generative/stabiliser-rules.ts';
import {
  asMixed,
  asPure,
  densityOf,
  networkPointOf,
  purification,
  stabilisersOf,
} from '../../src/generative/state-rules.ts';
import { multiply } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkInfidelity } from '../../src/network/network-overlap.ts';
import { encodingState } from '../../src/stabiliser/logical-operators.ts';
import { stabiliserOverlap } from '../../src/stabiliser/stabiliser-overlap.ts';
import { stabiliserDensity, stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { entropiesOfState } from '../../src/state/region-entropies.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

const none = new Float64Array(0);

describe('a stabiliser state as a target', () => {
  test.each([2, 3])('is purified by its vector, or by references, p = %i', (prime) => {
    for (const rank of [4, 3, 1, 0]) {
      const group = randomStabiliserCode(5, prime, 4, rank);
      const target = stabiliserState('random', group, [1, 2, 1]);
      expect(target.dimensions).toEqual([prime, prime ** 2, prime]);
      const b = purification(target);
      const rho = stabiliserDensity(group);
      expect(b.cols).toBe(prime ** (4 - rank));
      expect(largestDifference(multiply(b, b, { adjointB: true }).interleaved, rho.interleaved)).toBeLessThan(1e-13);
      expect(densityOf(target)).toEqual(rho);
      expect(asPure(target) === null).toBe(rank < 4);
      expect(asMixed(target) === null).toBe(rank === 4);
      expect(stabilisersOf(target)).toBe(group);
      const dense = entropiesOfState(rho, target.dimensions);
      for (const region of [[0], [1], [0, 2], [1, 2]]) {
        expect(regionEntropies(target).entropy(region)).toBeCloseTo(dense.entropy(region), 10);
      }
    }
  });

  test('beyond 2²⁰ amplitudes is a network on its graph, and keeps its entropies', () => {
    const words = Array.from({ length: 30 }, (_, q) =>
      Array.from({ length: 30 }, (_, k) => (k === q ? 'X' : Math.abs(k - q) === 1 ? 'Z' : 'I')).join(''),
    );
    const cluster = stabiliserState('cluster', stabiliserGroupOfWords(words));
    expect([asPure(cluster), asMixed(cluster), densityOf(cluster)]).toEqual([null, null, null]);
    expect(regionEntropies(cluster).entropy([3, 4, 5, 6])).toBeCloseTo(2 * Math.LN2, 12);
    expect(() => purification(cluster)).toThrow('use a network model');
    const chain = matrixProductState(cluster.dimensions, { bond: 2 });
    const theta = initialParameters(chain, randomStream(1, 'start'));
    expect(infidelity(chain, cluster)(theta)).toEqual(networkInfidelity(networkPointOf(cluster)!, chain)(theta));
    const code = stabiliserState('code', stabiliserGroupOfWords(words.slice(1)));
    expect(networkPointOf(code)).toBeNull();
    expect(networkPointOf(stabiliserState('small', randomStabiliserCode(1, 2, 3)))).toBeNull();
  });

  test('is prepared exactly by the circuit and by the network that are made of it', () => {
    for (let seed = 0; seed < 5; seed++) {
      const target = stabiliserState('random', randomStabiliserCode(seed, 2, 5));
      expect(infidelity(stabiliserCircuit(target), target)(none).value).toBeLessThan(1e-13);
      expect(infidelity(stabiliserNetwork(target), target)(none).value).toBeLessThan(1e-13);
      const other = stabiliserState('other', randomStabiliserCode(seed + 50, 2, 5, 3));
      const overlap = stabiliserOverlap(target.group, other.group);
      expect(infidelity(stabiliserNetwork(target), other)(none).value).toBeCloseTo(1 - overlap, 12);
      expect(infidelity(stabiliserCircuit(target), other)(none).value).toBeCloseTo(1 - overlap, 10);
    }
    const pure = stabiliserState('random', randomStabiliserCode(1, 3, 3));
    expect(infidelity(stabiliserNetwork(pure), pure)(none).value).toBeLessThan(1e-13);
    expect(() => stabiliserCircuit(pure)).toThrow('qubits required');
    const mixed = stabiliserState('mixed', stabiliserGroupOfWords(['XX']));
    expect(() => stabiliserNetwork(mixed)).toThrow('a pure target required, got 1 generators of 2 qudits');
    expect(() => stabiliserCircuit(mixed)).toThrow('a pure target required, got 1 generators of 2 qudits');
    expect(() => stabiliserNetwork(undefined)).toThrow('a stabiliser target required, got none');
    const amplitudes = stabiliserVector(encodingState(stabiliserGroupOfWords(['ZZ'])));
    const vector = { kind: 'pure', name: 'v', dimensions: [2, 2, 2], amplitudes } as const;
    expect(() => stabiliserCircuit(vector)).toThrow('got pure');
    expect(stabiliserInfidelity(stabiliserNetwork(pure), vector)).toBeNull();
    expect(() => stabiliserState('three', randomStabiliserCode(1, 2, 3), [2])).toThrow(
      '3 qudits in all required, got 2',
    );
  });
});
