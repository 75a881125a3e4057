import { describe, expect, test } from 'vitest';
import { groundState } from '../../datasets/ground-state.ts';
import { brickwall } from '../../models/brickwall.ts';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { bulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import { bulkGraph } from '../../src/bulk/bulk-graph.ts';
import { bulkGeodesics, edgeLengths, rankCorrelation } from '../../src/bulk/edge-lengths.ts';
import { chainOfVector, networkOfChain } from '../../src/chain/matrix-product-state.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { tangentAngle } from '../../src/fisher/tangent-angle.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';

const HALF = Math.PI / 2;
const lengthsOf = (network: GenerativeNetwork, theta: Float64Array) => edgeLengths(network, theta, bulkGraph(network))!;

describe('lengths in the bulk of a circuit', () => {
  // Two rotations about ZZ in a row, then one about X on the first qubit, and a gate that does nothing to |0⟩.
  const gates = [
    { word: 'YI', angle: HALF },
    { word: 'IY', angle: 0.7 },
    { word: 'ZZ', angle: { parameter: 0 } },
    { word: 'ZZ', angle: { parameter: 0, scale: 2 } },
    { word: 'XI', angle: 0.5 },
  ];
  const circuit: Circuit = { kind: 'circuit', qubits: 2, parameters: 1, gates };
  const { edges } = bulkGeometry(circuit, Float64Array.of(0.4)).value;
  const between = (from: string, to: string) => edges.filter((edge) => edge.from === from && edge.to === to);

  test('are 0 between two pieces of one rotation, though they share a parameter, on both wires', () => {
    const both = between('gate 2', 'gate 3');
    expect(both).toHaveLength(2);
    for (const { length } of both) expect(length).toBeCloseTo(0, 7);
  });

  test('are the angles of their Fisher information as gates of their own, constant angles included', () => {
    const free = gates.map(({ word }, parameter) => ({ word, angle: { parameter } }));
    const F = quantumFisherInformation(
      { ...circuit, parameters: 5, gates: free },
      Float64Array.of(HALF, 0.7, 0.4, 0.8, 0.5),
    );
    expect(between('gate 0', 'gate 2')[0]!.length).toBeCloseTo(tangentAngle(F, [0], [2])!, 12);
    expect(between('gate 3', 'gate 4')[0]!.length).toBeCloseTo(tangentAngle(F, [3], [4])!, 12);
    expect(between('reference 0', 'gate 0')[0]!.length).toBeNull();
    for (const { to, length } of edges) if (to === null) expect(length).toBeNull();
  });
});

describe('lengths in the bulk of a tensor network', () => {
  test('are there for MERA, which has cycles, and for trees of 48 sites, which have no amplitudes', () => {
    const mera = isometricMera(8, { bond: 2 });
    const long = matrixProductState(new Array<number>(48).fill(2), { bond: 3 });
    for (const network of [mera, long]) {
      const theta = initialParameters(network, randomStream(4, 'theta'));
      const { edges } = bulkGraph(network);
      const lengths = lengthsOf(network, theta);
      for (const { leg, to } of edges) {
        if (to === null) expect(lengths[leg]).toBeNull();
        else expect(lengths[leg]).toBeGreaterThan(0);
      }
    }
  });

  test('are shorter where a chain is more entangled: critical against gapped Ising', () => {
    const mean = (field: number): number => {
      const { amplitudes } = groundState(transverseFieldIsing(chain(8), { field }));
      const { network, theta } = networkOfChain(chainOfVector(amplitudes, new Array<number>(8).fill(2)));
      const lengths = Object.values(lengthsOf(network, theta)).filter((length) => length !== null);
      return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    };
    expect(mean(1)).toBeLessThan(mean(3) - 0.05);
  });
});

describe('ways through the bulk', () => {
  test('are the shortest: lengths add along them, lines without length count π/2, boundary legs nothing', () => {
    const graph = {
      nodes: ['a', 'b', 'c', 'd'].map((id, site) => ({ id, site, depth: 1 })),
      edges: [
        { leg: 's0', from: 'a', to: null, capacity: 1 },
        { leg: 's1', from: 'c', to: null, capacity: 1 },
        { leg: 's2', from: 'd', to: null, capacity: 1 },
        { leg: 'ab', from: 'a', to: 'b', capacity: 1 },
        { leg: 'bc', from: 'b', to: 'c', capacity: 1 },
        { leg: 'ac', from: 'a', to: 'c', capacity: 1 },
      ],
      boundary: ['s0', 's1', 's2'],
    };
    const short = bulkGeodesics(graph, { ab: 0.2, bc: 0.3, ac: 0.9 });
    expect(short[0]![1]).toBeCloseTo(0.5, 14);
    expect(short[0]![2]).toBeNull(); // d hangs on nothing
    expect(bulkGeodesics(graph, { ab: null, bc: 0.3, ac: 0.9 })[1]![0]).toBeCloseTo(0.9, 14);
    expect(bulkGeodesics(graph, { ab: 0.2, bc: null, ac: null })[1]![0]).toBeCloseTo(HALF, 14);
  });

  test('obey the triangle inequality and grow along a chain', () => {
    const network = brickwall(5, { depth: 3 });
    const theta = Float64Array.from({ length: network.parameters }, (_, k) => 0.3 + Math.sin(3 * k));
    const { geodesics } = bulkGeometry(network, theta).value;
    for (const [a, row] of geodesics.entries()) {
      expect(row[a]).toBe(0);
      for (const b of row.keys()) {
        expect(row[b]).toBeCloseTo(geodesics[b]![a]!, 12);
        for (const c of row.keys()) expect(row[c]!).toBeLessThanOrEqual(row[b]! + geodesics[b]![c]! + 1e-12);
      }
    }
    expect(geodesics[0]![4]!).toBeGreaterThan(geodesics[0]![1]!);
  });

  test('are ranked by Spearman’s correlation, ties included', () => {
    expect(rankCorrelation([1, 2, 3, 10], [0, 5, 6, 7])).toBe(1);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBe(-1);
    expect(rankCorrelation([1, 2, 2, 3], [1, 3, 2, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 14);
    expect(rankCorrelation([1, 1], [1, 2])).toBeNull();
  });
});
