import { describe, expect, test } from 'vitest';
import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { minimalCut } from '../../../src/geometry/minimal-cut.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { normalised } from '../../../src/linalg/vector.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { entropiesOfStabiliserNetwork } from '../../../src/network/stabiliser-network.ts';
import { recoveredInputs } from '../../../src/stabiliser/stabiliser-code.ts';
import { stabiliserGroupOfWords } from '../../../src/stabiliser/stabiliser-words.ts';
import { complementOf } from '../../../src/state/reduced-density-matrix.ts';
import { entropiesOfState } from '../../../src/state/region-entropies.ts';
import { tensorsOfInputs } from '../../../src/systems/holography/entanglement-wedge.ts';
import { greedyWedge } from '../../../src/systems/holography/greedy-wedge.ts';
import { codeOfNetwork, holographicCode } from '../../../src/systems/tiling/holographic-code.ts';
import { randomStabiliserCode } from '../../helpers/random-stabiliser-code.ts';

const arc = (start: number, length: number, n: number): readonly number[] =>
  Array.from({ length }, (_, k) => (start + k) % n);

describe('a holographic code', () => {
  test.each([
    [{}, 55, 21],
    [{ layers: 3 }, 145, 61],
    [{ p: 6, layers: 2 }, 114, 0],
    [{ p: 7, q: 3, seed: 'steane', layers: 1 }, 28, 8],
    [{ p: 4, q: 5, seed: 'four-two-two', layers: 1 }, 12, 5],
    [{ layers: 2, bulk: 'centre' }, 55, 1],
    [{ layers: 2, bulk: 'zero' }, 55, 0],
    [{ layers: 2, bulk: 'black-hole' }, 55, 25],
  ] as const)('%o has the sites and inputs of its tiling', (options, sites, inputs) => {
    const code = codeOfNetwork(holographicCode(options).network);
    expect([code.sites.length, code.inputs.length]).toEqual([sites, inputs]);
  });

  test('of a few tiles is the same state contracted densely and as groups, whatever its inputs are', () => {
    for (const bulk of ['open', 'zero', 'centre', 'black-hole'] as const) {
      const { network } = holographicCode({ p: 4, q: 5, layers: 1, seed: 'four-two-two', bulk });
      const dimensions = [...network.boundary, ...network.bulk].map((leg) => network.dimensions[leg]!);
      if (dimensions.reduce((product, d) => product * d, 1) > 2 ** 20) continue;
      const dense = entropiesOfState(
        normalised(
          networkState({ ...network, boundary: [...network.boundary, ...network.bulk], bulk: [] }, new Float64Array(0)),
        ),
        dimensions,
        {
          boundary: 12,
          references: dimensions.length - 12,
        },
      );
      const exact = entropiesOfStabiliserNetwork(network);
      for (const region of [
        [0],
        [1, 2, 3],
        arc(10, 5, 12),
        [0, 3, 6, 9],
        [0, 1, 5].concat(dimensions.length > 12 ? [12] : []),
      ]) {
        expect(exact.entropy(region)).toBeCloseTo(dense.entropy(region), 9);
      }
    }
  });

  test('with its inputs |0⟩ is the part of the open one with these digits', () => {
    const none = new Float64Array(0);
    const [open, zero] = [holographicCode({ layers: 0 }).network, holographicCode({ layers: 0, bulk: 'zero' }).network];
    const whole = networkState({ ...open, boundary: [...open.boundary, ...open.bulk], bulk: [] }, none);
    const { interleaved } = networkState(zero, none);
    for (let index = 0; index < 32; index++) {
      expect(interleaved[2 * index]).toBeCloseTo(whole.interleaved[4 * index]!, 12);
      expect(interleaved[2 * index + 1]).toBeCloseTo(whole.interleaved[4 * index + 1]!, 12);
    }
  });

  test('of hexagons, 114 sites, has the entropy of the minimal cut for arcs and for scattered regions', () => {
    const { network } = holographicCode({ p: 6 });
    const [graph, entropies] = [bulkGraph(network), entropiesOfStabiliserNetwork(network)];
    const stream = randomStream(1, 'regions');
    for (let sample = 0; sample < 60; sample++) {
      const region =
        sample % 2 === 0
          ? arc(stream.integer(114), 1 + stream.integer(113), 114)
          : [...Array(114).keys()].filter(() => stream.uniform() < 0.1 + (0.8 * sample) / 60);
      expect(entropies.entropy(region)).toBeCloseTo(minimalCut(graph, region).area, 9);
    }
  });

  test('recovers no input from a region and from the rest, and all that the greedy wedge holds', () => {
    const { network } = holographicCode();
    const [code, graph] = [codeOfNetwork(network), bulkGraph(network)];
    const stream = randomStream(2, 'regions');
    let missed = 0;
    for (let sample = 0; sample < 80; sample++) {
      const region =
        sample % 2 === 0
          ? arc(stream.integer(55), 1 + stream.integer(54), 55)
          : [...Array(55).keys()].filter(() => stream.uniform() < 0.6);
      const wedge = recoveredInputs(code, region);
      const other = recoveredInputs(code, complementOf(region, 55));
      expect(wedge.filter((t) => other.includes(t))).toEqual([]);
      const exact = tensorsOfInputs(graph, wedge);
      const greedy = greedyWedge(graph, region);
      expect(exact).toEqual(expect.arrayContaining([...greedy]));
      if (sample % 2 === 0) expect(greedy.length).toBe(exact.length);
      else missed += Number(greedy.length < exact.length);
    }
    expect(missed).toBeGreaterThan(0);
  });

  test('with a black hole has the entropy of its horizon, and surfaces that go around it', () => {
    const { network } = holographicCode({ p: 6, bulk: 'black-hole' });
    const [entropies, graph] = [entropiesOfStabiliserNetwork(network), bulkGraph(network)];
    expect(entropies.entropy(arc(0, 114, 114))).toBeCloseTo(6 * Math.LN2, 9);
    for (const length of [20, 57, 80, 100, 113]) {
      const region = arc(5, length, 114);
      expect(entropies.entropy(region)).toBeCloseTo(minimalCut(graph, region).area, 9);
    }
    // A site alone has ln 2; all others have that more than the horizon.
    expect(entropies.entropy(arc(1, 113, 114))).toBeCloseTo(7 * Math.LN2, 9);
    const [hole, whole] = (['black-hole', 'open'] as const).map((bulk) =>
      codeOfNetwork(holographicCode({ bulk }).network),
    );
    expect(hole!.inputs.flat().length - whole!.inputs.flat().length).toBe(5 - 1);
  });

  test('says how many sides of a tile determine the others, so that the greedy wedge lies in the exact one', () => {
    const codes = [
      [{ layers: 1 }, 3],
      [{ p: 6, layers: 1 }, 3],
      [{ p: 7, q: 3, layers: 1, seed: 'steane' }, 5],
      [{ p: 4, q: 5, layers: 1, seed: 'four-two-two' }, 3],
    ] as const;
    const stream = randomStream(4, 'regions');
    for (const [options, expected] of codes) {
      const { network, threshold } = holographicCode(options);
      expect(threshold).toBe(expected);
      if (network.bulk.length === 0) continue;
      const [code, graph] = [codeOfNetwork(network), bulkGraph(network)];
      const thresholds = Object.fromEntries(graph.nodes.map(({ id }) => [id, threshold]));
      for (let sample = 0; sample < 40; sample++) {
        const region = [...code.sites.keys()].filter(() => stream.uniform() < 0.3 + 0.015 * sample);
        const exact = tensorsOfInputs(graph, recoveredInputs(code, region));
        expect(exact).toEqual(expect.arrayContaining([...greedyWedge(graph, region, thresholds)]));
      }
    }
  });

  test('is made of the tensor of the user, a code or a state', () => {
    const words = ['XZZXI', 'IXZZX', 'XIXZZ', 'ZXIXZ'];
    const own = codeOfNetwork(holographicCode({ layers: 1, seed: stabiliserGroupOfWords(words) }).network);
    const named = codeOfNetwork(holographicCode({ layers: 1 }).network);
    for (const region of [arc(0, 12, 20), arc(7, 15, 20), [0, 2, 4, 6, 8, 10, 12, 14]]) {
      expect(recoveredInputs(own, region)).toEqual(recoveredInputs(named, region));
    }
    const state = holographicCode({ layers: 1, seed: randomStabiliserCode(1, 3, 5) });
    expect(state.network.bulk).toEqual([]);
    expect(() => holographicCode({ p: 6, seed: 'four-two-two' })).not.toThrow();
    expect(() => holographicCode({ seed: 'toString' as 'steane' })).toThrow(
      "steane, four-two-two required, got 'toString'",
    );
    expect(() => holographicCode({ p: 7 })).toThrow('a code of 7 qudits');
  });
});
