import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../../models/isometric-mera.ts';
import { projectedEntangledPairState } from '../../../models/projected-entangled-pair-state.ts';
import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import type { Circuit } from '../../../src/circuit/circuit.ts';
import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import { generatedEntropies } from '../../../src/generative/generated-entropies.ts';
import { tiling } from '../../../src/geometry/tiling.ts';
import { edgeLeg } from '../../../src/geometry/tiling-graph.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { checkNetwork } from '../../../src/network/check-network.ts';
import { networkOf } from '../../../src/network/from-circuit.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { parametersOfPart } from '../../../src/network/subnetwork.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { support } from '../../../src/operator/pauli.ts';
import { scalarCurvature } from '../../../src/riemann/curvature.ts';
import { ryuTakayanagi } from '../../../src/systems/holography/ryu-takayanagi.ts';
import {
  surfaceConvexity,
  surfaceEntropies,
  surfaceMetric,
  surfaceState,
} from '../../../src/systems/holography/surface-state.ts';
import { perfectNetwork } from './perfect-tensors.ts';

const NONE = new Float64Array(0);
const difference = (a: ComplexVector, b: ComplexVector): number =>
  Math.hypot(...a.interleaved.map((x, k) => x - b.interleaved[k]!));

/** Perfect tensors on the tiling by hexagons: 31 tiles, 114 sites. */
const plane = tiling(6, 4, { layers: 2 });
const hexagonalPlane = perfectNetwork(
  Object.fromEntries(plane.tiles.map(({ edges }, k) => [`tile ${k}`, edges.map((edge) => edgeLeg(plane, edge))])),
);
/** Bonds between the tiles of the first rings and the others, once around. */
const ring = (layers: number): readonly string[] =>
  plane.edges.flatMap(({ tiles }, edge) => {
    const within = tiles.filter((tile) => plane.tiles[tile]!.layer <= layers).length;
    return within === 1 ? [edgeLeg(plane, edge)] : [];
  });

const letters = fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: 4, maxLength: 4 });
const local = letters.filter((one) => one !== 'IIII' && support(one).length <= 2);
const circuits = fc
  .array(fc.record({ word: local, parameter: fc.nat(4) }), { minLength: 1, maxLength: 9 })
  .map((list): Circuit => {
    const used = [...new Set(list.map(({ parameter }) => parameter))];
    const gates = list.map(({ word, parameter }) => ({ word, angle: { parameter: used.indexOf(parameter) } }));
    return { kind: 'circuit', qubits: 4, parameters: used.length, gates };
  });

