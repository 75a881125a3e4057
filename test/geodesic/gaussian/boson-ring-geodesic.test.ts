import { describe, expect, test } from 'vitest';
import { harmonicFrequencies, harmonicRing } from '../../../src/gaussian/boson-models.ts';
import { gaussianEvolution } from '../../../src/gaussian/evolution.ts';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { oscillatorComplexity } from '../../../src/gaussian/oscillator-complexity.ts';
import { quadraticHamiltonian } from '../../../src/gaussian/quadratic-hamiltonian.ts';
import { type BosonRingGenerator, bosonRingGeodesic } from '../../../src/geodesic/gaussian/boson-ring-geodesic.ts';
import { pairCondition } from '../../../src/geodesic/gaussian/pair-path.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, plus } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';

const sites = 6;
const reference = 1.5;
const frequencies = harmonicFrequencies([sites], { mass: 0.6 });
const squeezings = frequencies.slice(0, sites / 2 + 1).map((omega) => Math.log(reference / omega) / 2);
const circulant =
  (values: Float64Array) =>
  (i: number, j: number): number =>
    values[Math.min((i - j + sites) % sites, (j - i + sites) % sites)]!;

/** ½RᵀhR of a slice, for quadratures in which the reference has ω = 1. */
function hamiltonianOf({ squeezing, shear, rotation }: BosonRingGenerator) {
  const [g, u, z] = [circulant(squeezing), circulant(shear), circulant(rotation)];
  const size = 2 * sites;
  const data = new Float64Array(size * size);
  for (let i = 0; i < sites; i++) {
    for (let j = 0; j < sites; j++) {
      data[i * size + j] = z(i, j) - u(i, j);
      data[(sites + i) * size + sites + j] = z(i, j) + u(i, j);
      data[i * size + sites + j] = g(i, j);
      data[(sites + i) * size + j] = g(i, j);
    }
  }
  return quadraticHamiltonian('boson', { rows: size, cols: size, data });
}

describe('a ring of oscillators', () => {
  test('with all ranges and equal weights has the length √(Σr²), and with weights that of the straight path', () => {
    const search = { starts: 1, slices: 2, doubled: false };
    const all = solution(bosonRingGeodesic({ weights: [1, 1, 1, 1] }, squeezings, search)).value;
    const { modes, normalModes } = oscillatorComplexity(frequencies, {
      reference,
      sides: [sites],
      weights: ([r]) => 1 + Math.abs(r!),
    });
    expect(all.length).toBeCloseTo(normalModes.f2, 10);
    expect(all.lowerBound).toBeCloseTo(normalModes.f2, 12);
    const weighted = solution(bosonRingGeodesic({ weights: [1, 2, 3, 4] }, squeezings, search)).value;
    expect(weighted.residual).toBeLessThan(1e-10);
    expect(weighted.length).toBeLessThan(modes!.f2 * (1 + 1e-9));
  });

  test('with words of neighbours only is reached by its Hamiltonians, and is longer', () => {
    const { value, result } = solution(
      bosonRingGeodesic({ weights: [1, 1] }, squeezings, { starts: 2, slices: 10, doubled: false }),
    );
    expect(result).toBe('converged');
    expect(value.length).toBeGreaterThan(1.02 * value.lowerBound);
    const vacuum = gaussianVacuum('boson', sites);
    const end = value.generators.reduce(
      (state, generator) => gaussianEvolution(hamiltonianOf(generator), state, 1 / value.slices),
      vacuum,
    );
    const { state } = gaussianGroundState(harmonicRing(sites, { mass: 0.6 }));
    const scaled = state.covariance.data.map((v, i) => {
      const isX = [Math.floor(i / (2 * sites)), i % (2 * sites)].map((index) => index < sites);
      return v * (isX[0] === isX[1] ? (isX[0] ? reference : 1 / reference) : 1);
    });
    scaled.forEach((v, i) => {
      expect(Math.abs(end.covariance.data[i]! - v)).toBeLessThan(10 * value.residual + 1e-10);
    });
    const square = value.generators.reduce((sum, { squeezing, shear, rotation }) => {
      const parts = [squeezing, shear, rotation].map((h) => h[0]! ** 2 + 2 * h[1]! ** 2);
      return sum + (sites * (parts[0]! + parts[1]! + parts[2]!)) / value.slices;
    }, 0);
    expect(Math.sqrt(square)).toBeCloseTo(value.length, 10);
  });

  test('has paths with the derivatives that differences show, in both modes', () => {
    const stream = randomStream(6, 'hyperboloids');
    const target = Float64Array.from(
      [0, 0.5, -1].flatMap((r) => [Math.sinh(r) * 0.6, Math.sinh(r) * 0.8, Math.cosh(r)]),
    );
    const controls = [0, 1, 2, 2].map((axis, a) => ({
      letter: 'g' as const,
      range: a,
      axis,
      profile: Float64Array.from([1, 0.3 * a, 0.5 - a]),
      cost: 1 + a,
    }));
    const path = pairCondition({
      controls,
      target,
      slices: 3,
      signature: -1,
      multiplicities: Float64Array.of(1, 2, 1),
    });
    const x = Float64Array.from({ length: 12 }, () => 0.6 * stream.normal());
    const { miss, pushforward, pullback } = path.condition(x);
    const direction = x.map(() => stream.normal());
    const cotangent = miss.map(() => stream.normal());
    const along = (t: number): number => dot(cotangent, path.condition(plus(x, t, direction)).miss);
    const exact = dot(cotangent, pushforward(direction));
    expect((along(1e-5) - along(-1e-5)) / 2e-5).toBeCloseTo(exact, 8);
    expect(dot(direction, pullback(cotangent))).toBeCloseTo(exact, 12);
  });

  test('of a thousand sites has √(Σr²) by momenta, for the ground state of a massive field', () => {
    const many = harmonicFrequencies([1000], { mass: 0.1 });
    const squares = many.reduce((sum, omega) => sum + (Math.log(2 / omega) / 2) ** 2, 0);
    const { modes } = oscillatorComplexity(many, { reference: 2, sides: [1000], weights: () => 1 });
    expect(Math.abs(modes!.f2 / Math.sqrt(squares) - 1)).toBeLessThan(1e-12);
  });

  test('is refused what it cannot search for', () => {
    expect(() => bosonRingGeodesic({ weights: [1, 1] }, [1]).next()).toThrow('two squeezings or more required, got 1');
    expect(() => bosonRingGeodesic({ weights: [1, 1] }, [1, NaN]).next()).toThrow('finite squeezings required');
  });
});
