import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groundState } from '../../datasets/ground-state.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { bulkGraph } from '../../src/bulk/bulk-graph.ts';
import { informationDistances } from '../../src/bulk/information-distances.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { stateTangents, stateVector } from '../../src/generative/generative-network.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import {
  areaResponses,
  curvatureResponse,
  cutResponse,
  entropyResponse,
  informationResponse,
  type StateChange,
} from '../../src/gravity/area-response.ts';
import { type ComplexMatrix, type ComplexVector, complexVector, zeroVector } from '../../src/linalg/complex.ts';
import { addScaledMatrix, diagonalMatrix, multiply, scaledMatrix, trace } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { addScaled, normalised } from '../../src/linalg/vector.ts';
import { bondEntropies } from '../../src/network/bond-entropy.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { ring } from '../../src/operator/lattice.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import { mutualInformationMatrix } from '../../src/state/mutual-information.ts';

/** Central difference of fourth order. */
const slopeOf = (f: (h: number) => number, h = 1e-3): number =>
  (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);

const pureChange = (seed: number, dimensions: readonly number[]) => {
  const stream = randomStream(seed, 'area response');
  const size = dimensions.reduce((product, d) => product * d, 1);
  const [state, change] = [randomVector(size, stream), randomVector(size, stream)];
  const at = (h: number): ComplexVector => normalised(addScaled(state, [h, 0], change));
  return { of: { state, change, dimensions }, at };
};

