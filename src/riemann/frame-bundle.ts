/**
 * @file Metrics of space-time as a bundle of frames: g = WηWᵀ, η = diag(−1, 1, 1, 1). The sixteen numbers of a frame W are ten of the metric,
 * the base, and six of a Lorentz transformation, the fibre: WΛ has the same metric as W.
 */

import { DomainError, ShapeError } from '../errors.ts';
import { denseMatrix, determinant, inverse, SingularValueDecomposition } from '../linalg/dense-real.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { addReal, multiplyReal, transposeReal } from '../linalg/real-product.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';

const SIGNS = [-1, 1, 1, 1] as const;
/** Singular values and eigenvalues below this share of the greatest count as 0. */
const NEGLIGIBLE = 1e-12;

/**
 * g = WηWᵀ, shape (4, 4).
 *
 * @param frame - W, shape (4, 4); its columns are the axes of an observer, that of time first
 * @throws {ShapeError} W is not 4 × 4
 * @throws {DomainError} an entry that is not finite
 */
export function metricOfFrame(frame: RealMatrix): RealMatrix {
  checkFour('metricOfFrame', frame);
  return multiplyReal(timesEta(frame), transposeReal(frame));
}

/**
 * A frame of a metric: W = V√|Λ| with g = VΛVᵀ, the negative eigenvalue first.
 *
 * @param metric - g, symmetric, shape (4, 4), of signature (−+++)
 * @throws {ShapeError} g is not 4 × 4
 * @throws {DomainError} g is not symmetric, or of another signature
 */
export function frameOfMetric(metric: RealMatrix): RealMatrix {
  checkFour('frameOfMetric', metric);
  const { values, vectors } = symmetricEigen(metric);
  const least = NEGLIGIBLE * values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const signature = Array.from(values, (x) => (Math.abs(x) <= least ? '0' : x < 0 ? '−' : '+')).join('');
  if (signature !== '−+++') {
    throw new DomainError(`frameOfMetric: a metric of signature (−+++) required, got (${signature})`);
  }
  return ofEntries((i, k) => vectors.data[4 * k + i]! * Math.sqrt(Math.abs(values[k]!)));
}

/**
 * Λ = W⁻¹W′, a Lorentz transformation where both frames have one metric.
 *
 * @returns Λ and its defect, the greatest modulus of an entry of ΛηΛᵀ − η, which tells whether they have
 * @throws {ShapeError} a frame is not 4 × 4
 * @throws {DomainError} an entry is not finite, or W is singular
 */
export function lorentzBetween(
  frame: RealMatrix,
  other: RealMatrix,
): { readonly transformation: RealMatrix; readonly defect: number } {
  checkFour('lorentzBetween', other);
  const transformation = multiplyReal(inverseFrame('lorentzBetween', frame), other);
  return { transformation, defect: lorentzDefect(transformation) };
}

/** Greatest modulus of an entry of ΛηΛᵀ − η. */
function lorentzDefect(transformation: RealMatrix): number {
  return metricOfFrame(transformation).data.reduce(
    (most, x, at) => Math.max(most, Math.abs(x - (at % 5 === 0 ? SIGNS[at / 5]! : 0))),
    0,
  );
}

/** The derivative of the metric by the frame. */
export interface FrameJacobian {
  /** Ten rows g_00, g_01, g_02, g_03, g_11 … g_33, sixteen columns W_00, W_01 … */
  readonly matrix: RealMatrix;
  /** Ten at every frame that is not singular; its kernel are the WA with Aη antisymmetric, six of them. */
  readonly rank: number;
}

/**
 * δW ↦ δg = δW ηWᵀ + WηδWᵀ.
 *
 * @throws {ShapeError | DomainError} as `metricOfFrame`
 */
export function frameJacobian(frame: RealMatrix): FrameJacobian {
  checkFour('frameJacobian', frame);
  const pairs = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].filter((j) => j >= i).map((j) => [i, j] as const));
  const lowered = timesEta(frame).data; // (Wη)_ik
  const data = Float64Array.from({ length: pairs.length * 16 }, (_, at) => {
    const [i, j] = pairs[Math.floor(at / 16)]!;
    const [m, k] = [Math.floor((at % 16) / 4), at % 4]; // δW_mk adds to g_mj and g_im
    return (m === i ? lowered[4 * j + k]! : 0) + (m === j ? lowered[4 * i + k]! : 0);
  });
  const matrix = { rows: pairs.length, cols: 16, data };
  const values = new SingularValueDecomposition(denseMatrix(matrix), { autoTranspose: true }).diagonal;
  return { matrix, rank: values.filter((value) => value > NEGLIGIBLE * Math.max(...values)).length };
}

/** A change of a frame by its parts, W⁻¹δW = fibre + base. */
export interface FrameSplit {
  /** Fibre·η is antisymmetric: a Lorentz generator, which leaves the metric as it is. */
  readonly fibre: RealMatrix;
  /** Base·η is symmetric: it alone changes the metric, δg = 2W·base·η·Wᵀ. */
  readonly base: RealMatrix;
}

/**
 * The parts of a change of a frame along the fibre and along the base.
 *
 * @param change - δW, shape (4, 4)
 * @throws {ShapeError} W or δW is not 4 × 4
 * @throws {DomainError} an entry is not finite, or W is singular
 */
