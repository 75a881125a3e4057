/** @file The arrow of time of two qubits: which way heat flows between them, and whether their state becomes more complex. */

import { type PenaltyMetric, weightsOn } from '../../complexity/penalty-metric.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { mixedGeodesic } from '../../geodesic/mixed/mixed-geodesic.ts';
import { type ComplexMatrix, zeroMatrix } from '../../linalg/complex.ts';
import { hermitianEigen } from '../../linalg/hermitian-eigen.ts';
import { commutator, multiply, scaledMatrix, trace } from '../../linalg/matrix.ts';
import { matrixExponential } from '../../linalg/matrix-exponential.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { type PauliSum, pauliSumMatrix } from '../../operator/pauli-sum.ts';
import { solution } from '../../optimise/minimise.ts';

/** A negative eigenvalue down to here is rounding. */
const ROUNDING = 1e-12;

/**
 * Two qubits of gap 1, each thermal by itself, with correlations between them,
 *
 *     ρ = ρ_A ⊗ ρ_B + ¼ Σ_P c_P P,    ρ_β = diag(1, e^{−β})/(1 + e^{−β}),    c_P = ⟨P⟩ − ⟨P_A⟩⟨P_B⟩.
 *
 * The correlations change neither ρ_A nor ρ_B. A coherence α|01⟩⟨10| + h.c. is c_XX = c_YY = 2 Re α, c_YX = −c_XY = 2 Im α.
 *
 * @param betas - inverse temperatures of A and B
 * @param correlations - c_P by words of two letters X, Y, Z
 * @returns ρ, shape (4, 4)
 * @throws {DomainError} a temperature that is not finite, another word, or correlations that no state has
 */
export function thermalPair(
  betas: readonly [number, number],
  correlations: Readonly<Record<PauliWord, number>> = {},
): ComplexMatrix {
  const words = Object.entries(correlations);
  const wrong = words.find(([word, value]) => !/^[XYZ]{2}$/.test(word) || !Number.isFinite(value));
  if (wrong !== undefined || !betas.every(Number.isFinite)) {
    throw new DomainError(
      `thermalPair: finite temperatures and correlations of words of two letters X, Y, Z required, got ${wrong ?? betas}`,
    );
  }
  const [a, b] = betas.map((beta) => Math.tanh(beta / 2)) as [number, number]; // ⟨Z⟩
  const terms = [
    { word: 'II', coefficient: 1 / 4 },
    { word: 'ZI', coefficient: a / 4 },
    { word: 'IZ', coefficient: b / 4 },
    { word: 'ZZ', coefficient: (a * b) / 4 },
    ...words.map(([word, value]) => ({ word, coefficient: value / 4 })),
  ];
  const density = pauliSumMatrix({ qubits: 2, terms });
  const least = hermitianEigen(density).values[0]!;
  if (least < -ROUNDING) {
    throw new DomainError(`thermalPair: correlations of a state required, got a probability of ${least}`);
  }
  return density;
}

/**
 * An exchange of quanta, ½[cos φ·(XX + YY) + sin φ·(XY − YX)]: it commutes with the energy of both qubits together, and turns
 * |01⟩ and |10⟩ into each other in the time π/2.
 */
export function exchangeCoupling(phase: number): PauliSum {
  const [c, s] = [Math.cos(phase) / 2, Math.sin(phase) / 2];
  const terms = [
    { word: 'XX', coefficient: c },
    { word: 'YY', coefficient: c },
    { word: 'XY', coefficient: s },
    { word: 'YX', coefficient: -s },
  ];
  return { qubits: 2, terms };
}

/** The state at some time of an exchange. */
export interface HeatExchange {
  readonly time: number;
  readonly density: ComplexMatrix;
  /** Mean energies of A and B, in units of the gap. */
  readonly energies: readonly [number, number];
  /** Frobenius norm of the entries off the diagonal. */
  readonly offDiagonal: number;
}

/**
 * The states e^{−iHt} ρ e^{iHt} at the given times.
 *
 * @param density - ρ, shape (4, 4)
 * @throws {ShapeError} ρ or H is not of two qubits
 *
 * @see Dong & Zhou, arXiv:1712.03932
 */
