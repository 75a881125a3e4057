import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../src/circuit/circuit.ts';
import { circuitOfGaussian, circuitOfTransform } from '../../../src/circuit/free-fermion-circuit.ts';
import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import { ShapeError } from '../../../src/errors.ts';
import { harmonicRing } from '../../../src/gaussian/boson-models.ts';
import { gaussianEntropy, isPure } from '../../../src/gaussian/entropies.ts';
import { transformed } from '../../../src/gaussian/evolution.ts';
import { hopping, latticeDirac } from '../../../src/gaussian/fermion-models.ts';
import { gaussianVacuum, restricted } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { gaussianThermal, gaussianThermofieldDouble } from '../../../src/gaussian/thermal.ts';
import { grid } from '../../../src/operator/lattice.ts';
import { regionInformation } from '../../../src/state/mutual-information.ts';
import {
  daubechiesFilter,
  exactHolographicMapping,
  layerGeometry,
  mappingMatrix,
  pairOf,
  waveletTransform,
} from '../../../src/systems/renormalisation/index.ts';
import { denseCovariance, distance } from '../../helpers/dense-fermions.ts';
import { randomGaussian } from '../../helpers/random-gaussian.ts';

const N = 256;
/** λ of eight modes; 1/λ will do as ν. */
const SPECTRUM = [1, 1, 0.9, 0.8, 0.5, 0.4, 0.3, 0.1];
const critical = gaussianGroundState(latticeDirac(N, {}, 'antiperiodic')).state;
const antiperiodic = { boundary: 'antiperiodic' } as const;
const anti = (sites: number, filter: Parameters<typeof waveletTransform>[1]) =>
  waveletTransform(sites, filter, antiperiodic);

/** Local exponents −d ln|C|/d ln x and −d ln I/d ln x between x and 2x. */
const slopes = (layer: ReturnType<typeof layerGeometry>[number], x: number): readonly [number, number] => {
  const [near, far] = [x, 2 * x].map((at) => layer.along.find(({ distance }) => distance === at)!);
  return [Math.log2(near!.correlation / far!.correlation), Math.log2(near!.information / far!.information)];
};

const fourTaps = exactHolographicMapping(critical, anti(N, 'd4'));

describe('the massless fermion', () => {
  test('has correlations that fall as x^−(2K+1) in a layer, and information as twice that', () => {
    for (const [moments, filter, x, tolerance] of [
      [1, 'haar', 8, 0.03],
      [2, 'd4', 16, 0.02],
      [3, 'd6', 16, 0.06],
    ] as const) {
      const bulk = filter === 'd4' ? fourTaps : exactHolographicMapping(critical, anti(N, filter));
      const [layer] = layerGeometry(bulk, { distances: [x, 2 * x], origins: 1 });
      const [correlation, information] = slopes(layer!, x);
      expect(Math.abs(correlation - (2 * moments + 1))).toBeLessThan(tolerance);
      expect(Math.abs(information - 2 * correlation)).toBeLessThan(0.1);
    }
  });

  test('has the amplitude that the first moment of the wavelet gives', () => {
    // Between the spinor components Γ(r) → 1/(N sin(πr/N)), four entries for each pair of sites. The first moment that is
    // left, M = Σ_t g_t t^K, turns it into its derivative of order 2K, times (M/K!)².
    const moments = 2;
    const high = daubechiesFilter(moments)
      .toReversed()
      .map((tap, t) => (-1) ** t * tap);
    const moment = high.reduce((sum, g, t) => sum + g * t ** moments, 0);
    const [layer] = layerGeometry(fourTaps, { distances: [24], origins: 1 });
    const csc = 1 / Math.sin((Math.PI * 2 * 24) / N);
    const fourth = ((Math.PI / N) ** 4 / N) * csc * (24 * csc ** 4 - 20 * csc ** 2 + 1);
    const expected = 2 * fourth * (moment / 2) ** 2;
    expect(layer!.along[0]!.correlation / expected).toBeCloseTo(1, 1.7);
  });

  test('is as pure in the bulk as it was, with sites that are entangled up to the capacity', () => {
    expect(isPure(fourTaps.state)).toBe(true);
    const layers = layerGeometry(fourTaps, { distances: [1] });
    const entropies = layers.map(({ entropy }) => entropy);
    expect(entropies.every((s, k) => s >= (entropies[k - 1] ?? 0.4) - 1e-12 && s < 1.3863)).toBe(true);
    expect(entropies.at(-1)).toBeCloseTo(2 * Math.LN2, 3);
  });

  test('looks the same in every layer, away from both ends', () => {
    const layers = layerGeometry(fourTaps, { distances: [1] });
    for (const layer of [3, 4]) {
      const [a, b] = [layers[layer - 1]!, layers[layer]!];
      expect(b.upwards!.information / a.upwards!.information).toBeCloseTo(1, 2);
      expect(b.along[0]!.information / a.along[0]!.information).toBeCloseTo(1, 1);
    }
  });
});

