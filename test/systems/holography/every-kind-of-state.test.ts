/** @file One door for states of every kind: the same table of entropies and areas, at sizes without amplitudes. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { entropiesOfChain } from '../../../src/chain/chain-regions.ts';
import { chainOf } from '../../../src/chain/matrix-product-state.ts';
import type { Circuit, Rotation } from '../../../src/circuit/circuit.ts';
import { stabiliserGroupOfCircuit } from '../../../src/circuit/clifford-circuit.ts';
import { harmonicLattice } from '../../../src/gaussian/boson-models.ts';
import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { transformed } from '../../../src/gaussian/evolution.ts';
import { type GaussianState, gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { chainGraph } from '../../../src/geometry/graph-families.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { place } from '../../../src/operator/pauli.ts';
import { entropiesOfStabilisers } from '../../../src/stabiliser/stabiliser-entropy.ts';
import type { RegionEntropies } from '../../../src/state/region-entropies.ts';
import { ryuTakayanagi } from '../../../src/systems/holography/ryu-takayanagi.ts';
import { annealedEntropies } from '../../../src/systems/random-network/annealed-entropies.ts';

const interval = (sites: number) =>
  fc
    .tuple(fc.nat(sites - 1), fc.nat(sites - 1))
    .map(([a, b]) => Array.from({ length: Math.abs(a - b) + 1 }, (_, k) => Math.min(a, b) + k));

/** Brickwork of XX on neighbours and Z on sites: quadratic in fermions, and of Clifford gates for quarter turns. */
function fermionCircuit(sites: number, layers: number, quarters: boolean): Circuit {
  const stream = randomStream(3, `circuit of ${sites}`);
  const angle = (): number => (quarters ? (Math.PI / 2) * (1 + stream.integer(3)) : 2 * Math.PI * stream.uniform());
  const gates: Rotation[] = [];
  for (let layer = 0; layer < layers; layer++) {
    for (let q = layer % 2; q + 1 < sites; q += 2) {
      gates.push({ word: place(sites, { [q]: 'X', [q + 1]: 'X' }), angle: angle() });
    }
    for (let q = 0; q < sites; q++) gates.push({ word: place(sites, { [q]: 'Z' }), angle: angle() });
  }
  return { kind: 'circuit', qubits: sites, gates, parameters: 0 };
}

/** The same circuit on the Majorana operators: XX turns γ_{2q+1} and γ_{2q+2}, Z turns γ_{2q} and γ_{2q+1}. */
function gaussianOf({ qubits, gates }: Circuit): GaussianState {
  const size = 2 * qubits;
  const data = new Float64Array(size * size);
  for (let k = 0; k < size; k++) data[k * (size + 1)] = 1;
  for (const { word, angle } of gates) {
    const first = word.search(/[XZ]/);
    const a = word[first] === 'Z' ? 2 * first : 2 * first + 1;
    const [cosine, sine] = [Math.cos(angle as number), Math.sin(angle as number)];
    for (let column = 0; column < size; column++) {
      const [x, y] = [data[a * size + column]!, data[(a + 1) * size + column]!];
      data[a * size + column] = cosine * x - sine * y;
      data[(a + 1) * size + column] = sine * x + cosine * y;
    }
  }
  return transformed(gaussianVacuum('fermion', qubits), { rows: size, cols: size, data });
}

function expectBounds(entropies: RegionEntropies, circuit: Circuit, numRuns: number): void {
  const graph = bulkGraph(circuit);
  fc.assert(
    fc.property(interval(circuit.qubits), (region) => {
      const [row] = ryuTakayanagi(entropies, graph, [region]).regions;
      expect(row!.deficit).toBeGreaterThan(-1e-9);
    }),
    { seed: 4, numRuns },
  );
}

describe('entropies of no more than areas', () => {
  test('stabilisers of 400 qubits, in the graph of their circuit', () => {
    const circuit = fermionCircuit(400, 4, true);
    const entropies = entropiesOfStabilisers(stabiliserGroupOfCircuit(circuit, new Float64Array(0)));
    expectBounds(entropies, circuit, 12);
  });

  test('free fermions on 100 sites, in the graph of their circuit', () => {
    const circuit = fermionCircuit(100, 4, false);
    expectBounds(entropiesOfGaussian(gaussianOf(circuit)), circuit, 12);
  });

  test('a matrix-product state of 200 sites', () => {
    const network = matrixProductState(new Array<number>(200).fill(2), { bond: 3 });
    const theta = initialParameters(network, randomStream(5, 'chain'));
    const graph = bulkGraph(network);
    const entropies = entropiesOfChain(chainOf(network, theta));
    fc.assert(
      fc.property(interval(200), (region) => {
        const [row] = ryuTakayanagi(entropies, graph, [region]).regions;
        expect(row!.deficit).toBeGreaterThan(-1e-9);
        expect(row!.area).toBeLessThanOrEqual(2 * Math.log(3) + 1e-9);
      }),
      { seed: 6, numRuns: 12 },
    );
  });

  test('a random network of 200 tensors, whose entropies are areas as bonds grow', () => {
    const graph = chainGraph(200, { bond: 1e6, site: 1e9, ring: true });
    const { regions } = ryuTakayanagi(annealedEntropies(graph), graph, [[...Array(100).keys()], [7, 8, 9]]);
    for (const { deficit, cuts } of regions) expect(deficit).toBeCloseTo(Math.log(cuts!), 4);
  });
});

test('a circuit that is both has the same table as stabilisers and as fermions', () => {
  const circuit = fermionCircuit(120, 3, true);
  const graph = bulkGraph(circuit);
  const regions = [1, 5, 30, 60, 119].map((length) => Array.from({ length }, (_, k) => k + (length < 60 ? 17 : 0)));
  const [stabilisers, fermions] = [
    entropiesOfStabilisers(stabiliserGroupOfCircuit(circuit, new Float64Array(0))),
    entropiesOfGaussian(gaussianOf(circuit)),
  ].map((entropies) => ryuTakayanagi(entropies, graph, regions));
  expect(stabilisers!.equality).toBe(fermions!.equality);
  stabilisers!.regions.forEach((row, k) => {
    expect(row.entropy).toBeCloseTo(fermions!.regions[k]!.entropy, 9);
    expect(row.area).toBe(fermions!.regions[k]!.area);
  });
});

test('bosons, whose sites have no bound, are compared with a graph all the same', () => {
  const { state } = gaussianGroundState(harmonicLattice(chain(100), { mass: 1 }));
  const graph = chainGraph(100, { bond: 4, site: 64 });
  const { regions, kind } = ryuTakayanagi(entropiesOfGaussian(state), graph, [[...Array(50).keys()], [3, 4, 5]]);
  expect(kind).toBe('exact');
  for (const { entropy, area, deficit } of regions) {
    expect(entropy).toBeGreaterThan(0);
    expect(deficit).toBeCloseTo(area - entropy, 12);
  }
});
