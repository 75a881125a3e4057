import { expect, test } from 'vitest';
import {
  chargedOperator,
  type MatrixProductOperator,
  matrixProductOperator,
  reachesBeyondNeighbours,
} from '../../src/chain/matrix-product-operator.ts';
import { contract, contractionPlan } from '../../src/contraction/contract.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { kronecker } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { checkOperatorSum, type OperatorSum, operatorSumOfPauli } from '../../src/operator/operator-sum.ts';
import { place } from '../../src/operator/pauli.ts';
import { type PauliSum, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { heisenbergSpins, hubbard, spinCharges, spinOperators } from '../../src/operator/spin-models.ts';

/** The operator as a dense matrix: all outputs, then all inputs. */
function dense(operator: MatrixProductOperator): Float64Array {
  const legs = operator.map((_, k) => [`b${k}`, `out${k}`, `in${k}`, `b${k + 1}`]);
  const dimensions = Object.fromEntries(
    operator.flatMap(({ shape }, k) => legs[k]!.map((leg, axis) => [leg, shape[axis]!])),
  );
  const n = operator.length;
  const output = ['b0', ...legs.map((own) => own[1]!), ...legs.map((own) => own[2]!), `b${n}`];
  return contract(contractionPlan(legs, dimensions, output), operator).value.interleaved;
}

const bondOf = (operator: MatrixProductOperator): number => Math.max(...operator.map(({ shape }) => shape[0]!));
const same = (a: Float64Array, b: Float64Array): void => {
  expect(a.length).toBe(b.length);
  const error = a.reduce((most, x, k) => Math.max(most, Math.abs(x - b[k]!)), 0);
  expect(error).toBeLessThan(1e-11);
};

/** Σ_{i<j} c(i, j) Z_i Z_j. */
const pairs = (n: number, c: (i: number, j: number) => number): PauliSum => ({
  qubits: n,
  terms: Array.from({ length: n * n }, (_, at) => [Math.floor(at / n), at % n] as const)
    .filter(([i, j]) => i < j)
    .map(([i, j]) => ({ word: place(n, { [i]: 'Z', [j]: 'Z' }), coefficient: c(i, j) })),
});

test('an interaction that decays exponentially takes three channels, any pair interaction n/2 + 2', () => {
  const decaying = matrixProductOperator(pairs(20, (i, j) => 0.5 ** (j - i)));
  expect(bondOf(decaying)).toBe(3);
  const stream = randomStream(1, 'test');
  expect(bondOf(matrixProductOperator(pairs(20, () => stream.normal())))).toBe(12);
  const six = pairs(6, (i, j) => 0.5 ** (j - i));
  same(dense(matrixProductOperator(six)), pauliSumMatrix(six).interleaved);
});

test('a power law is compressed; what is dropped is as small as was asked for', () => {
  const law = pairs(8, (i, j) => (j - i) ** -3);
  const [fine, coarse] = [1e-13, 1e-4].map((tolerance) => matrixProductOperator(law, { tolerance }));
  const exact = pauliSumMatrix(law).interleaved;
  same(dense(fine!), exact);
  expect(bondOf(coarse!)).toBeLessThan(bondOf(fine!));
  const error = dense(coarse!).reduce((most, x, k) => Math.max(most, Math.abs(x - exact[k]!)), 0);
  expect(error).toBeGreaterThan(1e-7);
  expect(error).toBeLessThan(1e-2);
});

test('random words of all lengths, with as many channels as the rank of their coefficients', () => {
  const stream = randomStream(2, 'test');
  const words = Array.from({ length: 60 }, () =>
    Array.from({ length: 5 }, () => 'IXYZ'[Math.floor(4 * stream.uniform())]).join(''),
  );
  const sum = { qubits: 5, terms: words.map((word) => ({ word, coefficient: stream.normal() })) };
  const operator = matrixProductOperator(sum);
  same(dense(operator), pauliSumMatrix(sum).interleaved);
  expect(bondOf(operator)).toBeLessThanOrEqual(18); // 4² letters on two sites, and the two ends
});

/** Σ c Π M as Kronecker products. */
function matrixOf({ dimensions, terms }: OperatorSum): Float64Array {
  const one = (d: number): ComplexMatrix => ({
    rows: d,
    cols: d,
    interleaved: Float64Array.from({ length: 2 * d * d }, (_, k) => Number(k % (2 * d + 2) === 0)),
  });
  const size = dimensions.reduce((product, d) => product * d, 1);
  const total = new Float64Array(2 * size * size);
  for (const { coefficient, factors } of terms) {
    const product = dimensions
      .map((d, site) => factors.find((factor) => factor.site === site)?.matrix ?? one(d))
      .reduce(kronecker);
    product.interleaved.forEach((x, k) => {
      total[k] = total[k]! + coefficient * x;
    });
  }
  return total;
}

test('spins 1 and 3/2, mixed sites, complex matrices: the operator is the sum of its products', () => {
  const spins = heisenbergSpins(chain(4), { biquadratic: 0.4, uniaxial: 0.3, field: 0.2, anisotropy: 0.7 });
  same(dense(matrixProductOperator(spins)), matrixOf(spins));
  const long = heisenbergSpins(chain(3), { spin: 1.5 });
  same(dense(matrixProductOperator(long)), matrixOf(long));
  expect(bondOf(matrixProductOperator(long))).toBe(5);
  const [half, whole] = [spinOperators(0.5), spinOperators(1)];
  const mixed: OperatorSum = {
    dimensions: [2, 3, 2],
    terms: [
      {
        coefficient: 1.5,
        factors: [
          { site: 2, matrix: half.y },
          { site: 1, matrix: whole.y },
        ],
      },
      {
        coefficient: -0.5,
        factors: [
          { site: 0, matrix: half.x },
          { site: 2, matrix: half.z },
        ],
      },
      { coefficient: 0.3, factors: [] },
    ],
  };
  same(dense(matrixProductOperator(mixed)), matrixOf(mixed));
});

test('with charges the operator is the same, and its blocks are those of the charges', () => {
  const sum = xxz(chain(5), { anisotropy: 0.7, field: 0.3 });
  const { tensors, bondCharges } = chargedOperator(sum, new Array(5).fill([0, 1]));
  same(dense(tensors), pauliSumMatrix(sum).interleaved);
  expect([...bondCharges[2]!].sort()).toEqual([-1, 0, 0, 0, 1]);
  const spins = heisenbergSpins(chain(3));
  same(dense(chargedOperator(spins, spinCharges(3, 1)).tensors), matrixOf(spins));
  expect(() => chargedOperator(transverseFieldIsing(chain(4)), new Array(4).fill([0, 1]))).toThrow(
    /terms that conserve the charge required, got one on sites 0 that changes it by/,
  );
});

test('an operator that is not Hermitian, a matrix that does not fit and a bond that explodes are refused', () => {
  const lowering = { rows: 2, cols: 2, interleaved: Float64Array.of(0, 0, 1, 0, 0, 0, 0, 0) };
  const term = { coefficient: 1, factors: [{ site: 0, matrix: lowering }] };
  expect(() => matrixProductOperator({ dimensions: [2, 2], terms: [term] })).toThrow(/H = H† required/);
  const raising = { rows: 2, cols: 2, interleaved: Float64Array.of(0, 0, 0, 0, 1, 0, 0, 0) };
  const both = [term, { coefficient: 1, factors: [{ site: 0, matrix: raising }] }];
  expect(matrixProductOperator({ dimensions: [2, 2], terms: both }).length).toBe(2);
  expect(() => checkOperatorSum({ dimensions: [3], terms: [term] })).toThrow(/a matrix 3×3 at site 0 required/);
  const twice = { coefficient: 1, factors: [term.factors[0]!, term.factors[0]!] };
  expect(() => checkOperatorSum({ dimensions: [2], terms: [twice] })).toThrow(/different sites of 0 … 0 required/);
  expect(() => matrixProductOperator(xxz(chain(6)), { mostBond: 4 })).toThrow(/at most 4 required, got 5 after site 0/);
});

test('a Pauli sum is the operator sum of its letters', () => {
  const sum = xxz(chain(3), { field: 0.4 });
  same(matrixOf(operatorSumOfPauli(sum)), pauliSumMatrix(sum).interleaved);
});

test('a spin obeys its algebra: S·S = S(S + 1), [S_x, S_y] = i·S_z', () => {
  for (const spin of [0.5, 1, 1.5, 2]) {
    const { x, y, z } = spinOperators(spin);
    const d = 2 * spin + 1;
    const entries = (m: ComplexMatrix, i: number, j: number) => [
      m.interleaved[2 * (i * d + j)]!,
      m.interleaved[2 * (i * d + j) + 1]!,
    ];
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        let [square, re, im] = [0, 0, 0];
        for (let k = 0; k < d; k++) {
          for (const s of [x, y, z]) {
            const [a, b] = [entries(s, i, k), entries(s, k, j)];
            square += a[0]! * b[0]! - a[1]! * b[1]!;
          }
          const [a, b, c, e] = [entries(x, i, k), entries(y, k, j), entries(y, i, k), entries(x, k, j)];
          re += a[0]! * b[0]! - a[1]! * b[1]! - c[0]! * e[0]! + c[1]! * e[1]!;
          im += a[0]! * b[1]! + a[1]! * b[0]! - c[0]! * e[1]! - c[1]! * e[0]!;
        }
        expect(square).toBeCloseTo(i === j ? spin * (spin + 1) : 0, 12);
        expect(re).toBeCloseTo(0, 12);
        expect(im).toBeCloseTo(entries(z, i, j)[0]!, 12);
      }
    }
  }
  expect(() => spinOperators(0.7)).toThrow(/multiple of 1\/2/);
});

test('two Hubbard sites at half filling have the energy (U − √(U² + 16t²))/2', () => {
  const sum = hubbard(chain(2), { hopping: 1.3, interaction: 3, chemicalPotential: 1.5 });
  const levels = hermitianEigenvalues(pauliSumMatrix(sum));
  expect(levels[0]).toBeCloseTo((3 - Math.sqrt(9 + 16 * 1.69)) / 2 - 2 * 1.5, 11);
});

test('operators are told by whether terms reach beyond neighbours', () => {
  const reaches = (sum: Parameters<typeof matrixProductOperator>[0]): boolean =>
    reachesBeyondNeighbours(matrixProductOperator(sum));
  expect(reaches(xxz(chain(6)))).toBe(false);
  expect(reaches(xxz(chain(2)))).toBe(false);
  expect(reaches(hubbard(chain(3)))).toBe(true);
  expect(reaches({ qubits: 4, terms: [{ word: 'XIIX', coefficient: 1 }] })).toBe(true);
});
