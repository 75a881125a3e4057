import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { groundState } from '../../../datasets/ground-state.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { controlFlow, spaceSpeedAt } from '../../../src/geodesic/sector/control-flow.ts';
import { descentStarts } from '../../../src/geodesic/sector/descent-starts.ts';
import { ringOrbits } from '../../../src/geodesic/sector/ring-orbits.ts';
import { type RingOptions, type RingSector, ringSector } from '../../../src/geodesic/sector/ring-sector.ts';
import { ringAmplitudes, ringPath, ringState } from '../../../src/geodesic/sector/ring-state.ts';
import { secondVariation } from '../../../src/geodesic/sector/second-variation.ts';
import { sectorGeodesic } from '../../../src/geodesic/sector/sector-geodesic.ts';
import { sectorVelocity } from '../../../src/geodesic/sector/sector-words.ts';
import { wordControlSpace } from '../../../src/geodesic/state/control-space.ts';
import { wordGenerators } from '../../../src/geodesic/state/generators.ts';
import { type StatePoint, speedAt, stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { length, plus } from '../../../src/linalg/real-vector.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { ring } from '../../../src/operator/lattice.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { pathFrom } from '../../../src/path/given-path.ts';
import { runPath } from '../../../src/path/state-path.ts';

const SLICES = 6;
const neighbours = (n: number, weights: Partial<PenaltyMetric> = {}): PenaltyMetric => ({
  maxSize: 2,
  maxRange: 1,
  lattice: ring(n),
  penalty: Infinity,
  ...weights,
});
const infidelity = (target: ComplexVector, end: Float64Array): number => {
  const [re, im] = innerProduct(target, { length: target.length, interleaved: end });
  return 1 - re * re - im * im;
};
const basisVector = (dimension: number, at: number): ComplexVector => {
  return {
    length: dimension,
    interleaved: Float64Array.from({ length: 2 * dimension }, (_, i) => (i === 2 * at ? 1 : 0)),
  };
};
const divisors = (n: number) => Array.from({ length: n }, (_, k) => k + 1).filter((d) => n % d === 0);
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
/** Euler's totient. */
const coprime = (d: number) => Array.from({ length: d }, (_, k) => k + 1).filter((k) => gcd(k, d) === 1).length;
/** Burnside: (1/n)Σ_{d|n} φ(d)2^{n/d}. */
const necklaces = (n: number) => divisors(n).reduce((sum, d) => sum + coprime(d) * 2 ** (n / d), 0) / n;
/** With the reflections: half of that, and 2^{(n+1)/2}/2 for odd n, 3·2^{n/2}/4 for even n. */
const bracelets = (n: number) => necklaces(n) / 2 + (n % 2 === 1 ? 2 ** ((n + 1) / 2) / 2 : (3 * 2 ** (n / 2)) / 4);

describe('the sector of a ring', () => {
  test('has as many states as there are necklaces, or bracelets with the reflection', () => {
    for (let n = 2; n <= 14; n++) {
      const states = (reflection: boolean) => ringOrbits({ qubits: n, cell: 1, reflection }).representatives.length;
      expect([states(false), states(true)]).toEqual([necklaces(n), bracelets(n)]);
    }
    expect(ringSector({ maxSize: 1, penalty: Infinity }, 14, { reflection: true }).dimension).toBe(687);
    expect([necklaces(6), bracelets(6)]).toEqual([14, 13]);
    // Cells of two sites: necklaces of four colours, (4³ + 2·4)/3 for three cells; a cell of the whole ring: all states.
    expect(ringSector({ maxSize: 1, penalty: Infinity }, 6, { cell: 2 }).dimension).toBe(24);
    expect(ringSector({ maxSize: 1, penalty: Infinity }, 6, { cell: 6 }).dimension).toBe(64);
  });

  test('has 12 controls of neighbours, 9 with the reflection, 3 that keep states real, and weighs orbits by their words', () => {
    const controls = (options: RingOptions) => ringSector(neighbours(5), 5, options);
    expect(controls({}).inverseWeights).toHaveLength(12);
    expect(controls({ reflection: true }).inverseWeights).toHaveLength(9);
    expect(controls({ reflection: true, real: true }).inverseWeights).toHaveLength(3); // Y, XY, YZ
    expect(controls({ reflection: true, parity: true }).inverseWeights).toHaveLength(5); // Z; XX, XY, YY, ZZ
    const { inverseWeights } = ringSector(neighbours(5, { sizeWeights: [1, 10] }), 5, { reflection: true });
    expect(inverseWeights.reduce((sum, inverse) => sum + 1 / inverse, 0)).toBeCloseTo(15 + 450, 9);
  });

  const weights = neighbours(4, { sizeWeights: [1.3, 0.7] });
  test.each<[n: number, metric: PenaltyMetric, options: RingOptions]>([
    [4, weights, {}],
    [4, weights, { reflection: true }],
    [4, weights, { cell: 2, reflection: true }],
    [4, { penalty: 3, maxSize: 2, maxRange: 1, lattice: ring(4) }, { reflection: true }], // all words
    [4, { penalty: Infinity, words: { XYII: 2, IXYI: 2, IIXY: 2, YIIX: 2, ZIII: 1, IZII: 1, IIZI: 1, IIIZ: 1 } }, {}],
    [5, neighbours(5, { sizeWeights: [1.3, 0.7] }), { reflection: true }],
  ])('of %i qubits flows as 2ⁿ amplitudes do (case %#)', (n, metric, options) => {
    const sector = ringSector(metric, n, options);
    const random = (name: string) => randomVector(sector.dimension, randomStream(1, name)).interleaved;
    const point = { state: random('state'), costate: random('costate') };
    const embedded = (components: Float64Array) => ringAmplitudes(sector, components);
    const full = { state: embedded(point.state), costate: embedded(point.costate) };
    expect(length(full.state)).toBeCloseTo(1, 12);
    const all = wordGenerators(controlWords(metric, n));
    expect(spaceSpeedAt(sector, point)).toBeCloseTo(speedAt(all, full), 12);
    const end = controlFlow(sector, point, 8, 0.5).points.at(-1)!;
    const there = stateFlow(all, full, 8, 0.5).points.at(-1)!;
    expect(length(plus(embedded(end.state), -1, there.state))).toBeLessThan(1e-13);
    expect(length(plus(embedded(end.costate), -1, there.costate))).toBeLessThan(1e-13);
    const back = ringState(sector, { length: 2 ** n, interleaved: full.state }).interleaved;
    expect(length(plus(back, -1, point.state))).toBeLessThan(1e-14);
  });

  test('names what lacks its symmetry, and sizes that it does not take', () => {
    const open = { maxSize: 2, maxRange: 1, penalty: Infinity };
    expect(() => ringSector(open, 4)).toThrow(
      'a metric unchanged by translations required, got weight 1 for IIXX and Infinity for XIIX',
    );
    const chiral = { penalty: Infinity, words: { XYI: 1, IXY: 1, YIX: 1 } };
    expect(ringSector(chiral, 3).words).toEqual([['XYI', 'IXY', 'YIX']]);
    expect(() => ringSector(chiral, 3, { reflection: true })).toThrow('unchanged by the reflection');
    const sector = ringSector(neighbours(4), 4, { reflection: true });
    expect(() => ringState(sector, basisVector(16, 1))).toThrow('a state unchanged by translations required');
    expect(() => ringState(sector, basisVector(8, 0))).toThrow('16 amplitudes required, got 8');
    const turned = randomVector(14, randomStream(2, 'chiral'));
    const wide = ringSector(neighbours(6), 6);
    const psi = { length: 64, interleaved: ringAmplitudes(wide, turned.interleaved) };
    expect(() => ringState(ringSector(neighbours(6), 6, { reflection: true }), psi)).toThrow(
      /^ringState: a state unchanged by the reflection required/,
    );
    expect(() => ringSector(neighbours(15), 15)).toThrow('2 to 14 qubits required, got 15');
    expect(() => ringSector(neighbours(6), 6, { cell: 4 })).toThrow('divides 6 required, got 4');
    expect(() => ringSector({ maxSize: 3, penalty: Infinity }, 13)).toThrow('controlWords: at most 8192 words');
    expect(() => ringSector({ maxSize: 3, penalty: Infinity }, 11, { cell: 11 })).toThrow('words times basis states');
    expect(() => ringSector({ penalty: Infinity, maxSize: 1 }, 3, { cell: 3, real: true, parity: true })).toThrow(
      'a metric with controls required',
    );
  });
});

describe('a geodesic of a ring', () => {
  const found = (sector: RingSector, psi: ComplexVector) =>
    solution(sectorGeodesic(sector, ringState(sector, psi), { starts: 1, slices: SLICES, polished: 1 })).value;
  const ising = groundState(transverseFieldIsing(ring(4))).amplitudes;

  test('to critical Ising of four, carried over to 2ⁿ amplitudes, is a geodesic that ends there, and so do its slices', () => {
    const sector = ringSector(neighbours(4), 4, { reflection: true });
    const value = found(sector, ising);
    expect(value.residual).toBeLessThan(1e-10);
    const all = controlWords(neighbours(4), 4);
    const state = ringAmplitudes(sector, value.start.state);
    const costate = ringAmplitudes(sector, value.start.costate);
    expect(speedAt(wordGenerators(all), { state, costate })).toBeCloseTo(value.length, 10);
    const end = stateFlow(wordGenerators(all), { state, costate }, 64).points.at(-1)!.state;
    expect(infidelity(ising, end)).toBeLessThan(1e-9);
    const given = ringPath(sector, sectorVelocity(sector, value.sliced[0]!));
    const amplitudeWeights = new Float64Array(16).fill(1);
    const problem = { controls: all, from: ising, to: basisVector(16, 0), slices: SLICES, amplitudeWeights };
    const reached = runPath(problem, pathFrom(problem, given)).end; // run backwards from the target
    expect(infidelity(basisVector(16, 0), reached.interleaved)).toBeLessThan(1e-9);
  });

  test('to critical Ising of four is a saddle among all paths, left along its negative mode to cells of two, a minimum', () => {
    const [one, two] = [1, 2].map((cell) => ringSector(neighbours(4), 4, { cell, reflection: true }));
    const full = wordControlSpace(wordGenerators(controlWords(neighbours(4), 4)));
    const embedded = (sector: RingSector, { state, costate }: StatePoint): StatePoint => {
      return { state: ringAmplitudes(sector, state), costate: ringAmplitudes(sector, costate) };
    };
    const saddle = embedded(one!, found(one!, ising).start);
    expect(secondVariation(full, saddle, 6).negative).toBe(1);
    const inCells = (interleaved: Float64Array) => ringState(two!, { length: 16, interleaved }).interleaved;
    const moved = { state: inCells(saddle.state), costate: inCells(saddle.costate) };
    expect(secondVariation(two!, moved, 6).negative).toBe(1);
    const also = descentStarts(two!, moved, SLICES, 1);
    const options = { starts: 0, also, slices: SLICES, polished: 1 };
    const { value } = solution(sectorGeodesic(two!, ringState(two!, ising), options));
    expect(value.length).toBeCloseTo(1.276135, 6);
    expect(secondVariation(full, embedded(two!, value.start), 6).negative).toBe(0);
  });

  test('to GHZ₃ is the shortest of all paths, as all pairs of three qubits are neighbours', () => {
    expect(found(ringSector(neighbours(3), 3), ghz(3).amplitudes).length).toBeCloseTo(1.211878, 6);
  });
});
