import { expect, test } from 'vitest';
import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { hopping } from '../../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import type { CapacityGraph, GraphEdge } from '../../../src/geometry/capacity-graph.ts';
import { chainGraph, meraGraph } from '../../../src/geometry/graph-families.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { checkGradient } from '../../../src/optimise/check-gradient.ts';
import {
  annealedResponse,
  featureGeometry,
  featureModel,
  fittedFeatures,
} from '../../../src/systems/random-network/index.ts';
import { spinSum } from '../../../src/systems/random-network/spin-sum.ts';

const levelOf = (id: string): string => id.split(' ')[1]!.split(',')[0]!;
const byLevel = ({ from, to }: GraphEdge): string =>
  to === null ? 'sites' : `${levelOf(from) === levelOf(to) ? 'ring' : 'rungs'} ${levelOf(from)}`;

/** The regions of an even number of sites, up to complements. */
const regionsOf = (sites: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** (sites - 1) - 1 }, (_, k) =>
    Array.from({ length: sites }, (_, site) => site).filter((site) => ((k + 1) >> site) & 1),
  );

const drawn = (count: number, seed: number): Float64Array => {
  const stream = randomStream(seed, 'couplings');
  return Float64Array.from({ length: count }, () => 0.15 + 0.6 * stream.uniform());
};

test('a random state of two parts has the purity (d + d′)/(dd′ + 1)', () => {
  const leg = (name: string, d: number): GraphEdge => ({ leg: name, from: 'a', to: null, capacity: Math.log(d) });
  const graph: CapacityGraph = {
    nodes: [{ id: 'a', site: 0, depth: 1 }],
    edges: [leg('p', 3), leg('q', 5)],
    boundary: ['p', 'q'],
  };
  const model = featureModel(graph);
  const couplings = Float64Array.of(Math.log(3) / 2, Math.log(5) / 2);
  expect(Math.exp(-model.entropies(couplings, [[0]])[0]!)).toBeCloseTo(8 / 16, 14);
  expect(model.entropies(couplings, [[0, 1]])[0]).toBeCloseTo(0, 14);
});

test('entropies are sums over all spins, written out', () => {
  const graph = chainGraph(5, { ring: true });
  const J = drawn(10, 1);
  const model = featureModel(graph);
  const sum = (region: readonly number[]): number => {
    let total = 0;
    for (let bits = 0; bits < 32; bits++) {
      const spin = (k: number): number => 1 - 2 * ((bits >> (k % 5)) & 1);
      let energy = 0;
      graph.edges.forEach(({ leg, to }, e) => {
        const k = Number(leg.split(' ')[1]);
        energy += J[e]! * spin(k) * (to !== null ? spin(k + 1) : region.includes(k) ? -1 : 1);
      });
      total += Math.exp(energy);
    }
    return total;
  };
  // Bonds 0 … 4 join k and k + 1, the last closes the ring.
  const regions = [[0], [1, 2], [0, 2, 3]];
  model.entropies(J, regions).forEach((entropy, r) => {
    expect(entropy).toBeCloseTo(Math.log(sum([]) / sum(regions[r]!)), 13);
  });
});

test('entropies and their responses are those of the contraction region by region, in blocks or at once', () => {
  const model = featureModel(meraGraph({ sites: 8, variant: 'sites' }), { shared: byLevel });
  const J = drawn(model.parameters.length, 2);
  const graph = model.graphAt(J);
  const regions = regionsOf(8).slice(40, 52);
  const entropies = model.entropies(J, regions);
  const responses = model.responses(J, regions);
  regions.forEach((region, r) => {
    const { entropy, gradient } = annealedResponse(graph, region);
    expect(entropies[r]).toBeCloseTo(entropy, 12);
    model.parameters.forEach((_, p) => {
      const walls = gradient.reduce((sum, wall, e) => sum + (model.parameterOf[e] === p ? 2 * wall : 0), 0);
      expect(responses[r]![p]).toBeCloseTo(walls, 11);
    });
  });
  const capacities = graph.edges.map(({ capacity }) => capacity);
  const [whole, parts] = [spinSum(graph, regions)(capacities), spinSum(graph, regions, 96)(capacities)];
  const expectClose = (a: Float64Array, b: Float64Array): void => {
    a.forEach((value, r) => {
      expect(value).toBeCloseTo(b[r]!, 13);
    });
  };
  expectClose(parts.entropies, whole.entropies);
  const weights = regions.map((_, r) => Math.sin(r));
  const direction = capacities.map((_, e) => Math.cos(e));
  expectClose(parts.pushforward(direction), whole.pushforward(direction));
  // ⟨λ, J v⟩ = ⟨Jᵀλ, v⟩.
  const forward = parts.pushforward(direction).reduce((sum, value, r) => sum + weights[r]! * value, 0);
  const backward = parts.pullback(weights).reduce((sum, value, e) => sum + direction[e]! * value, 0);
  expect(backward).toBeCloseTo(forward, 12);
});

test('the loss has the exact gradient in ln J; a coupling without a name stays that of the graph', () => {
  const shared = (edge: GraphEdge): string | null => (edge.to === null ? null : byLevel(edge));
  const model = featureModel(meraGraph({ sites: 8, variant: 'sites', site: 3 }), { shared });
  expect(model.parameters).not.toContain('sites');
  const data = regionsOf(8)
    .slice(0, 20)
    .map((region, k) => ({ region, entropy: 0.3 + 0.1 * Math.sin(k) }));
  const theta = drawn(model.parameters.length, 3).map(Math.log);
  expect(checkGradient(model.loss(data), theta).relativeError).toBeLessThan(1e-8);
  const wide = model.graphAt(theta.map(Math.exp)).edges.filter(({ to }) => to === null);
  expect(wide.every(({ capacity }) => capacity === Math.log(3))).toBe(true);
});