test('the massive fermion has no entropy beyond its correlation length, the thermal one all of it', () => {
  const massive = gaussianGroundState(latticeDirac(64, { mass: 1 }, 'antiperiodic')).state;
  const hot = gaussianThermal(latticeDirac(64, {}, 'antiperiodic'), 4);
  const geometry = (state: typeof hot) => layerGeometry(exactHolographicMapping(state, anti(64, 'd4')));
  const [gapped, thermal] = [geometry(massive), geometry(hot)];
  expect(gapped.at(-1)!.entropy).toBeLessThan(0.02);
  expect(thermal.at(-1)!.entropy).toBeCloseTo(2 * Math.LN2, 2);
  // Neither has a bulk behind: information upwards ends.
  expect(gapped[4]!.upwards!.information).toBeLessThan(5e-3);
  expect(thermal[4]!.upwards!.information).toBeLessThan(5e-3);
});

test('two sides of a double are joined where the temperature ends each of them', () => {
  const beta = 2;
  const double = gaussianThermofieldDouble(latticeDirac(32, {}, 'antiperiodic'), beta);
  const bulk = exactHolographicMapping(double, anti(32, 'd4'), { copies: 2 });
  expect(isPure(bulk.state)).toBe(true);
  expect(bulk.sites.length).toBe(64);
  const across = layerGeometry(bulk).map((layer) => layer.across!.information);
  expect(across[0]).toBeLessThan(0.5);
  expect(across.at(-1)).toBeGreaterThan(0.9 * 4 * Math.LN2);
  const thermal = gaussianThermal(latticeDirac(32, {}, 'antiperiodic'), beta);
  const left = bulk.sites.flatMap(({ copy }, k) => (copy === 0 ? [k] : []));
  const right = left.map((k) => k + left.length);
  expect(bulk.entropies.entropy(left)).toBeCloseTo(gaussianEntropy(thermal), 9);
  expect(regionInformation(bulk.entropies, left, right)).toBeCloseTo(2 * gaussianEntropy(thermal), 9);
});

test('the massless boson has correlations that fall as x^−2K: a field of dimension 0', () => {
  const { state } = gaussianGroundState(harmonicRing(N, { mass: 1e-4 }));
  for (const [moments, filter] of [
    [1, 'haar'],
    [2, 'd4'],
  ] as const) {
    const bulk = exactHolographicMapping(state, waveletTransform(N, filter));
    const [layer] = layerGeometry(bulk, { distances: [8, 16], origins: 1 });
    const [correlation, information] = slopes(layer!, 8);
    expect(Math.abs(correlation - 2 * moments)).toBeLessThan(0.1);
    expect(Math.abs(information - 4 * moments)).toBeLessThan(0.2);
  }
});