describe('the state of a surface', () => {
  test('at a time of a circuit is what was made before, and the outside makes the rest of it', () => {
    const theta = Float64Array.of(0.3, -1.1, 0.8, 2.1, 0.5);
    fc.assert(
      fc.property(circuits, fc.nat(9), (circuit, at) => {
        const point = theta.subarray(0, circuit.parameters);
        const [before, after] = [circuit.gates.slice(0, at), circuit.gates.slice(at)];
        const surface = [0, 1, 2, 3].map((q) => `${q} ${before.filter(({ word }) => word[q] !== 'I').length}`);
        const network = networkOf(circuit);
        const { inside, outside } = surfaceState(network, surface);
        for (const { network: part } of [inside, outside]) checkNetwork(part);
        const state = networkState(inside.network, parametersOfPart(inside, point));
        const early = runCircuit({ ...circuit, gates: before }, point);
        expect(difference(state, early)).toBeLessThan(1e-12);
        // The outside as a map: its columns are what becomes of each state of the surface.
        const open = { ...outside.network, boundary: [...outside.network.boundary, ...outside.network.bulk], bulk: [] };
        const map = networkState(open, parametersOfPart(outside, point));
        const late = runCircuit({ ...circuit, gates: after }, point, early);
        const applied = new Float64Array(32);
        for (let row = 0; row < 16; row++) {
          for (let column = 0; column < 16; column++) {
            const [re, im] = [0, 1].map((part) => map.interleaved[2 * (16 * row + column) + part]!) as [number, number];
            const [x, y] = [state.interleaved[2 * column]!, state.interleaved[2 * column + 1]!];
            applied[2 * row] = applied[2 * row]! + re * x - im * y;
            applied[2 * row + 1] = applied[2 * row + 1]! + re * y + im * x;
          }
        }
        expect(difference({ length: 16, interleaved: applied }, late)).toBeLessThan(1e-12);
      }),
      { seed: 6, numRuns: 30 },
    );
  });

  test('around the first rings of hexagons has the entropy of the least cut inside, piece by piece', () => {
    for (const layers of [0, 1]) {
      const surface = surfaceState(hexagonalPlane, ring(layers));
      expect(surface.inside.network.nodes.length).toBe([1, 7][layers]);
      const entropies = surfaceEntropies(surface, NONE);
      const n = surface.surface.length;
      const pieces = [1, 2, 3, 5].flatMap((size) =>
        [0, 4, 7].map((start) => Array.from({ length: size }, (_, k) => (start + k) % n)),
      );
      const { equality, regions } = ryuTakayanagi(entropies, bulkGraph(surface.inside.network), pieces);
      expect(equality).toBe(1);
      expect(regions[0]!.entropy).toBeCloseTo(Math.LN2, 9);
    }
  });

  test('has no more entropy than the least cut inside, in any network', () => {
    const grid = projectedEntangledPairState({ rows: 3, columns: 3, bond: 2 });
    const theta = initialParameters(grid, randomStream(2, 'theta'));
    // The middle and one neighbour, with their sites.
    const inside = grid.nodes.filter((_, k) => k === 4 || k === 5).flatMap(({ legs }) => legs);
    const legs = inside.filter((leg) => inside.indexOf(leg) === inside.lastIndexOf(leg));
    const surface = surfaceState(grid, legs);
    const entropies = surfaceEntropies(surface, theta);
    const graph = bulkGraph(surface.inside.network);
    for (let mask = 0; mask < 2 ** legs.length; mask++) {
      const piece = [...legs.keys()].filter((k) => (mask >> k) & 1);
      expect(ryuTakayanagi(entropies, graph, [piece]).regions[0]!.deficit).toBeGreaterThan(-1e-9);
    }
    expect(surface.outside.network.bulk.length).toBe(legs.length);
  });

  test('of the whole boundary is the state; of a region closed by its cut, that of the wedge', () => {
    const network = isometricMera(8);
    const theta = initialParameters(network, randomStream(3, 'theta'));
    const whole = surfaceState(network, network.boundary);
    expect(whole.outside.network.parameters).toBe(0);
    const region = [1, 2];
    expect(surfaceEntropies(whole, theta).entropy(region)).toBeCloseTo(
      generatedEntropies(network, theta).entropy(region),
      10,
    );
    const wedge = surfaceState(
      network,
      ['s1', 's2', 'm1', 'm2'].flatMap((leg) => legsOf(network, leg)),
    );
    expect(wedge.inside.network.nodes.map(({ id }) => id)).toEqual(['u0.0']);
    expect(wedge.outside.network.boundary).toEqual(network.boundary);
  });

  test('carries the hash of its background, which depends on nothing but the network', () => {
    const { background } = surfaceState(hexagonalPlane, ring(0));
    expect(background).toMatch(/^[0-9a-f]{64}$/);
    expect(surfaceState(hexagonalPlane, ring(1)).background).toBe(background);
    const { kind, ...fields } = hexagonalPlane;
    expect(surfaceState({ ...fields, kind }, ring(0)).background).toBe(background);
    const other = { ...hexagonalPlane, nodes: hexagonalPlane.nodes.toReversed() };
    expect(surfaceState(other, ring(0)).background).not.toBe(background);
  });

  test('is refused where the surface is not closed', () => {
    expect(() => surfaceState(hexagonalPlane, ring(0).slice(1))).toThrow(/closed surface required/);
    expect(() => surfaceState(hexagonalPlane, [...ring(0), ...ring(1)])).toThrow(/both ends of leg 'bond \d+' inside/);
    expect(() => surfaceState(hexagonalPlane, [hexagonalPlane.boundary[0]!])).toThrow(/both ends of leg .* outside/);
    expect(() => surfaceState(hexagonalPlane, [])).toThrow('at least one leg');
    expect(() => surfaceState(hexagonalPlane, ['x'])).toThrow("got leg 'x'");
    expect(() => surfaceState(hexagonalPlane, [ring(0)[0]!, ring(0)[0]!])).toThrow('different legs');
  });

  test('leaves parts that hang together with nothing else where they are', () => {
    const apart = perfectNetwork({
      A: ['a0', 'a1', 'a2', 'a3', 'a4', 'a5'],
      B: ['b0', 'b1', 'b2', 'b3', 'b4', 'b5'],
    });
    const { inside, outside } = surfaceState(apart, ['a0', 'a1', 'a2', 'a3', 'a4', 'a5']);
    expect(inside.network.nodes.map(({ id }) => id)).toEqual(['A']);
    expect(outside.network.boundary.length).toBe(12);
  });
});

