import { evolutionMatrix } from '../../src/gaussian/evolution.ts';
import { type GaussianState, gaussianState } from '../../src/gaussian/gaussian-state.ts';
import { type QuadraticHamiltonian, quadraticHamiltonian } from '../../src/gaussian/quadratic-hamiltonian.ts';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { complexOf, realPart } from '../../src/linalg/matrix.ts';
import { qr } from '../../src/linalg/qr.ts';
import { type RandomStream, randomStream } from '../../src/linalg/random.ts';
import { multiplyReal } from '../../src/linalg/real-product.ts';

const normals = (stream: RandomStream, rows: number): RealMatrix => ({
  rows,
  cols: rows,
  data: Float64Array.from({ length: rows * rows }, () => stream.normal()),
});

/** An orthogonal matrix, uniform. */
export function randomOrthogonal(size: number, seed: number): RealMatrix {
  return realPart(qr(complexOf(normals(randomStream(seed, 'orthogonal'), size))).q);
}

/** A random Hamiltonian: complex hopping and pairing, or a positive form of quadratures. */
export function randomQuadratic(statistics: 'fermion' | 'boson', modes: number, seed: number): QuadraticHamiltonian {
  const stream = randomStream(seed, 'quadratic');
  const size = 2 * modes;
  const m = normals(stream, size);
  const data = m.data.map((x, at) => {
    const mirrored = m.data[(at % size) * size + Math.floor(at / size)]!;
    return statistics === 'fermion' ? (x - mirrored) / 2 : (x + mirrored) / 8;
  });
  if (statistics === 'boson') for (let k = 0; k < size; k++) data[k * (size + 1)] = data[k * (size + 1)]! + 2;
  return quadraticHamiltonian(statistics, { rows: size, cols: size, data }, stream.normal());
}

/** A random symplectic matrix of moderate squeezing. */
export const randomSymplectic = (modes: number, seed: number): RealMatrix =>
  evolutionMatrix(randomQuadratic('boson', modes, seed), 0.7);

/** A random state with these λ or ν. */
export function randomGaussian(
  statistics: 'fermion' | 'boson',
  values: readonly number[],
  seed: number,
): GaussianState {
  const n = values.length;
  const size = 2 * n;
  const frame = statistics === 'fermion' ? randomOrthogonal(size, seed) : randomSymplectic(n, seed);
  const core = new Float64Array(size * size);
  values.forEach((value, k) => {
    if (statistics === 'fermion') {
      core[2 * k * size + 2 * k + 1] = value;
      core[(2 * k + 1) * size + 2 * k] = -value;
    } else {
      core[k * (size + 1)] = value;
      core[(n + k) * (size + 1)] = value;
    }
  });
  const product = multiplyReal(multiplyReal(frame, { rows: size, cols: size, data: core }), frame, {
    transposeB: true,
  });
  const sign = statistics === 'fermion' ? -1 : 1;
  const data = product.data.map((x, at) => (x + sign * product.data[(at % size) * size + Math.floor(at / size)]!) / 2);
  return gaussianState(statistics, { rows: size, cols: size, data });
}