describe('the mapping', () => {
  const sites = 4;
  const transform = anti(sites, 'd4');

  test('is the transformation of modes by its matrix, for both statistics and any state', () => {
    for (const statistics of ['fermion', 'boson'] as const) {
      for (const copies of [1, 2] as const) {
        const state = randomGaussian(statistics, statistics === 'fermion' ? SPECTRUM : SPECTRUM.map((x) => 1 / x), 3);
        const bulk = exactHolographicMapping(state, transform, { copies });
        const other = transformed(state, mappingMatrix(2 * sites, transform, { copies }));
        expect(distance(bulk.state.covariance.data, other.covariance.data)).toBeLessThan(1e-12);
        // A transform that is only given as a matrix takes another way.
        const { matrix, labels } = transform;
        const plain = exactHolographicMapping(state, { matrix, labels }, { copies });
        expect(distance(plain.state.covariance.data, bulk.state.covariance.data)).toBeLessThan(1e-12);
        expect(plain.layers).toEqual([[2], [1], [1]]);
      }
    }
  });

  test('is a circuit, whose dense state has the correlations of the bulk', () => {
    const { state } = gaussianGroundState(latticeDirac(sites, { mass: 0.3 }, 'antiperiodic'));
    const { network, theta } = circuitOfGaussian(state);
    const mapping = circuitOfTransform(mappingMatrix(2 * sites, transform));
    const psi = runCircuit(mapping as Circuit, new Float64Array(0), runCircuit(network, theta));
    const bulk = exactHolographicMapping(state, transform);
    expect(distance(denseCovariance(psi, 2 * sites), bulk.state.covariance.data)).toBeLessThan(1e-11);
  });

  test('leaves a product state of equal sites without any correlation', () => {
    const layers = layerGeometry(exactHolographicMapping(gaussianVacuum('boson', 16), waveletTransform(16, 'd6')));
    for (const { entropy, upwards, along } of layers) {
      expect(entropy).toBeLessThan(1e-12);
      for (const pair of [...(upwards === null ? [] : [upwards]), ...along]) {
        expect(pair.information).toBeLessThan(1e-12);
        expect(pair.correlation).toBeLessThan(1e-13);
      }
    }
  });

  test('refuses modes that are no multiple of the sites, and distances that are none', () => {
    expect(() => exactHolographicMapping(gaussianVacuum('fermion', 6), transform)).toThrow(ShapeError);
    expect(() => mappingMatrix(6, transform)).toThrow('1 × 4 sites required, got 6');
    const { matrix } = transform;
    const labels = transform.labels.slice(1);
    expect(() => exactHolographicMapping(gaussianVacuum('fermion', 4), { matrix, labels })).toThrow(ShapeError);
    const doubled = { ...transform.matrix, data: matrix.data.map((x) => 2 * x) };
    const wrong = { matrix: doubled, labels: transform.labels };
    expect(() => exactHolographicMapping(gaussianVacuum('fermion', 4), wrong)).toThrow('orthogonal');
    const bulk = exactHolographicMapping(gaussianVacuum('fermion', 4), transform);
    expect(() => layerGeometry(bulk, { distances: [0] })).toThrow('got 0');
  });
});

test('in two dimensions a bulk site has three details of each mode, and the state stays pure', () => {
  const shape = [8, 8];
  const lattice = grid(8, 8, true);
  const wraps = ([a, b]: readonly [number, number]): boolean => Math.abs(a - b) === 7 || Math.abs(a - b) === 56;
  const amplitude = lattice.edges.map((edge) => (wraps(edge) ? -1 : 1));
  const { state, zeroModes } = gaussianGroundState(hopping(lattice, { amplitude, chemicalPotential: -1 }));
  expect(zeroModes).toBe(0);
  const bulk = exactHolographicMapping(state, waveletTransform(shape, 'd4', antiperiodic));
  expect(bulk.layers).toEqual([
    [4, 4],
    [2, 2],
    [1, 1],
    [1, 1],
  ]);
  expect(bulk.sites.map(({ modes }) => modes.length)).toEqual([...new Array(21).fill(3), 1]);
  expect(isPure(bulk.state)).toBe(true);
  const [first16, others] = [bulk.sites.slice(0, 16), bulk.sites.slice(16)].map((sites) =>
    gaussianEntropy(
      restricted(
        bulk.state,
        sites.flatMap(({ modes }) => modes),
      ),
    ),
  );
  expect(first16).toBeGreaterThan(1);
  expect(first16).toBeCloseTo(others!, 10);
  const [first] = layerGeometry(bulk, { distances: [1, 2], origins: 1 });
  const at = (place: number) => bulk.sites.find((site) => site.layer === 1 && site.place === place)!;
  // The four places below the first one of layer 2, and their neighbours along the last direction.
  const pairs = [
    [0, 1],
    [1, 2],
    [4, 5],
    [5, 6],
  ].map(([a, b]) => pairOf(bulk, at(a!), at(b!)).information);
  expect(first!.along[0]!.information).toBeCloseTo(pairs.reduce((sum, x) => sum + x) / 4, 12);
  expect(first!.along[1]!.information).toBeLessThan(first!.along[0]!.information);
});