export function splitFrameChange(frame: RealMatrix, change: RealMatrix): FrameSplit {
  checkFour('splitFrameChange', change);
  const lowered = timesEta(multiplyReal(inverseFrame('splitFrameChange', frame), change));
  const turned = transposeReal(lowered);
  const halved = (sign: number): RealMatrix =>
    timesEta({ ...lowered, data: addReal(lowered, sign, turned).data.map((x) => x / 2) });
  return { fibre: halved(-1), base: halved(1) };
}

/**
 * The boost with this rapidity, a vector: a moving frame seen from one at rest.
 *
 *     Λ₀₀ = cosh a,      Λ₀ᵢ = Λᵢ₀ = n_i sinh a,      Λᵢⱼ = δᵢⱼ + (cosh a − 1) n_i n_j
 *
 * @throws {DomainError} a component that is not finite
 */
export function boost(rapidity: readonly [number, number, number]): RealMatrix {
  if (!rapidity.every(Number.isFinite)) throw new DomainError(`boost: a finite rapidity required, got ${rapidity}`);
  const a = Math.hypot(...rapidity);
  const n = rapidity.map((x) => (a === 0 ? 0 : x / a));
  return ofEntries((i, j) => {
    if (i === 0 || j === 0) return i === j ? Math.cosh(a) : Math.sinh(a) * n[i + j - 1]!;
    return (i === j ? 1 : 0) + 2 * Math.sinh(a / 2) ** 2 * n[i - 1]! * n[j - 1]!;
  });
}

/** A Lorentz transformation as a boost followed by a rotation. */
export interface WignerRotation {
  /** R of Λ = RB, shape (4, 4). */
  readonly rotation: RealMatrix;
  /** B, symmetric. */
  readonly boost: RealMatrix;
  /** The angle of R in [0, π], radians; of two perpendicular boosts cos angle = (cosh a + cosh b)/(1 + cosh a cosh b). */
  readonly angle: number;
}

/**
 * The rotation in a Lorentz transformation: boosts in different directions do not add up to a boost.
 *
 * @param transformation - Λ, that keeps the directions of time and the handedness of space
 * @throws {ShapeError} Λ is not 4 × 4
 * @throws {DomainError} Λ does not keep η to 1e-8 of its size, or reverses time or space
 * @see Wigner, Ann. Math. 40, 149 (1939)
 */
export function wignerRotation(transformation: RealMatrix): WignerRotation {
  checkFour('wignerRotation', transformation);
  const { data } = transformation;
  const size = data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const defect = lorentzDefect(transformation);
  if (!(defect <= 1e-8 * size * size)) {
    throw new DomainError(`wignerRotation: a Lorentz transformation required, got a defect of ${defect}`);
  }
  const velocity = [data[1]!, data[2]!, data[3]!]; // n sinh a: the first row is that of the boost, for rotations leave time alone
  const fast = Math.hypot(...velocity);
  const share = fast === 0 ? 0 : Math.asinh(fast) / fast;
  const [x, y, z] = velocity.map((v) => share * v) as [number, number, number];
  const rotation = multiplyReal(transformation, boost([-x, -y, -z]));
  const r = (i: number, j: number): number => rotation.data[4 * i + j]!;
  const axis = [r(3, 2) - r(2, 3), r(1, 3) - r(3, 1), r(2, 1) - r(1, 2)];
  const handed = determinant(
    denseMatrix({ rows: 3, cols: 3, data: rotation.data.filter((_, at) => at > 4 && at % 4 > 0) }),
  );
  if (!(r(0, 0) > 0 && handed > 0)) {
    throw new DomainError('wignerRotation: a transformation that reverses neither time nor space required');
  }
  const cosine = (r(1, 1) + r(2, 2) + r(3, 3) - 1) / 2;
  return { rotation, boost: boost([x, y, z]), angle: Math.atan2(Math.hypot(...axis) / 2, cosine) };
}

/** Wη: the first column changes its sign. */
const timesEta = (matrix: RealMatrix): RealMatrix => ({
  ...matrix,
  data: matrix.data.map((x, at) => x * SIGNS[at % 4]!),
});

function ofEntries(entry: (i: number, j: number) => number): RealMatrix {
  return { rows: 4, cols: 4, data: Float64Array.from({ length: 16 }, (_, at) => entry(Math.floor(at / 4), at % 4)) };
}

function inverseFrame(name: string, frame: RealMatrix): RealMatrix {
  checkFour(name, frame);
  const matrix = denseMatrix(frame);
  const values = new SingularValueDecomposition(matrix).diagonal;
  if (!(Math.min(...values) > NEGLIGIBLE * Math.max(...values))) {
    throw new DomainError(`${name}: a frame of four independent axes required, got a singular one`);
  }
  return { rows: 4, cols: 4, data: Float64Array.from(inverse(matrix).to1DArray()) };
}

function checkFour(name: string, { rows, cols, data }: RealMatrix): void {
  if (rows !== 4 || cols !== 4) throw new ShapeError(`${name}: a 4 × 4 matrix required, got ${rows} × ${cols}`);
  const wrong = data.find((x) => !Number.isFinite(x));
  if (wrong !== undefined) throw new DomainError(`${name}: finite entries required, got ${wrong}`);
}