export function heatExchange(
  density: ComplexMatrix,
  coupling: PauliSum,
  times: readonly number[],
): readonly HeatExchange[] {
  const H = matrixOfPair(density, coupling);
  return times.map((time) => {
    const U = matrixExponential(scaledMatrix([0, -time], H));
    const own = multiply(multiply(U, density), U, { adjointB: true });
    return { time, density: own, energies: energiesOf(own), offDiagonal: offDiagonalNorm(own) };
  });
}

/** Which way heat and complexity go at a moment. */
export interface HeatArrow {
  /** dE_A/dt. */
  readonly heat: number;
  /** C(ρ), the length of the shortest path found from a diagonal state. */
  readonly complexity: number;
  /** dC/dt; null for a diagonal state, where it has two values. */
  readonly slope: number | null;
  /** Whether the search arrived at ρ. */
  readonly reached: boolean;
}

/** How `heatArrow` searches for the shortest path. */
export interface HeatArrowOptions {
  /** K, slices of the path; default 4. */
  readonly slices?: number;
  /** Random starts for each ordering of the spectrum; default 3. */
  readonly starts?: number;
  readonly seed?: number;
}

/** Below this length a state is diagonal. */
const DIAGONAL = 1e-9;

/**
 * The rate of heat into the first qubit, and the rate at which the complexity grows under H. By the first variation of the length of
 * the shortest path the latter is the component of H along its last velocity v,
 *
 *     dC/dt = Σ_P w_P v_P H_P / F(v).
 *
 * @param density - ρ, shape (4, 4), its eigenvalues distinct
 * @throws {ShapeError} ρ or H is not of two qubits
 *
 * Cost that of `mixedGeodesic` on two qubits, some tenths of a second.
 */
export function heatArrow(
  metric: PenaltyMetric,
  density: ComplexMatrix,
  coupling: PauliSum,
  options: HeatArrowOptions = {},
): HeatArrow {
  const H = matrixOfPair(density, coupling);
  const flow = commutator(H, density); // dρ/dt = −i[H, ρ]
  const heat = energiesOf(scaledMatrix([0, -1], flow))[0];
  const { value, result } = solution(mixedGeodesic(metric, density, { slices: 4, starts: 3, ...options }));
  const weight = weightsOn(metric);
  const last = value.velocity.at(-1) ?? [];
  const speed = Math.sqrt(value.words.reduce((sum, word, p) => sum + weight(word) * last[p]! ** 2, 0));
  const along = value.words.reduce((sum, word, p) => {
    const own = coupling.terms.find((term) => term.word === word)?.coefficient ?? 0;
    return sum + (own === 0 ? 0 : weight(word) * last[p]! * own);
  }, 0);
  return {
    heat,
    complexity: value.length,
    slope: value.length < DIAGONAL ? null : along / speed,
    reached: result === 'converged',
  };
}

function matrixOfPair(density: ComplexMatrix, coupling: PauliSum): ComplexMatrix {
  if (density.rows !== 4 || density.cols !== 4 || coupling.qubits !== 2) {
    throw new ShapeError(
      `heatExchange: a state and a coupling of two qubits required, got ${density.rows} × ${density.cols} and ${coupling.qubits}`,
    );
  }
  return pauliSumMatrix(coupling);
}

/** Tr ρ|1⟩⟨1| of both qubits. */
function energiesOf(density: ComplexMatrix): readonly [number, number] {
  const excited = (word: PauliWord): number => {
    const Z = pauliSumMatrix({ qubits: 2, terms: [{ word, coefficient: 1 }] });
    return (trace(density)[0] - trace(multiply(Z, density))[0]) / 2;
  };
  return [excited('ZI'), excited('IZ')];
}

function offDiagonalNorm({ rows, interleaved }: ComplexMatrix): number {
  const rest = { ...zeroMatrix(rows, rows), interleaved: interleaved.slice() };
  for (let k = 0; k < rows; k++) rest.interleaved.fill(0, 2 * k * (rows + 1), 2 * k * (rows + 1) + 2);
  return Math.hypot(...rest.interleaved);
}