describe('the response of a region’s entropy', () => {
  test('is the derivative of the binary entropy for cos x|00⟩ + sin x|11⟩', () => {
    const x = 0.5;
    const state = complexVector([Math.cos(x), 0, 0, Math.sin(x)]);
    const change = complexVector([-Math.sin(x), 0, 0, Math.cos(x)]);
    const { value, change: slope } = entropyResponse({ state, change, dimensions: [2, 2] }, [0]);
    const p = Math.cos(x) ** 2;
    expect(value).toBeCloseTo(-p * Math.log(p) - (1 - p) * Math.log(1 - p), 13);
    expect(slope).toBeCloseTo(-Math.sin(2 * x) * Math.log((1 - p) / p), 13);
  });

  test('agrees with finite differences for pure states, any region, whatever the norm of the change', () => {
    const regions = fc.constantFrom([0], [2, 0], [1, 3], [0, 1, 2], [3, 1, 2]);
    fc.assert(
      fc.property(fc.nat(500), regions, (seed, region) => {
        const { of, at } = pureChange(seed, [2, 3, 2, 2]);
        const { value, change } = entropyResponse(of, region);
        expect(value).toBeCloseTo(entanglementEntropy(of.state, of.dimensions, region), 11);
        expect(change).toBeCloseTo(
          slopeOf((h) => entanglementEntropy(at(h), of.dimensions, region)),
          6,
        );
        const long: StateChange = { ...of, change: addScaled(of.change, [40, 3], of.state) };
        expect(entropyResponse(long, region).change).toBeCloseTo(change, 9);
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  test('agrees with finite differences for mixed states', () => {
    const stream = randomStream(3, 'mixed');
    const size = 8;
    const wishart = (): ComplexMatrix => {
      const root = {
        rows: size,
        cols: size,
        interleaved: Float64Array.from({ length: 2 * size * size }, () => stream.normal()),
      };
      const positive = multiply(root, root, { adjointB: true });
      return scaledMatrix([1 / trace(positive)[0], 0], positive);
    };
    const [state, target] = [wishart(), wishart()];
    const change = addScaledMatrix(target, [-1, 0], state);
    const dimensions = [2, 2, 2];
    const { change: slope } = entropyResponse({ state, change, dimensions }, [0, 2]);
    expect(slope).toBeCloseTo(
      slopeOf((h) => entanglementEntropy(addScaledMatrix(state, [h, 0], change), dimensions, [0, 2])),
      8,
    );
  });

  test('is −sin 2x log tan² x down to Schmidt weights at the edge of rounding', () => {
    for (const x of [1e-3, 1e-6, 3e-8]) {
      const state = complexVector([Math.cos(x), 0, 0, Math.sin(x)]);
      const change = complexVector([-Math.sin(x), 0, 0, Math.cos(x)]);
      const expected = -Math.sin(2 * x) * Math.log(Math.tan(x) ** 2);
      expect(entropyResponse({ state, change, dimensions: [2, 2] }, [1]).change / expected).toBeCloseTo(1, 8);
    }
    const product = { state: complexVector([1, 0, 0, 0]), change: complexVector([0, 0, 0, 1]), dimensions: [2, 2] };
    expect(entropyResponse(product, [0]).change).toBeCloseTo(0, 14);
  });

  test('vanishes for local unitaries, of the region or of the rest', () => {
    const { of } = pureChange(5, [2, 2, 2]);
    // −iZ on the first site.
    const turned = zeroVector(8);
    for (let k = 0; k < 8; k++) {
      const sign = k < 4 ? 1 : -1;
      turned.interleaved[2 * k] = sign * of.state.interleaved[2 * k + 1]!;
      turned.interleaved[2 * k + 1] = -sign * of.state.interleaved[2 * k]!;
    }
    for (const region of [[0], [1], [2]]) {
      expect(entropyResponse({ ...of, change: turned }, region).change).toBeCloseTo(0, 12);
    }
    expect(Math.abs(entropyResponse(of, [0]).change)).toBeGreaterThan(1e-3);
  });

  test('is infinite where a mixed state grows out of its support, and wants states of one kind', () => {
    const of = { state: diagonalMatrix([1, 0]), change: diagonalMatrix([-1, 1]), dimensions: [2] };
    expect(() => entropyResponse(of, [0])).toThrow(DomainError);
    expect(() => entropyResponse({ ...of, change: complexVector([1, 0]) }, [0])).toThrow(ShapeError);
  });
});

describe('the response of information and distances', () => {
  test('agrees with finite differences', () => {
    const dimensions = [2, 2, 2, 2];
    const { of, at } = pureChange(7, dimensions);
    const { information, distances } = informationResponse(of);
    const table = (h: number) => mutualInformationMatrix(at(h), dimensions);
    for (let a = 0; a < 4; a++) {
      expect(information[a]![a]).toBeNull();
      for (let b = 0; b < a; b++) {
        expect(information[a]![b]!.value).toBeCloseTo(table(0)[a]![b]!, 11);
        expect(information[a]![b]!.change).toBeCloseTo(
          slopeOf((h) => table(h)[a]![b]!),
          7,
        );
        const length = (h: number) => informationDistances(table(h), dimensions)[b]![a]!;
        expect(distances[b]![a]!.value).toBeCloseTo(length(0), 11);
        expect(distances[b]![a]!.change).toBeCloseTo(slopeOf(length, 3e-4), 5);
      }
    }
  });

  test('has no distance where sites know nothing of each other', () => {
    const state = complexVector([1, 0, 0, 0]);
    const { distances } = informationResponse({ state, change: complexVector([0, 1, 0, 0]), dimensions: [2, 2] });
    expect(distances[0]![1]).toBeNull();
  });
});

describe('the response of cut areas', () => {
  const network = matrixProductState(new Array(6).fill(2), { bond: 3 });
  const stream = randomStream(21, 'cuts');
  const theta = initialParameters(network, stream);
  const direction = theta.map(() => stream.normal());
  const state = stateVector(network, theta);
  const change = stateTangents(network, theta).reduce(
    (sum, tangent, k) => addScaled(sum, [direction[k]!, 0], tangent),
    zeroVector(state.length),
  );
  const graph = bulkGraph(network);
  const areas = areaResponses(graph, { state, change, dimensions: new Array(6).fill(2) });
  const moved = (h: number): Float64Array => theta.map((x, k) => x + h * direction[k]!);

  test('is that of the bond entropies of a matrix-product state, by contraction of the network', () => {
    const bonds = Object.keys(bondEntropies(network, theta));
    expect(bonds).toHaveLength(5);
    for (const leg of bonds) {
      expect(areas[leg]!.value).toBeCloseTo(bondEntropies(network, theta)[leg]!, 10);
      expect(areas[leg]!.change).toBeCloseTo(
        slopeOf((h) => bondEntropies(network, moved(h))[leg]!, 1e-4),
        6,
      );
    }
    expect(Object.keys(areas)).toHaveLength(11);
  });

  test('is the derivative of the minimal cut through those bonds', () => {
    const cutAt = (h: number, region: readonly number[]): number => {
      const psi = stateVector(network, moved(h));
      const entropies = bondEntropies(network, moved(h));
      const edges = graph.edges.map((edge) => ({
        ...edge,
        capacity:
          entropies[edge.leg] ?? entanglementEntropy(psi, new Array(6).fill(2), [graph.boundary.indexOf(edge.leg)]),
      }));
      return minimalCut({ ...graph, edges }, region).area;
    };
    for (const region of [[0], [0, 1], [2, 3], [0, 1, 2], [1, 2, 3, 4]]) {
      const { value, change: slope, legs } = cutResponse(graph, areas, region);
      expect(value).toBeCloseTo(cutAt(0, region), 9);
      expect(slope).toBeCloseTo(
        slopeOf((h) => cutAt(h, region), 1e-4),
        6,
      );
      expect(legs.length).toBeGreaterThan(0);
    }
  });

  test('leaves out bonds inside a cycle, and refuses negative areas', () => {
    const cycle = {
      nodes: [0, 1, 2].map((k) => ({ id: `${k}`, site: k, depth: 1 })),
      edges: [
        { leg: 'a', from: '0', to: '1', capacity: 1 },
        { leg: 'b', from: '1', to: '2', capacity: 1 },
        { leg: 'c', from: '2', to: '0', capacity: 1 },
        { leg: 's', from: '0', to: null, capacity: 1 },
        { leg: 't', from: '1', to: null, capacity: 1 },
      ],
      boundary: ['s', 't'],
    };
    const { of } = pureChange(2, [2, 2]);
    expect(Object.keys(areaResponses(cycle, of))).toEqual(['s', 't']);
    expect(() => cutResponse(cycle, { s: { value: -1, change: 0 } }, [0])).toThrow(DomainError);
  });
});

describe('the response of curvature', () => {
  const angles = Array.from({ length: 8 }, (_, k) => [0.3 + 0.31 * k, 2.4 * k] as const);
  const table = (distance: (a: number, b: number) => number) =>
    angles.map((_, a) => angles.map((__, b) => (a === b ? 0 : distance(Math.max(a, b), Math.min(a, b)))));

  test('is −2K if all lengths grow in proportion, on a sphere of radius 2', () => {
    const distances = table((a, b) => {
      const [[t, p], [u, q]] = [angles[a]!, angles[b]!];
      return 2 * Math.acos(Math.cos(t) * Math.cos(u) + Math.sin(t) * Math.sin(u) * Math.cos(p - q));
    });
    const { kind, value, change, stress, label } = curvatureResponse(distances, distances);
    expect(kind).toBe('spherical');
    expect(value).toBeCloseTo(1 / 4, 5);
    expect(change).toBeCloseTo(-1 / 2, 4);
    expect(stress).toBeLessThan(1e-5);
    expect(label).toBe('analogy');
  });

  test('is −2K on a hyperbolic plane of radius 3/2', () => {
    const distances = table((a, b) => {
      const [[r, p], [s, q]] = [angles[a]!, angles[b]!];
      return 1.5 * Math.acosh(Math.cosh(r) * Math.cosh(s) - Math.sinh(r) * Math.sinh(s) * Math.cos(p - q));
    });
    const { kind, value, change } = curvatureResponse(distances, distances);
    expect(kind).toBe('hyperbolic');
    expect(value).toBeCloseTo(-1 / 2.25, 5);
    expect(change).toBeCloseTo(2 / 2.25, 4);
  });

  test('of an Ising ground state, by way of its entropies, is that of the perturbed states', () => {
    const dimensions = new Array<number>(6).fill(2);
    const state = groundState(transverseFieldIsing(ring(6), { field: 1.4 })).amplitudes;
    const change = randomVector(64, randomStream(4, 'quench'));
    const { distances } = informationResponse({ state, change, dimensions });
    const values = distances.map((row) => row.map((pair) => pair?.value ?? 0));
    const changes = distances.map((row) => row.map((pair) => pair?.change ?? 0));
    const response = curvatureResponse(values, changes);
    const curvatureAt = (h: number): number => {
      const information = mutualInformationMatrix(normalised(addScaled(state, [h, 0], change)), dimensions);
      const moved = informationDistances(information, dimensions).map((row) => row.map((d) => d!));
      return curvatureResponse(moved, changes).value;
    };
    const slope = slopeOf(curvatureAt, 2e-4);
    expect(Math.abs(slope)).toBeGreaterThan(1e-3);
    expect(Math.abs(response.change - slope) / Math.abs(slope)).toBeLessThan(1e-3);
  });
});
