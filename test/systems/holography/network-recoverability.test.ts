import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../../models/isometric-mera.ts';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../../models/tree-tensor-network.ts';
import { causalCone, causalWedge } from '../../../src/bulk/causal-cones.ts';
import { recoverability } from '../../../src/bulk/recoverability.ts';
import type { Circuit, Rotation } from '../../../src/circuit/circuit.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { networkOf } from '../../../src/network/from-circuit.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { networkOfShapes } from '../../../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { support } from '../../../src/operator/pauli.ts';
import { networkRecoverability } from '../../../src/systems/holography/network-recoverability.ts';

const NONE = new Float64Array(0);
const drawn = (network: TensorNetwork) => initialParameters(network, randomStream(3, 'theta'));
const sites = (n: number) => [...Array(n).keys()];

/** The leg of a qubit after the first `before` gates of a circuit. */
const legAt = (gates: readonly Rotation[], qubit: number, before: number): string =>
  `${qubit} ${gates.slice(0, before).filter(({ word }) => support(word).includes(qubit)).length}`;

const letters = fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 3, maxLength: 3 });
const local = letters.filter((one) => one !== 'III' && support(one).length <= 2);
const circuits = fc
  .record({
    gates: fc.array(fc.record({ word: local, angle: fc.double({ min: -3, max: 3, noNaN: true }) }), {
      minLength: 1,
      maxLength: 7,
    }),
    mixed: fc.boolean(),
  })
  .map(({ gates, mixed }): Circuit => {
    const north = { polar: 0, azimuth: 0 };
    const reference = mixed ? { spectrum: [0.5, 0.2, 0.3, 0, 0, 0, 0, 0] } : [north, north, north];
    return { kind: 'circuit', qubits: 3, parameters: 0, gates, reference };
  });

