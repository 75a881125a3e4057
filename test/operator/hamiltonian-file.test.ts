import { describe, expect, test } from 'vitest';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { pauliSumOfQuadratic, quadraticOfPauliSum } from '../../src/gaussian/jordan-wigner.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { parsePauliSum } from '../../src/operator/hamiltonian-file.ts';
import { hamiltonianOfSpec, hamiltonianSpec } from '../../src/operator/hamiltonian-spec.ts';
import { chain } from '../../src/operator/lattice.ts';
import { combinePauliSums, type PauliSum, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';

const lowest = (sum: PauliSum): number => hermitianEigenvalues(pauliSumMatrix(sum))[0]!;
const coefficients = ({ terms }: PauliSum): Readonly<Record<string, number>> =>
  Object.fromEntries(terms.map(({ word, coefficient }) => [word, coefficient]));
/** Whether two sums are the same operator, to rounding. */
const expectSame = (a: PauliSum, b: PauliSum): void => {
  const difference = combinePauliSums([
    [1, a],
    [-1, b],
  ]);
  for (const { coefficient } of difference.terms) expect(Math.abs(coefficient)).toBeLessThan(1e-14);
};

describe('OpenFermion', () => {
  test('index k is letter k; factors are multiplied in their order', () => {
    const text = '0.125 [] +\n0.5 [X0 Y1] +\n(-1e-05+0j) [X0 X3] +\n- 0.25 [Z2] +\n2j [X1 Y1]';
    const expected = { IIII: 0.125, XYII: 0.5, XIIX: -1e-5, IIZI: -0.25, IZII: -2 }; // XY = iZ
    expect(coefficients(parsePauliSum(text))).toEqual(expected);
    expect(parsePauliSum(`QubitOperator:\n${text}`, 'h', { qubits: 6 }).qubits).toBe(6);
    expect(coefficients(parsePauliSum('1.0 [X0 Z1]', 'h', { endian: 'little' }))).toEqual({ ZX: 1 });
  });

  test('an occupied mode is |1⟩, and c†c counts it', () => {
    expect(coefficients(parsePauliSum('1.0 [1^ 1]'))).toEqual({ II: 0.5, IZ: -0.5 });
    expect(coefficients(parsePauliSum('1.0 [1 1^]'))).toEqual({ II: 0.5, IZ: 0.5 });
  });

  test('fermions that hop are those of the quadratic Hamiltonian, operator by operator', () => {
    const bonds = [0, 1, 2].map((j) => `-1.0 [${j}^ ${j + 1}] +\n-1.0 [${j + 1}^ ${j}]`).join(' +\n');
    const expected = pauliSumOfQuadratic(hopping(chain(4), { amplitude: 1, chemicalPotential: 0 }));
    expectSame(parsePauliSum(bonds), expected);
  });

  test('a current i(c†_0 c_1 − c†_1 c_0) is (YX − XY)/2', () => {
    const current = coefficients(parsePauliSum('1.0j [0^ 1] + -1.0j [1^ 0]'));
    expect(current).toEqual({ YX: 0.5, XY: -0.5 });
  });

  test('operators of different modes anticommute', () => {
    const there = parsePauliSum('1.0 [0^ 2] + 1.0 [2^ 0] + 0.5j [0^ 1^] + 0.5j [0 1]');
    const back = parsePauliSum('-1.0 [2 0^] + -1.0 [0 2^] - 0.5j [1^ 0^] - 0.5j [1 0]');
    expectSame(there, back);
  });

  test('every mistake is told by its line', () => {
    expect(() => parsePauliSum('0.5 [X0 Q1] +\nabc [Z0]\n1.0 [Z1] x', 'h.txt')).toThrow(
      "h.txt:1: qubits such as X0, or modes such as 0^, required, got 'Q1'\n" +
        "h.txt:2: a number before '[', after '+', required, got 'abc'\n" +
        "h.txt:3: a number before '[', after '+', required, got '1.0'\n" +
        "h.txt: terms such as 0.5 [X0 Y1] required, got 'x'",
    );
    expect(() => parsePauliSum('1.0 [X0] + 1.0 [0^ 0]', 'h')).toThrow('either Pauli letters or fermions required');
    expect(() => parsePauliSum('1.0 [X0 Y0]', 'h')).toThrow('a Hermitian operator), got 0 + 1i of Z');
    expect(() => parsePauliSum('1.0 [0^ 1]', 'h')).toThrow('h: a Hermitian operator required');
    expect(() => parsePauliSum('1.0 [40^ 40]', 'h')).toThrow('h: 1 to 26 modes required, got 41');
    expect(() => parsePauliSum('1.0 [X4000]', 'h')).toThrow('h: at most 1024 qubits required, got 4001');
  });
});

describe('Qiskit', () => {
  const printed = "SparsePauliOp(['XXI', 'IIZ'],\n              coeffs=[ 0.5 +0.j, -1.25+0.j])";

  test('the last letter is its qubit 0, and keeps its number', () => {
    const expected = { IXX: 0.5, ZII: -1.25 };
    expect(coefficients(parsePauliSum(printed))).toEqual(expected);
    expect(coefficients(parsePauliSum("[('XXI', (0.5+0j)), ('IIZ', (-1.25-0j))]"))).toEqual(expected);
    expect(coefficients(parsePauliSum('[["XXI", 0.5], ["IIZ", [-1.25, 0]]]'))).toEqual(expected);
    expect(coefficients(parsePauliSum(printed, 'h', { endian: 'big' }))).toEqual({ XXI: 0.5, IIZ: -1.25 });
  });

  test('what cannot be read is named', () => {
    expect(() => parsePauliSum("SparsePauliOp(['XX', ..., 'ZZ'], coeffs=[1.+0.j])", 'h')).toThrow('cut short');
    expect(() => parsePauliSum("SparsePauliOp(['XX', 'ZZ'], coeffs=[1.+0.j])", 'h')).toThrow(
      'h: 2 coefficients required',
    );
    expect(() => parsePauliSum("[('XA', 1)]", 'h')).toThrow("h: term 1: letters I, X, Y, Z required, got 'XA'");
    expect(() => parsePauliSum("[('XX', 1), ('X', 2)]", 'h')).toThrow("h: words of 2 letters required, got 'X'");
    expect(() => parsePauliSum("[('XX', 1j)]", 'h')).toThrow('real coefficients required');
    expect(() => parsePauliSum("[('XX', one)]", 'h')).toThrow("h: term 1: a number required, got 'one'");
    expect(() => parsePauliSum("[('XX', 1) ('YY', 2)]", 'h')).toThrow('got another list');
  });
});

describe('FCIDUMP', () => {
  const header = (orbitals: number) =>
    ` &FCI NORB=${orbitals},NELEC=2,MS2=0,\n  ORBSYM=${'1,'.repeat(orbitals)}\n  ISYM=1,\n &END\n`;

  test('hydrogen in the minimal basis at 1.4 bohr: the integrals of Szabo & Ostlund, and their exact energy', () => {
    const [h11, h22, J11, J22, J12, K12, nuclei] = [-1.2528, -0.4756, 0.6746, 0.6975, 0.6636, 0.1813, 1 / 1.4];
    const lines = [
      `${J11} 1 1 1 1`,
      `${K12} 2 1 2 1`,
      `${J12} 2 2 1 1`,
      `${J22} 2 2 2 2`,
      `${h11} 1 1 0 0`,
      `${h22} 2 2 0 0`,
      '-0.578 1 0 0 0', // energy of an orbital
      `${nuclei}D+00 0 0 0 0`,
    ];
    const sum = parsePauliSum(header(2) + lines.join('\n'), 'h2.fcidump');
    const [a, b] = [2 * h11 + J11, 2 * h22 + J22];
    const closed = nuclei + (a + b) / 2 - Math.hypot((a - b) / 2, K12);
    expect(lowest(sum)).toBeCloseTo(closed, 12);
    expect(closed).toBeCloseTo(-1.1373, 3);
  });

  test('two sites of the Hubbard model: E = −U/2 − √(U²/4 + 4t²) at half filling', () => {
    const [t, U] = [1, 3];
    const lines = [`${U} 1 1 1 1`, `${U} 2 2 2 2`, `${-t} 1 2 0 0`, `${-U / 2} 1 1 0 0`, `${-U / 2} 2 2 0 0`];
    expect(lowest(parsePauliSum(header(2) + lines.join('\n')))).toBeCloseTo(-U / 2 - Math.hypot(U / 2, 2 * t), 12);
  });

  test('without interaction it is quadratic in fermions, for many orbitals', () => {
    const m = 40;
    const lines = Array.from({ length: m - 1 }, (_, p) => `-1.0 ${p + 2} ${p + 1} 0 0`);
    const sum = parsePauliSum(header(m) + lines.join('\n'));
    expect(sum.qubits).toBe(80);
    const { matrix } = quadraticOfPauliSum(sum);
    const single = hermitianEigenvalues({
      rows: 80 * 2,
      cols: 80 * 2,
      interleaved: Float64Array.from({ length: 2 * matrix.data.length }, (_, k) =>
        k % 2 === 0 ? 0 : matrix.data[k >> 1]!,
      ),
    });
    // (i/4)·h of a real antisymmetric h has the levels ±ε/2: those of hopping, each twice for the spin and twice for the sign.
    expect(single.at(-1)).toBeCloseTo(2 * 2 * Math.cos(Math.PI / (m + 1)) * 0.5, 10);
  });

  test('every mistake is told by its line', () => {
    const text = `${header(2)}1.0 1 1 3 1\n0.5 1 2 0\n0.7 1 2 0 0\n0.8 2 1 0 0\n(0.1,0.2) 1 1 1 1\n0.3 0 1 1 0\n`;
    expect(() => parsePauliSum(text, 'h')).toThrow(
      "h:5: a real number and four orbitals from 0 to 2 required, got '1.0 1 1 3 1'\n" +
        "h:6: a real number and four orbitals from 0 to 2 required, got '0.5 1 2 0'\n" +
        'h:8: one value of the integral 2 1 0 0 required, got 0.7 and 0.8\n' +
        "h:9: a real number and four orbitals from 0 to 2 required, got '(0.1,0.2) 1 1 1 1'\n" +
        'h:10: orbitals p q r s, p q 0 0 or 0 0 0 0 required, got 0 1 1 0',
    );
    expect(() => parsePauliSum('&FCI NORB=2,IUHF=1 /\n', 'h')).toThrow('h: orbitals without spin required, got UHF');
    expect(() => parsePauliSum('&FCI NORB=2000 /\n', 'h')).toThrow('h: NORB from 1 to 128 required, got 2000');
    expect(() => parsePauliSum('&FCI NORB=14 /\n1.0 1 1 1 1\n', 'h')).toThrow('at most 13 orbitals with interaction');
    expect(() => parsePauliSum('&FCI NORB=2\n1.0 1 1 1 1\n', 'h')).toThrow("a namelist '&FCI … &END' required");
  });
});

test('a specification names the order of the qubits, and their number where the file does not', () => {
  const read = (): Uint8Array => new TextEncoder().encode('1.0 [Z0]');
  const of = (spec: object, qubits: number) => hamiltonianOfSpec(hamiltonianSpec.parse(spec), qubits, { read });
  expect(coefficients(of({ file: 'h.txt' }, 3))).toEqual({ ZII: 1 });
  expect(coefficients(of({ file: 'h.txt', endian: 'little' }, 3))).toEqual({ IIZ: 1 });
});
