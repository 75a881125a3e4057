import { describe, expect, test } from 'vitest';
import { parametrised } from '../../src/circuit/circuit.ts';
import { estimationBounds } from '../../src/estimation/cramer-rao.ts';
import type { DensityTangent } from '../../src/estimation/density-tangent.ts';
import { type HolevoBound, type HolevoOptions, holevoBound } from '../../src/estimation/holevo-bound.ts';
import { monotoneMetric } from '../../src/estimation/monotone-metrics.ts';
import { symmetricLogarithmicDerivative } from '../../src/estimation/symmetric-logarithmic-derivative.ts';
import { densityTangent } from '../../src/fisher/density-tangent.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import {
  addScaledMatrix,
  adjoint,
  complexOf,
  diagonalMatrix,
  frobeniusNorm,
  multiply,
  type RealMatrix,
  realPart,
  scaledMatrix,
  trace,
} from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { solve } from '../../src/linalg/solve.ts';

const PAULIS: readonly ComplexMatrix[] = [
  complexMatrix([
    [0, 1],
    [1, 0],
  ]),
  complexMatrix(
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, -1],
      [1, 0],
    ],
  ),
  diagonalMatrix([1, -1]),
];
const drawn = (seed: number) => randomStream(seed, 'estimation models').normal;
const hermitian = (size: number, normal: () => number): ComplexMatrix => {
  const a = { rows: size, cols: size, interleaved: Float64Array.from({ length: 2 * size * size }, normal) };
  return scaledMatrix([1 / 2, 0], addScaledMatrix(a, [1, 0], adjoint(a)));
};
const traceless = (a: ComplexMatrix): ComplexMatrix =>
  addScaledMatrix(a, [-trace(a)[0] / a.rows, 0], identityMatrix(a.rows));
const positive = (size: number, normal: () => number): RealMatrix => {
  const a = { rows: size, cols: size, interleaved: new Float64Array(2 * size * size) };
  for (let k = 0; k < size * size; k++) a.interleaved[2 * k] = normal();
  return realPart(addScaledMatrix(multiply(a, a, { adjointB: true }), [0.1, 0], identityMatrix(size)));
};
/** A random state of full rank and random derivatives. */
const mixedModel = (size: number, parameters: number, seed: number): DensityTangent => {
  const normal = drawn(seed);
  const a = { rows: size, cols: size, interleaved: Float64Array.from({ length: 2 * size * size }, normal) };
  const square = addScaledMatrix(multiply(a, a, { adjointB: true }), [0.1, 0], identityMatrix(size));
  return {
    rho: scaledMatrix([1 / trace(square)[0], 0], square),
    derivatives: Array.from({ length: parameters }, () => scaledMatrix([0.2, 0], traceless(hermitian(size, normal)))),
  };
};
/** ρ = (1 + r·σ)/2 and its derivatives along vectors in R³. */
const blochModel = (r: readonly number[], directions: readonly (readonly number[])[]): DensityTangent => {
  const along = (v: readonly number[]) =>
    v.reduce((sum, x, k) => addScaledMatrix(sum, [x / 2, 0], PAULIS[k]!), zeroMatrix(2, 2));
  return { rho: addScaledMatrix(along(r), [1 / 2, 0], identityMatrix(2)), derivatives: directions.map(along) };
};

const ends = ({ value, result }: ReturnType<typeof holevoBound>): HolevoBound => {
  expect(result).toBe('converged');
  expect(value.bound - value.atLeast).toBeLessThanOrEqual(1e-9 * value.bound);
  expect(value.atLeast).toBeLessThanOrEqual(value.bound);
  return value;
};
const bound = (tangent: DensityTangent, options: HolevoOptions = {}) => ends(holevoBound(tangent, options)).bound;

/** Tr Re Z + ‖Im Z‖₁ of operators, with a trace norm from singular values of the commutators: an own computation. */
const errorOf = ({ rho }: DensityTangent, operators: readonly ComplexMatrix[]): number => {
  const P = operators.length;
  const Z = operators.map((a) => operators.map((b) => trace(multiply(multiply(rho, a), b))));
  const N = zeroMatrix(P, P);
  Z.forEach((row, i) => {
    row.forEach(([, im], j) => {
      N.interleaved[2 * (i * P + j)] = im;
    });
  });
  const squares = hermitianEigenvalues(multiply(N, N, { adjointA: true }));
  return (
    squares.reduce((sum, x) => sum + Math.sqrt(Math.max(0, x)), 0) + Z.reduce((sum, row, i) => sum + row[i]![0], 0)
  );
};

