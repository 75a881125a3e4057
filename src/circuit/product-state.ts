/** @file Product states of qubits: by name, by Bloch angles, by amplitudes; and the frame in which one of them is |0…0⟩. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Complex, ComplexVector } from '../linalg/complex.ts';
import { innerProduct } from '../linalg/vector.ts';
import { reducedDensityMatrix } from '../state/reduced-density-matrix.ts';
import type { BlochPoint } from './circuit.ts';
import { productVector } from './run-circuit.ts';

/** A qubit's state: Bloch angles, or its amplitudes [α, β] of |0⟩ and |1⟩, of norm 1, up to a phase. */
export type QubitState = BlochPoint | readonly [alpha: Complex, beta: Complex];

/**
 * A product state: one state for each qubit; or a word with a letter for each, 0 1 for the basis, + − for (|0⟩ ± |1⟩)/√2, r l for
 * (|0⟩ ± i|1⟩)/√2: '+0l'. 'zero' and 'plus' are |0…0⟩ and |+…+⟩.
 */
export type ProductState = 'zero' | 'plus' | (string & {}) | readonly QubitState[];

const HALF = Math.PI / 2;
const POINTS: Readonly<Record<string, BlochPoint>> = {
  '0': { polar: 0, azimuth: 0 },
  '1': { polar: Math.PI, azimuth: 0 },
  '+': { polar: HALF, azimuth: 0 },
  '-': { polar: HALF, azimuth: Math.PI },
  r: { polar: HALF, azimuth: HALF },
  l: { polar: HALF, azimuth: -HALF },
};

/**
 * The Bloch points of a product state, the `reference` of a circuit and of `stateGeodesic`.
 *
 * @throws {ShapeError} another number of qubits
 * @throws {DomainError} a letter other than 0 1 + - r l, angles or amplitudes that are not finite, amplitudes not of norm 1
 *
 * @example
 * ```ts
 * import { productState, productVector } from 'bulkweave/circuit';
 *
 * console.log(productVector(productState('1+', 2)).interleaved[4]); // 0.7071
 * ```
 */
export function productState(state: ProductState, qubits: number): readonly BlochPoint[] {
  if (state === 'zero' || state === 'plus') return new Array(qubits).fill(POINTS[state === 'zero' ? '0' : '+']);
  if (state.length !== qubits) {
    throw new ShapeError(`productState: ${qubits} qubits required, got ${state.length}`);
  }
  const wrong = typeof state === 'string' ? [...state].find((letter) => !(letter in POINTS)) : undefined;
  if (wrong !== undefined) throw new DomainError(`productState: letters 0, 1, +, -, r, l required, got '${wrong}'`);
  return Array.from<string | QubitState, BlochPoint>(state, (one, q) =>
    typeof one === 'string' ? POINTS[one]! : pointOf(one, q),
  );
}

function pointOf(state: QubitState, qubit: number): BlochPoint {
  const numbers = 'polar' in state ? [state.polar, state.azimuth] : state.flat();
  const norm = 'polar' in state ? 1 : Math.hypot(...numbers);
  if (!(numbers.every(Number.isFinite) && Math.abs(norm - 1) < 1e-8)) {
    throw new DomainError(
      `productState: finite angles, or amplitudes of norm 1 required, got [${numbers}] at qubit ${qubit}`,
    );
  }
  if ('polar' in state) return state;
  const [[a, b], [c, d]] = state;
  const polar = 2 * Math.atan2(Math.hypot(c, d), Math.hypot(a, b));
  return { polar, azimuth: Math.hypot(c, d) * Math.hypot(a, b) > 0 ? Math.atan2(d, c) - Math.atan2(b, a) : 0 };
}

/** The word of a product state, '+0l'; null where a qubit is in another state than 0 1 + − r l. */
export function productWord(points: readonly BlochPoint[]): string | null {
  const letters = points.map((point) => Object.keys(POINTS).find((letter) => isSame(POINTS[letter]!, point)));
  return letters.includes(undefined) ? null : letters.join('');
}

function isSame(a: BlochPoint, b: BlochPoint): boolean {
  const [re, im] = innerProduct(productVector([a]), productVector([b]));
  return 1 - re * re - im * im < 1e-12;
}

/** A state nearer to a product state than this, in 1 − F, is one. */
const ROUNDING = 1e-10;

/** The Bloch points of a state that is a product; null for one that is not. O(n·2ⁿ). */
export function blochPoints(state: ComplexVector): readonly BlochPoint[] | null {
  const qubits = Math.log2(state.length);
  const points = Array.from({ length: qubits }, (_, q) => {
    const { interleaved } = reducedDensityMatrix(state, new Array<number>(qubits).fill(2), [q]);
    const [x, y, z] = [2 * interleaved[4]!, 2 * interleaved[5]!, interleaved[0]! - interleaved[6]!];
    return { polar: Math.atan2(Math.hypot(x, y), z), azimuth: Math.hypot(x, y) > 0 ? Math.atan2(y, x) : 0 };
  });
  const [re, im] = innerProduct(productVector(points), state);
  return re * re + im * im > 1 - ROUNDING ? points : null;
}

/**
 * The amplitudes of a state in the product basis whose first state is given: R†ψ, with R|0…0⟩ the product of the points and R one
 * rotation for each qubit; or Rψ.
 *
 * @param psi - interleaved, shape (2ⁿ,)
 */
export function inProductFrame(points: readonly BlochPoint[], psi: Float64Array, way: 'into' | 'out of'): Float64Array {
  const out = psi.slice();
  points.forEach(({ polar, azimuth }, q) => {
    const [c, s] = [Math.cos(polar / 2), Math.sin(polar / 2) * (way === 'into' ? 1 : -1)];
    const [x, y] = [s * Math.cos(azimuth), s * Math.sin(azimuth)];
    const stride = 2 ** (points.length - q); // of the interleaved index
    for (let block = 0; block < out.length; block += 2 * stride) {
      for (let i = block; i < block + stride; i += 2) {
        const [a, b, d, e] = [out[i]!, out[i + 1]!, out[i + stride]!, out[i + stride + 1]!];
        // into: |0⟩ ← c·α + s·e^{−i·azimuth}·β,  |1⟩ ← c·β − s·e^{i·azimuth}·α
        out[i] = c * a + x * d + y * e;
        out[i + 1] = c * b + x * e - y * d;
        out[i + stride] = c * d - x * a + y * b;
        out[i + stride + 1] = c * e - x * b - y * a;
      }
    }
  });
  return out;
}