/** The legs of the disentangler below a site, if the name is of a leg above it. */
function legsOf(network: TensorNetwork, name: string): readonly string[] {
  const u = network.nodes.find(({ id }) => id === 'u0.0')!.legs;
  return name.startsWith('m') ? [u[Number(name[1]) + 1]!] : [name];
}

describe('a convex surface', () => {
  test('is the least around its inside: rings of hexagons are, a surface that an outer tile bridges is not', () => {
    expect(surfaceConvexity(surfaceState(hexagonalPlane, ring(0)))).toMatchObject({ convex: true, piece: [] });
    expect(surfaceConvexity(surfaceState(hexagonalPlane, ring(1))).convex).toBe(true);
    const dent = perfectNetwork({
      P: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'],
      Q: ['p0', 'p1', 'p2', 'p3', 'q0', 'q1'],
      R: ['p4', 'p5', 'r0', 'r1', 'r2', 'r3'],
    });
    const { convex, area, least, piece, shortcut } = surfaceConvexity(
      surfaceState(dent, ['p5', 'p4', 'p3', 'p2', 'p1', 'p0']),
    );
    expect(convex).toBe(false);
    expect([area / Math.LN2, least / Math.LN2]).toEqual([6, 4].map((x) => expect.closeTo(x, 10)));
    expect(piece).toEqual(['p3', 'p2', 'p1', 'p0']);
    expect(shortcut).toEqual(['q0', 'q1']);
  });

  test('does not let area out through logical inputs of the outside', () => {
    const dent = perfectNetwork({
      P: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'],
      Q: ['in Q', 'p0', 'p1', 'p2', 'p3', 'q0'],
      R: ['p4', 'p5', 'r0', 'r1', 'r2', 'r3'],
    });
    const state = surfaceState(dent, ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']);
    expect(state.outside.network.bulk).toEqual([...state.surface, 'in Q']);
    const { least, shortcut } = surfaceConvexity(state);
    expect(least / Math.LN2).toBeCloseTo(3, 10);
    expect(shortcut).toEqual(['q0']);
  });

  test('of the boundary itself has no shorter one', () => {
    const mera = isometricMera(8);
    expect(surfaceConvexity(surfaceState(mera, mera.boundary))).toMatchObject({ convex: true });
  });
});

describe('the information metric of states on a surface', () => {
  /** One tensor Σ c_n |n n⟩ inside, two isometries outside. */
  const pairs = (size: number): TensorNetwork => ({
    kind: 'network',
    parameters: 2 * size * size,
    dimensions: { a: size, b: size, A: size, B: size },
    nodes: [
      { id: 'pair', legs: ['a', 'b'], tensor: { kind: 'free', offset: 0 } },
      ...(['A', 'B'] as const).map((leg) => ({
        id: leg,
        legs: [leg, leg.toLowerCase()],
        tensor: {
          kind: 'constant' as const,
          interleaved: Array.from({ length: 2 * size * size }, (_, k) => (k % (2 * size + 2) === 0 ? 1 : 0)),
        },
      })),
    ],
    boundary: ['A', 'B'],
    bulk: [],
    environment: [],
  });
  const curvatureOf = (size: number, amplitude: (n: number, x: Float64Array) => readonly [number, number]) => {
    const surface = surfaceState(pairs(size), ['a', 'b']);
    const family = (x: Float64Array): Float64Array => {
      const theta = new Float64Array(2 * size * size);
      for (let n = 0; n < size; n++) theta.set(amplitude(n, x), 2 * n * (size + 1));
      return theta;
    };
    return scalarCurvature(surfaceMetric(surface, family), Float64Array.of(0.4, 0.2)).value;
  };
  const polar = (modulus: number, phase: number) => [modulus * Math.cos(phase), modulus * Math.sin(phase)] as const;

  test('of two-mode squeezed states Σ tanhⁿr e^{inφ}|nn⟩ is a hyperbolic plane, R = −8', () => {
    expect(curvatureOf(24, (n, [r, phase]) => polar(Math.tanh(r!) ** n, n * phase!))).toBeCloseTo(-8, 3);
  });

  test('of a pair of fermions cos φ|00⟩ + e^{iχ} sin φ|11⟩ is a sphere, R = 8', () => {
    const pair = (n: number, [angle, phase]: Float64Array) =>
      polar(n === 0 ? Math.cos(angle!) : Math.sin(angle!), n * phase!);
    expect(curvatureOf(2, pair)).toBeCloseTo(8, 3);
  });
});