describe('what enters a network at its legs', () => {
  test('is recovered as the same qubits of the circuit are: at one place, at two, at the end', () => {
    fc.assert(
      fc.property(
        circuits,
        fc.nat(2),
        fc.nat(7),
        fc.nat(7),
        fc.subarray([0, 1, 2]),
        (circuit, q, at, later, region) => {
          const end = circuit.gates.length;
          const [first, second] = [at % (end + 1), later % (end + 1)].sort((a, b) => a - b) as [number, number];
          const network = networkOf(circuit);
          const single = recoverability(circuit, NONE, { wires: [q], before: first }, region);
          const legs = [legAt(circuit.gates, q, first)];
          expect(networkRecoverability(network, NONE, legs, region).leaked).toBeCloseTo(single.leaked, 8);
          const other = (q + 1) % 3;
          const places = [
            { wires: [q], before: first },
            { wires: [other], before: second },
          ];
          const both = recoverability(circuit, NONE, places, region);
          legs.push(legAt(circuit.gates, other, second));
          expect(networkRecoverability(network, NONE, legs, region).share).toBeCloseTo(both.share, 8);
        },
      ),
      { seed: 5, numRuns: 25 },
    );
  });

  test('is lost where the wire that it takes was entangled: what it then meets is mixed', () => {
    // A Bell pair; the fresh qubit in place of one half turns by ±π/2 as X of the other half is ±1.
    const gates = ['XY', 'ZX'].map((word) => ({ word, angle: Math.PI / 2 }));
    const network = networkOf({ kind: 'circuit', qubits: 2, parameters: 0, gates });
    expect(networkRecoverability(network, NONE, ['0 1'], [0]).leaked).toBeCloseTo(Math.LN2, 12);
    expect(networkRecoverability(network, NONE, ['0 1'], [0, 1]).leaked).toBeCloseTo(0, 12);
  });

  test('at a site is there and nowhere else, at a logical input what it is without a cut', () => {
    const code: TensorNetwork = {
      ...networkOfShapes(
        [
          {
            id: 'V',
            outputs: [
              ['a', 2],
              ['b', 3],
            ],
            inputs: [['in', 2]],
          },
        ],
        ['a', 'b'],
        'isometric',
      ),
      bulk: ['in'],
    };
    const theta = drawn(code);
    expect(networkRecoverability(code, theta, ['a'], [0]).share).toBeCloseTo(1, 12);
    expect(networkRecoverability(code, theta, ['a'], [1]).share).toBeCloseTo(0, 12);
    expect(networkRecoverability(code, theta, ['in'], [0, 1]).share).toBeCloseTo(1, 12);
    expect(networkRecoverability(code, theta, ['in'], [1]).share).toBeGreaterThan(0.1);
  });

  test('of a MERA is all in a region whose causal wedge has the tensor, nothing where its cone has not', () => {
    const network = isometricMera(8, { bond: 3 });
    const theta = drawn(network);
    for (const region of [
      [0, 1],
      [2, 3, 4],
      [1, 2, 3, 4, 5, 6],
    ]) {
      const [wedge, cone] = [causalWedge(network, region), causalCone(network, region).nodes];
      for (const { id, legs } of network.nodes.slice(0, -1)) {
        const input = legs.at(-1)!;
        const { share } = networkRecoverability(network, theta, [input], region);
        if (wedge.includes(id)) expect(share).toBeCloseTo(1, 9);
        if (!cone.includes(id)) expect(share).toBeCloseTo(0, 9);
      }
    }
  });

  test('of a GHZ chain: one site knows whether, all to the left know all, none on the right anything', () => {
    const n = 60;
    const bond = (k: number): string => `b${k}`;
    const copy = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0];
    const ends = [1, 0, 0, 0, 0, 0, 1, 0];
    const nodes = sites(n).map((k) => {
      const legs = [...(k > 0 ? [bond(k)] : []), `s${k}`, ...(k < n - 1 ? [bond(k + 1)] : [])];
      return { id: `A${k}`, legs, tensor: { kind: 'free' as const, offset: 16 * k - (k > 0 ? 8 : 0) } };
    });
    const theta = Float64Array.from([
      ...ends,
      ...Array(n - 2)
        .fill(copy)
        .flat(),
      ...ends,
    ]);
    const dimensions = Object.fromEntries(nodes.flatMap(({ legs }) => legs.map((leg) => [leg, 2])));
    const common = { kind: 'network' as const, parameters: theta.length, bulk: [], environment: [] };
    const chain: TensorNetwork = { ...common, dimensions, nodes, boundary: sites(n).map((k) => `s${k}`) };
    const share = (region: readonly number[], root?: string) =>
      networkRecoverability(chain, theta, [bond(30)], region, root === undefined ? {} : { root }).share;
    expect(share([17])).toBeCloseTo(1 / 2, 10);
    expect(share(sites(30))).toBeCloseTo(1, 10);
    expect(share(sites(29))).toBeCloseTo(1 / 2, 10);
    expect(share([30, 31, 59])).toBeCloseTo(0, 10);
    expect(share([30, 31, 59], 'A0')).toBeCloseTo(1 / 2, 10); // time now runs to the right
  });

  test('of a tree is all in the leaves below, and leaks to no one else', () => {
    const network = treeTensorNetwork(Array(16).fill(2), { bond: 3 });
    const theta = drawn(network);
    expect(networkRecoverability(network, theta, ['b1.0'], [0, 1, 2, 3]).share).toBeCloseTo(1, 10);
    const { share, leaked } = networkRecoverability(network, theta, ['b1.0'], [0, 1, 2]);
    expect(share).toBeGreaterThan(0.3);
    expect(leaked).toBeCloseTo(2 * Math.log(3) * (1 - share), 9);
    expect(networkRecoverability(network, theta, ['b1.0'], sites(16).slice(4)).share).toBeCloseTo(0, 10);
  });

  test('of a MERA of 64 sites with a site lost', () => {
    const network = isometricMera(64, { bond: 4 });
    const theta = drawn(network);
    const leaked = (leg: string, lost: number) =>
      networkRecoverability(network, theta, [leg], sites(64).toSpliced(lost, 1)).leaked;
    expect(leaked('b0.8', 16)).toBeGreaterThan(0.2); // one of the two sites below
    expect(leaked('b0.8', 30)).toBeCloseTo(0, 9); // not in its future
    expect(leaked('b2.2', 18)).toBeLessThan(0.1); // eight sites or so are its future
    expect(leaked('b2.2', 18)).toBeGreaterThan(1e-5);
  });

  test('has a direction, or is refused by name', () => {
    const ring = matrixProductState([2, 2, 2], { bond: 2, boundary: 'periodic' });
    const leg = ring.nodes[0]!.legs.find((name) => !ring.boundary.includes(name))!;
    expect(() => networkRecoverability(ring, drawn(ring), [leg], [0])).toThrow('without cycles');
    const mera = isometricMera(4);
    const theta = drawn(mera);
    expect(() => networkRecoverability(mera, theta, [], [0])).toThrow('at least one leg');
    expect(() => networkRecoverability(mera, theta, ['b0.0', 'b0.0'], [0])).toThrow('different legs');
    expect(() => networkRecoverability(mera, theta, ['x'], [0])).toThrow("got leg 'x'");
    const chain = matrixProductState([2, 2]);
    expect(() => networkRecoverability(chain, drawn(chain), ['x'], [0], { root: 'top' })).toThrow("got 'top'");
  });
});