test('planted couplings are recovered where the Fisher information has full rank', () => {
  const model = featureModel(meraGraph({ sites: 8, variant: 'sites', levels: 2 }), { shared: byLevel });
  const planted = drawn(model.parameters.length, 6);
  const regions = regionsOf(8).filter((_, k) => k % 4 === 0);
  const entropies = model.entropies(planted, regions);
  const data = regions.map((region, r) => ({ region, entropy: entropies[r]! }));
  const { value } = fittedFeatures(model, data, { starts: 1 });
  expect(value.fisher.rank).toBe(planted.length);
  value.couplings.forEach((J, p) => {
    expect(Math.abs(J - planted[p]!)).toBeLessThan(1e-6);
  });
  expect(value.fisher.uncertainties.every(Number.isFinite)).toBe(true);
});

test('what hangs on one bond only is not determined', () => {
  // Beyond a node without a site a bond changes nothing that the bond before it could not.
  const graph: CapacityGraph = {
    nodes: ['a', 'b', 'top'].map((id, k) => ({ id, site: k, depth: 1 })),
    edges: [
      { leg: 'left', from: 'a', to: 'top', capacity: 1 },
      { leg: 'right', from: 'b', to: 'top', capacity: 1 },
      { leg: 's', from: 'a', to: null, capacity: 2 },
      { leg: 't', from: 'b', to: null, capacity: 2 },
    ],
    boundary: ['s', 't'],
  };
  const model = featureModel(graph, { shared: ({ leg, to }) => (to === null ? null : leg) });
  const J = Float64Array.of(0.4, 0.7);
  const entropy = model.entropies(J, [[0]])[0]!;
  const { value } = fittedFeatures(model, [{ region: [0], entropy }]);
  expect(value.residual).toBeLessThan(1e-9);
  expect(value.fisher.rank).toBe(1);
  expect([...value.fisher.uncertainties]).toEqual([Infinity, Infinity]);
  // In a row, tanh J tanh J′ is all that counts.
  const [left, right] = [...value.couplings].map(Math.tanh);
  expect(left! * right!).toBeCloseTo(Math.tanh(0.4) * Math.tanh(0.7), 8);
});

test('the critical hopping ring of two-site cells fits the dyadic network with rings to 0.65 %', () => {
  const edges = Array.from({ length: 16 }, (_, k) => [k, (k + 1) % 16] as const);
  const amplitude = edges.map((_, k) => (k === 15 ? -1 : 1));
  const { state } = gaussianGroundState(hopping({ sites: 16, edges }, { amplitude }));
  const cells = Array.from({ length: 8 }, (_, c) => [2 * c, 2 * c + 1]);
  const { entropy } = entropiesOfGaussian(state, cells, { order: 2 });
  const data = regionsOf(8).map((region) => ({ region, entropy: entropy(region) }));
  const model = featureModel(meraGraph({ sites: 8, variant: 'sites' }), { shared: byLevel });
  const start = Float64Array.from(model.parameters, () => 0.4);
  const { value } = fittedFeatures(model, data, { start, starts: 0, maxSteps: 120 });
  expect(value.relative).toBeCloseTo(0.0065, 4);
  expect(value.couplings[model.parameters.indexOf('ring 0')]).toBeCloseTo(0.242, 3);
  expect(value.couplings[model.parameters.indexOf('rungs 0')]).toBeCloseTo(0.129, 2);
});

test('bad input is named', () => {
  const graph = chainGraph(3);
  expect(() => featureModel(graph, { shared: () => null })).toThrow('at least one coupling');
  const model = featureModel(graph);
  expect(() => model.entropies(Float64Array.of(1), [[0]])).toThrow('5 couplings required, got 1');
  expect(() => model.entropies(drawn(5, 1), [[7]])).toThrow('sites below 3 required, got 7');
  expect(() => model.loss([])).toThrow('at least one entropy');
  expect(() => model.loss([{ region: [0], entropy: NaN }])).toThrow('finite entropies');
  expect(() => fittedFeatures(model, [{ region: [0], entropy: 1 }], { starts: 0 })).toThrow('at least one start');
});

test('lengths are −ln tanh J: around a ring of equal bonds, and nowhere without bonds', () => {
  const graph = featureModel(chainGraph(6, { ring: true })).graphAt(new Float64Array(12).fill(0.4));
  const { distances, hyperbolicity, curvature } = featureGeometry(graph);
  expect(distances[0]![2]).toBeCloseTo(-2 * Math.log(Math.tanh(0.4)), 12);
  expect(distances[0]![5]).toBeCloseTo(-Math.log(Math.tanh(0.4)), 12);
  expect(hyperbolicity).toBeCloseTo(2 / 3, 12); // δ = 1 at diameter 3, in units of a bond
  expect(curvature).toBeCloseTo(0, 12); // a ring of six is flat
  const loose = featureGeometry(featureModel(chainGraph(3)).graphAt(new Float64Array(5)));
  expect([loose.distances[0]![1], loose.hyperbolicity, loose.curvature]).toEqual([null, null, null]);
});