describe('the Holevo bound', () => {
  test.each([
    [2, 2, 1],
    [2, 3, 2],
    [3, 4, 3],
    [4, 6, 4],
    [6, 8, 5],
  ])('is proved on both sides for states of dimension %i with %i parameters', (size, parameters, seed) => {
    const tangent = mixedModel(size, parameters, seed);
    const weight = positive(parameters, drawn(seed + 50));
    const { bound: value, atLeast, operators } = ends(holevoBound(tangent, { weight }));
    // Primal: the operators obey the constraints, and have this value.
    const root = hermitianEigen(complexOf(weight));
    const half = multiply(multiply(root.vectors, diagonalMatrix(root.values.map(Math.sqrt))), root.vectors, {
      adjointB: true,
    });
    tangent.derivatives.forEach((derivative, i) => {
      operators.forEach((operator, k) => {
        expect(frobeniusNorm(addScaledMatrix(operator, [-1, 0], adjoint(operator)))).toBeLessThan(1e-8);
        const [re] = trace(multiply(derivative, operator));
        expect(re).toBeCloseTo(half.interleaved[2 * (i * parameters + k)]!, 8);
      });
    });
    expect(errorOf(tangent, operators) / value).toBeCloseTo(1, 9);
    // No other operators do better: the dual value is a lower bound.
    const limits = estimationBounds(tangent, weight);
    expect(atLeast).toBeGreaterThan(limits.holevoAtLeast * (1 - 1e-9));
    expect(value).toBeLessThan(limits.holevoAtMost * (1 + 1e-9));
  });

  test('is not undercut by any change of its operators that keeps the constraints', () => {
    const tangent = mixedModel(3, 3, 7);
    const { bound: value, operators } = ends(holevoBound(tangent));
    const normal = drawn(8);
    for (let trial = 0; trial < 40; trial++) {
      const moved = operators.map((operator) => {
        // A random Hermitian operator, orthogonal to all derivatives.
        const table = tangent.derivatives.map((a) => tangent.derivatives.map((b) => trace(multiply(a, b))[0]));
        const random = hermitian(3, normal);
        const inverse = solve(complexMatrix(table), {
          rows: 3,
          cols: 1,
          interleaved: Float64Array.from(tangent.derivatives.flatMap((a) => [trace(multiply(a, random))[0], 0])),
        });
        const free = tangent.derivatives.reduce(
          (sum, a, k) => addScaledMatrix(sum, [-inverse.interleaved[2 * k]!, 0], a),
          random,
        );
        return addScaledMatrix(operator, [10 ** -(trial % 4), 0], free);
      });
      expect(errorOf(tangent, moved)).toBeGreaterThan(value * (1 - 1e-9));
    }
  });

  test.each([0.05, 0.4, 0.9, 0.999])('of the full Bloch ball at radius %d is 3 − r² + 2r', (r) => {
    const axes = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(bound(blochModel([0.48 * r, 0.6 * r, 0.64 * r], axes))).toBeCloseTo(3 - r * r + 2 * r, 7);
  });

  test('of compatible parameters is that of the symmetric logarithmic derivative', () => {
    // Two qubits, each with a parameter of its own; and a classical family.
    const gates = ['XI', 'IY'].map((word, parameter) => ({ word, angle: { parameter } }));
    const reference = { spectrum: [0.5, 0.25, 0.2, 0.05] };
    const product = { kind: 'circuit', qubits: 2, parameters: 2, gates, reference } as const;
    const classical = {
      rho: diagonalMatrix([0.5, 0.3, 0.2]),
      derivatives: [diagonalMatrix([0.1, 0.2, -0.3]), diagonalMatrix([0.3, -0.1, -0.2])],
    };
    for (const tangent of [densityTangent(product, Float64Array.of(0.4, 1.1)), classical]) {
      const { symmetric, incompatibility } = estimationBounds(tangent);
      expect(incompatibility).toBeLessThan(1e-10);
      expect(bound(tangent)).toBeCloseTo(symmetric, 9);
    }
  });

  test('of one parameter is 1/F', () => {
    const tangent = mixedModel(4, 1, 11);
    expect(bound(tangent)).toBeCloseTo(1 / monotoneMetric(tangent, 'SLD').data[0]!, 9);
  });

  test.each([1, 2, 3, 4, 5, 6])('of one qubit and two parameters is Suzuki’s formula, model %i', (seed) => {
    const normal = drawn(20 + seed);
    const draw = () => [normal(), normal(), normal()];
    const length = [0.2, 0.5, 0.7, 0.9, 0.97, 0.99][seed - 1]!;
    const raw = draw();
    const r = raw.map((x) => (length * x) / Math.hypot(...raw));
    const tangent = blochModel(r, [draw(), draw()]);
    const weight = positive(2, normal);
    const { symmetric, right } = estimationBounds(tangent, weight);
    // C_Z = Tr W Re Z + ‖√W Im Z √W‖₁ with Z of the dual symmetric logarithmic derivatives.
    const unit = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
    const [a, b] = unit.map((direction) => symmetricLogarithmicDerivative(tangent, direction));
    const F = monotoneMetric(tangent, 'SLD').data;
    const determinant = F[0]! * F[3]! - F[1]! * F[2]!;
    const twist = trace(multiply(multiply(tangent.rho, a!), b!))[1] / determinant;
    const W = weight.data;
    const sum = symmetric + 2 * Math.sqrt(W[0]! * W[3]! - W[1]! * W[2]!) * Math.abs(twist);
    const excess = (sum + symmetric) / 2 - right!;
    const suzuki = excess <= 0 ? right! : right! + excess ** 2 / (sum - right!);
    expect(bound(tangent, { weight })).toBeCloseTo(suzuki, 7);
  });

  test('of pure states and two parameters, weighted by F, is 4/(1 + √(1 − β²))', () => {
    const theta = Float64Array.of(0.7, 0.3, -0.4, 1.2);
    const words = ['YI', 'ZY', 'XZ', 'IX'];
    for (const [first, second] of [
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 3],
    ] as const) {
      const circuit = parametrised(2, words);
      const all = densityTangent(circuit, theta);
      const tangent = { rho: all.rho, derivatives: [all.derivatives[first]!, all.derivatives[second]!] };
      const { incompatibility } = estimationBounds(tangent);
      const value = bound(tangent, { weight: monotoneMetric(tangent, 'SLD') });
      expect(value).toBeCloseTo(4 / (1 + Math.sqrt(1 - Math.min(1, incompatibility) ** 2)), 6);
    }
  });

  test('of coherent pure states is twice that of the symmetric logarithmic derivative', () => {
    const tangent = densityTangent(parametrised(1, ['Y', 'Z']), Float64Array.of(1.1, 0.4));
    const { symmetric } = estimationBounds(tangent);
    expect(symmetric).toBeCloseTo(1 + Math.sin(1.1) ** -2, 9);
    // C_R of the sphere: (1/√F₁ + 1/√F₂)².
    expect(bound(tangent)).toBeCloseTo((1 + 1 / Math.sin(1.1)) ** 2, 7);
    expect(bound(tangent, { weight: monotoneMetric(tangent, 'SLD') })).toBeCloseTo(4, 7);
  });

  test('ignores the precision of parameters without weight, but not their presence', () => {
    const tangent = mixedModel(3, 3, 13);
    const nuisance = { rows: 3, cols: 3, data: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0) };
    const F = complexOf(monotoneMetric(tangent, 'SLD'));
    const alone = solve(F, identityMatrix(3)).interleaved[0]!;
    expect(bound(tangent, { weight: nuisance })).toBeCloseTo(alone, 7); // one parameter of interest: no conflict
    expect(bound(tangent, { weight: nuisance })).toBeGreaterThan(1 / F.interleaved[0]!);
  });

  test('refuses what cannot be estimated, and weights that are no weights', () => {
    const tangent = mixedModel(2, 2, 17);
    const twice = { ...tangent, derivatives: [tangent.derivatives[0]!, tangent.derivatives[0]!] };
    expect(() => holevoBound(twice)).toThrow(/independent parameters required/);
    const weight = { rows: 2, cols: 2, data: Float64Array.of(1, 0, 0, -1) };
    expect(() => holevoBound(tangent, { weight })).toThrow(/positive semidefinite weight/);
  });
});
