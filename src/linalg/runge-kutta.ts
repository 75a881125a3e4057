/** @file One step of an ordinary differential equation, to high order. */

const q = Math.sqrt(21);

/** The coefficients A of the stages: stage s is evaluated at y + h·Σ_j A[s][j]·k_j. */
const STAGES: readonly (readonly number[])[] = [
  [],
  [1 / 2],
  [1 / 4, 1 / 4],
  [1 / 7, (-7 - 3 * q) / 98, (21 + 5 * q) / 49],
  [(11 + q) / 84, 0, (18 + 4 * q) / 63, (21 - q) / 252],
  [(5 + q) / 48, 0, (9 + q) / 36, (-231 + 14 * q) / 360, (63 - 7 * q) / 80],
  [(10 - q) / 42, 0, (-432 + 92 * q) / 315, (633 - 145 * q) / 90, (-504 + 115 * q) / 70, (63 - 13 * q) / 35],
  [1 / 14, 0, 0, 0, (14 - 3 * q) / 126, (13 - 3 * q) / 63, 1 / 9],
  [1 / 32, 0, 0, 0, (91 - 21 * q) / 576, 11 / 72, (-385 - 75 * q) / 1152, (63 + 13 * q) / 128],
  [1 / 14, 0, 0, 0, 1 / 9, (-733 - 147 * q) / 2205, (515 + 111 * q) / 504, (-51 - 11 * q) / 56, (132 + 28 * q) / 245],
  [
    ...[0, 0, 0, 0, (-42 + 7 * q) / 18, (-18 + 28 * q) / 45],
    ...[(-273 - 53 * q) / 72, (301 + 53 * q) / 72, (28 - 28 * q) / 45, (49 - 7 * q) / 18],
  ],
];
const WEIGHTS: readonly number[] = [1 / 20, 0, 0, 0, 0, 0, 0, 49 / 180, 16 / 45, 49 / 180, 1 / 20];

/** Stages of a step. */
export const STAGE_COUNT = STAGES.length;

/** Vectors in memory of any kind, with the operations that a step needs. */
export interface VectorMemory<Vector> {
  readonly make: () => Vector;
  readonly copy: (to: Vector, from: Vector) => void;
  /** to ← to + factor·from. */
  readonly add: (to: Vector, from: Vector, factor: number) => void;
}

/** y ← y(t + h), where `slope` writes f at the point given; the number of the stage gives its time. */
export type Stepper<Vector> = (
  y: Vector,
  h: number,
  slope: (out: Vector, point: Vector, stage: number) => void,
) => void;

/**
 * Steps of y' = f(t, y) by an explicit Runge–Kutta method of order 8 with 11 stages, the formula of Cooper and Verner.
 * That it has order 8 is tested.
 */
export function rungeKutta<Vector>({ make, copy, add }: VectorMemory<Vector>): Stepper<Vector> {
  const point = make();
  const slopes = STAGES.map(make);
  return (y, h, slope) => {
    STAGES.forEach((factors, stage) => {
      copy(point, y);
      addAll(point, h, factors);
      slope(slopes[stage]!, point, stage);
    });
    addAll(y, h, WEIGHTS);
  };

  function addAll(to: Vector, h: number, factors: readonly number[]): void {
    for (let j = 0; j < factors.length; j++) {
      if (factors[j] !== 0) add(to, slopes[j]!, h * factors[j]!);
    }
  }
}
