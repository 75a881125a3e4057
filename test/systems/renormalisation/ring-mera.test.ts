import { expect, test } from 'vitest';
import { infiniteXyChain } from '../../../src/gaussian/infinite-chain.ts';
import { entropiesOfQubits } from '../../../src/gaussian/qubit-entropies.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length } from '../../../src/linalg/real-vector.ts';
import { lbfgs } from '../../../src/optimise/lbfgs.ts';
import { minimised, solution } from '../../../src/optimise/minimise.ts';
import {
  binaryLayer,
  chainTerm,
  criticalIsing,
  criticalMera,
  layerManifold,
  layerStart,
  meraInformation,
  ringMeraEnergy,
  ringSites,
  scalingSpectrum,
  ternaryLayer,
} from '../../../src/systems/renormalisation/index.ts';

const ising = criticalIsing();
/** Of −Σ(XX + Z) on a ring, per site: −2/(N sin(π/2N)). */
const exactEnergy = (sites: number): number => -2 / (sites * Math.sin(Math.PI / (2 * sites)));

test('layers that truncate nothing have the ground state of the ring, whatever their tensors', () => {
  const layer = ternaryLayer({ fine: 2, coarse: 8 });
  const theta = layerStart(layer, randomStream(3, 'ring'), { real: false, noise: 1 });
  const { value, gradient } = ringMeraEnergy([layer], chainTerm(ising, layer), 2)(theta);
  expect(value).toBeCloseTo(exactEnergy(6), 11);
  expect(length(layerManifold([layer], { real: false }).project(theta, gradient))).toBeLessThan(1e-9);
});

test('the energy of a ring has the gradient that differences give, and stays above the exact one', () => {
  const layers = [
    ternaryLayer({ fine: [0, 1], coarse: [0, 1, 1] }),
    ternaryLayer({ fine: [0, 1, 1], coarse: [0, 1, 0] }),
  ];
  const stream = randomStream(8, 'ring');
  const theta = Float64Array.from(layers.flatMap((layer) => [...layerStart(layer, stream, { noise: 0.3 })]));
  const objective = ringMeraEnergy(layers, chainTerm(ising, layers[0]!), 3);
  const manifold = layerManifold(layers);
  const along = manifold.project(
    theta,
    theta.map(() => stream.normal()),
  );
  const at = (step: number): number =>
    objective(
      manifold.retract(
        theta,
        along.map((x) => step * x),
      ),
    ).value;
  const h = 1e-3 / length(along);
  const slope = (45 * (at(h) - at(-h)) - 9 * (at(2 * h) - at(-2 * h)) + at(3 * h) - at(-3 * h)) / (60 * h);
  expect(Math.abs(dot(objective(theta).gradient, along) - slope)).toBeLessThan(1e-8 * length(along));
  expect(ringSites(layers, 3)).toBe(27);
  const { value } = minimised(objective, lbfgs({ manifold }), theta, { maxSteps: 150, manifold });
  expect(value.evaluation.value).toBeGreaterThan(exactEnergy(27));
  expect(value.evaluation.value / exactEnergy(27)).toBeGreaterThan(0.99);
});

test('rings that do not fit are named', () => {
  const layer = ternaryLayer({ fine: 2, coarse: 8 });
  const term = chainTerm(ising, layer);
  expect(() => ringMeraEnergy([layer], term, 4)).toThrow('at most 1024 states at the top possible, got 8^4');
  expect(() => ringMeraEnergy([layer], term, 1)).toThrow('a top of n ≥ 2 sites required, got 1');
  const binary = binaryLayer({ fine: 2, coarse: 2 });
  expect(() => ringMeraEnergy([binary], chainTerm(ising, binary), 3)).toThrow('neighbourhoods of two sites');
});

test('mutual information of an optimised network is that of the chain, and falls as r^−4Δ', () => {
  const [mera] = solution(criticalMera(ising, { bonds: [4], starts: 1, maxSteps: 200 }));
  const found = meraInformation(mera!, 10);
  const { entropy } = entropiesOfQubits(infiniteXyChain(28, {}));
  for (const { distance, information } of found.slice(0, 4)) {
    const exact = 2 * entropy([0]) - entropy([0, distance]);
    expect(Math.abs(information / exact - 1)).toBeLessThan(0.1);
  }
  const { fixed } = mera!.network;
  const own = mera!.theta.subarray(mera!.theta.length - fixed.unit.parameters);
  const { dimension } = scalingSpectrum(fixed, own, { places: 'kept' })[1]!;
  const growth = Math.log(found[9]!.information / found[10]!.information);
  expect(growth / (4 * dimension * Math.log(3))).toBeCloseTo(1, 2);
});
