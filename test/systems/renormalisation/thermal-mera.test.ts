import { expect, test } from 'vitest';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../../../src/linalg/hermitian-eigen.ts';
import { multiply, trace } from '../../../src/linalg/matrix.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length } from '../../../src/linalg/real-vector.ts';
import { networkState } from '../../../src/network/network-state.ts';
import type { NetworkNode, TensorNetwork } from '../../../src/network/tensor-network.ts';
import type { PauliSum } from '../../../src/operator/pauli-sum.ts';
import { pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { reducedDensityMatrix } from '../../../src/state/reduced-density-matrix.ts';
import {
  chainTerm,
  criticalIsing,
  isingFreeEnergy,
  layerManifold,
  layerStart,
  pauliChain,
  type RenormalisationLayer,
  ternaryLayer,
  thermalCorrelations,
  thermalFreeEnergy,
  thermalMera,
} from '../../../src/systems/renormalisation/index.ts';
import { programsOf, run, tensorsOf } from '../../../src/systems/renormalisation/layer-programs.ts';

/** −Σ(XX + Z) on a ring. */
function isingRing(sites: number): ComplexMatrix {
  const word = (letters: Record<number, string>) => Array.from({ length: sites }, (_, k) => letters[k] ?? 'I').join('');
  const terms = Array.from({ length: sites }, (_, k) => [
    { word: word({ [k]: 'X', [(k + 1) % sites]: 'X' }), coefficient: -1 },
    { word: word({ [k]: 'Z' }), coefficient: -1 },
  ]).flat();
  return pauliSumMatrix({ qubits: sites, terms });
}

test('the exact free energy of rings is that of all levels, and long rings are like the infinite chain', () => {
  for (const sites of [3, 4, 6]) {
    for (const beta of [0.3, 1.7]) {
      const levels = hermitianEigenvalues(isingRing(sites));
      const Z = levels.reduce((sum, level) => sum + Math.exp(-beta * level), 0);
      expect(isingFreeEnergy(beta, sites)).toBeCloseTo(-Math.log(Z) / (sites * beta), 12);
    }
  }
  expect(isingFreeEnergy(1, 400)).toBeCloseTo(isingFreeEnergy(1), 12);
  expect(isingFreeEnergy(1e4)).toBeCloseTo(-4 / Math.PI, 7);
  expect(() => isingFreeEnergy(0)).toThrow('β > 0 required, got 0');
});

test('energy and entropy are those of the dense state of a ring of six sites', () => {
  const layer = ternaryLayer({ fine: [0, 1], coarse: [0, 1, 1] });
  const stream = randomStream(4, 'thermal');
  const theta = layerStart(layer, stream, { noise: 1 });
  const logarithms = [0.3, -0.5, 0.1];
  const x = Float64Array.from([...theta, ...logarithms]);
  const weights = logarithms.map(Math.exp);
  const p = weights.map((w) => w / weights.reduce((sum, other) => sum + other, 0));
  // The ring: two isometries, two disentanglers, and a purified site above each isometry.
  const [u, w] = ['u', 'w0'].map((id) => layer.unit.nodes.find((node) => node.id === id)!.tensor);
  const top = Array.from({ length: 9 }, (_, k) => (k % 4 === 0 ? Math.sqrt(p[k / 4]!) : 0)).flatMap((value) => [
    value,
    0,
  ]);
  const nodes: NetworkNode[] = [0, 1].flatMap((k): NetworkNode[] => [
    { id: `w${k}`, legs: [`l${k}`, `s${3 * k + 1}`, `r${k}`, `c${k}`], tensor: w! },
    { id: `u${k}`, legs: [`s${3 * k + 2}`, `s${(3 * k + 3) % 6}`, `r${k}`, `l${(k + 1) % 2}`], tensor: u! },
    { id: `t${k}`, legs: [`c${k}`, `e${k}`], tensor: { kind: 'constant', interleaved: top } },
  ]);
  const legs = nodes.flatMap((node) => node.legs);
  const ring: TensorNetwork = {
    kind: 'network',
    parameters: layer.unit.parameters,
    dimensions: Object.fromEntries(legs.map((leg) => [leg, /[ce]/.test(leg) ? 3 : 2])),
    nodes,
    boundary: [...Array.from({ length: 6 }, (_, k) => `s${k}`), 'e0', 'e1'],
    bulk: [],
    environment: [],
  };
  const psi = networkState(ring, theta).interleaved;
  const rho = { rows: 64, cols: 64, interleaved: new Float64Array(2 * 64 * 64) };
  for (let i = 0; i < 64; i++) {
    for (let j = 0; j < 64; j++) {
      for (let e = 0; e < 9; e++) {
        const at = 2 * (i * 64 + j);
        rho.interleaved[at] = rho.interleaved[at]! + psi[2 * (9 * i + e)]! * psi[2 * (9 * j + e)]!;
      }
    }
  }
  const energy = trace(multiply(rho, isingRing(6)))[0] / 6;
  const entropy = hermitianEigenvalues(rho).reduce((sum, q) => (q > 1e-14 ? sum - q * Math.log(q) : sum), 0) / 6;
  const beta = 0.7;
  const { value } = thermalFreeEnergy([layer], chainTerm(criticalIsing(), layer), beta)(x);
  expect(value).toBeCloseTo(energy - entropy / beta, 12);
});

test('the free energy has the gradient that differences give', () => {
  const layers = [ternaryLayer({ fine: [0, 1], coarse: [0, 1, 1] }), ternaryLayer({ fine: [0, 1, 1], coarse: [0, 1] })];
  const stream = randomStream(6, 'thermal');
  const tensors = layers.flatMap((layer) => [...layerStart(layer, stream, { noise: 0.5 })]);
  const x = Float64Array.from([...tensors, 0.4, -0.2]);
  const objective = thermalFreeEnergy(layers, chainTerm(criticalIsing(), layers[0]!), 1.3);
  const manifold = layerManifold(layers);
  const head = manifold.project(
    x.subarray(0, -2),
    x.subarray(0, -2).map(() => stream.normal()),
  );
  const along = Float64Array.from([...head, 0.7, -1.1]);
  const at = (step: number): number =>
    objective(
      Float64Array.from([
        ...manifold.retract(
          x.subarray(0, -2),
          head.map((value) => step * value),
        ),
        ...[0.4 + 0.7 * step, -0.2 - 1.1 * step],
      ]),
    ).value;
  const h = 1e-3 / length(along);
  const slope = (45 * (at(h) - at(-h)) - 9 * (at(2 * h) - at(-2 * h)) + at(3 * h) - at(-3 * h)) / (60 * h);
  expect(Math.abs(dot(objective(x).gradient, along) - slope)).toBeLessThan(1e-8 * length(along));
});

test.each([0.5, 2])(
  'at β = %d the network is above the exact free energy of the chain and of all its rings',
  (beta) => {
    for (const layers of [1, 2]) {
      const thermal = solution(thermalMera(criticalIsing(), { beta, layers, maxSteps: 40 }));
      expect(thermal.freeEnergy).toBeGreaterThan(isingFreeEnergy(beta));
      for (const top of [2, 3, 7])
        expect(thermal.freeEnergy).toBeGreaterThan(isingFreeEnergy(beta, top * thermal.sites));
      // Better than the maximally mixed top, which has no energy.
      expect(thermal.freeEnergy).toBeLessThan(-Math.log(4) / (beta * thermal.sites));
    }
  },
);

test('at β = 0 the top is maximally mixed, and all entropy is there', () => {
  const { entropy, sites, freeEnergy } = solution(thermalMera(criticalIsing(), { beta: 0, layers: 2, bond: 4 }));
  expect(sites).toBe(9);
  expect(entropy).toBeCloseTo(Math.log(4) / 9, 14);
  expect(freeEnergy).toBe(-Infinity);
});

test.each([
  ['ternary', [1, 3]],
  ['binary', [2, 4]],
  ['modified-binary', [2, 4]],
] as const)('beyond the horizon nothing is correlated: %s', (form, distances) => {
  const thermal = solution(thermalMera(criticalIsing(), { form, beta: 1, layers: 1, bond: 3, maxSteps: 20 }));
  const [flips, magnets] = ['X', 'Z'].map((word) =>
    thermalCorrelations(thermal, pauliSumMatrix({ qubits: 1, terms: [{ word, coefficient: 1 }] })),
  );
  expect(flips!.map(({ distance }) => distance)).toEqual(distances);
  expect(flips![0]!.value).toBeGreaterThan(0.05);
  expect(Math.abs(flips![1]!.value)).toBeLessThan(1e-12);
  // Of Z the square of its expectation value at each site of a kept place is left, in the state that comes down.
  const [{ unit, kept }] = thermal.layers as readonly [RenormalisationLayer];
  const squares = kept!.places.flatMap(({ fine, coarse }) => {
    const size = thermal.spectrum.length ** coarse.length;
    const top = new Float64Array(2 * size * size);
    for (let k = 0; k < size; k++) {
      top[2 * k * (size + 1)] = coarse.reduce((p, _, j) => p * thermal.spectrum[Math.floor(k / 3 ** j) % 3]!, 1);
    }
    const place = { fine, coarse, kinds: [0, 0] } as const;
    const { descend } = programsOf(unit, [place], [4 ** fine.length], [size * size]);
    const [interleaved] = run(descend, [top, ...tensorsOf(unit, thermal.x.subarray(0, unit.parameters))]);
    const rows = 2 ** fine.length;
    return fine.map((_, j) => {
      const { interleaved: one } = reducedDensityMatrix(
        { rows, cols: rows, interleaved: interleaved! },
        fine.map(() => 2),
        [j],
      );
      return (one[0]! - one[6]!) ** 2;
    });
  });
  expect(magnets![1]!.value).toBeCloseTo(squares.reduce((sum, x) => sum + x, 0) / squares.length, 12);
});

test('temperatures below 0 are named', () => {
  expect(() => solution(thermalMera(criticalIsing(), { beta: -1 }))).toThrow('β ≥ 0 required, got -1');
});

test('a Pauli sum of the user’s own is turned so that its parity is diagonal and its term real', () => {
  const ising: PauliSum = {
    qubits: 2,
    terms: [
      { word: 'ZZ', coefficient: -1 },
      { word: 'XI', coefficient: -1 },
    ],
  };
  const { symmetry, term } = pauliChain('own', ising);
  expect(symmetry).toEqual({ modulus: 2, charges: [0, 1] });
  expect(term.interleaved.every((value, k) => k % 2 === 0 || value === 0)).toBe(true);
  const same = hermitianEigenvalues(pauliSumMatrix(ising));
  hermitianEigenvalues(term).forEach((value, k) => {
    expect(value).toBeCloseTo(same[k]!, 12);
  });
  const none = pauliChain('none', { qubits: 1, terms: ['X', 'Y', 'Z'].map((word) => ({ word, coefficient: 1 })) });
  expect(none.symmetry).toBeUndefined();
});
