/** @file Frames, their changes by two-qubit generators, and boosts that do not add up. */

import type { RealMatrix } from '../../../src/linalg/matrix.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { addReal, multiplyReal } from '../../../src/linalg/real-product.ts';
import {
  BOOSTS,
  generatorMatrix,
  METRIC_CHANGES,
  minkowskiAction,
  ROTATIONS,
  type TwoQubitGenerator,
} from '../../../src/operator/minkowski-action.ts';
import {
  boost,
  frameJacobian,
  frameOfMetric,
  lorentzBetween,
  metricOfFrame,
  splitFrameChange,
  wignerRotation,
} from '../../../src/riemann/frame-bundle.ts';

/** What random frames say. Defects are relative to the entries that cancel. */
export interface MeasuredFrames {
  /** Greatest |WηWᵀ − g| of the frame made of g. */
  readonly metricDefect: number;
  readonly lorentzDefect: number;
  /** Least and greatest rank of the derivative of the metric. */
  readonly ranks: readonly [number, number];
  /** Greatest change of the metric along a fibre. */
  readonly alongFibre: number;
}

/** Where a generator leads: sizes of its parts along the fibre and along the base. */
export interface MeasuredGenerator {
  readonly name: string;
  readonly kind: 'rotation' | 'boost' | 'metric';
  readonly fibre: number;
  readonly base: number;
}

/** Perpendicular boosts of equal rapidity. */
export interface MeasuredTurn {
  readonly rapidity: number;
  readonly angle: number;
  readonly expected: number;
}

const size = ({ data }: RealMatrix): number => data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

export function measuredFrames(count: number, seed: number): MeasuredFrames {
  const stream = randomStream(seed, 'frames');
  const random = (): RealMatrix => ({
    rows: 4,
    cols: 4,
    data: Float64Array.from({ length: 16 }, () => stream.normal()),
  });
  const rows = Array.from({ length: count }, () => {
    const frame = random();
    const metric = metricOfFrame(frame);
    const other = frameOfMetric(metric);
    const { transformation, defect } = lorentzBetween(frame, other);
    const { matrix, rank } = frameJacobian(frame);
    const { fibre } = splitFrameChange(frame, random());
    const moved = multiplyReal(frame, fibre);
    const change = multiplyReal(matrix, { rows: 16, cols: 1, data: moved.data });
    return {
      metric: size(addReal(metricOfFrame(other), -1, metric)) / size(metric),
      lorentz: defect / size(transformation) ** 2,
      rank,
      fibre: size(change) / (size(frame) * size(moved)),
    };
  });
  const ranks = rows.map(({ rank }) => rank);
  return {
    metricDefect: Math.max(...rows.map(({ metric }) => metric)),
    lorentzDefect: Math.max(...rows.map(({ lorentz }) => lorentz)),
    ranks: [Math.min(...ranks), Math.max(...ranks)],
    alongFibre: Math.max(...rows.map(({ fibre }) => fibre)),
  };
}

/** The sixteen of III.C as changes of the frame 1. They are read in the basis 1, X, Y, Z with η = diag(1, −1, −1, −1): a sign of η turns nothing. */
export function measuredGenerators(): readonly MeasuredGenerator[] {
  const one: RealMatrix = {
    rows: 4,
    cols: 4,
    data: Float64Array.from({ length: 16 }, (_, at) => Number(at % 5 === 0)),
  };
  const rowOf = (kind: MeasuredGenerator['kind']) => (generator: TwoQubitGenerator) => {
    // A generator G moves by −iG, as a Hamiltonian does, where that keeps Hermitian matrices Hermitian; else by G itself.
    const { action } = minkowskiAction(moving(generator));
    const { fibre, base } = splitFrameChange(one, { rows: 4, cols: 4, data: Float64Array.from(action.flat()) });
    return { name: generator.name, kind, fibre: size(fibre), base: size(base) };
  };
  return [...ROTATIONS.map(rowOf('rotation')), ...BOOSTS.map(rowOf('boost')), ...METRIC_CHANGES.map(rowOf('metric'))];
}

function moving(generator: TwoQubitGenerator): ReturnType<typeof generatorMatrix> {
  const matrix = generatorMatrix(generator);
  if (minkowskiAction(matrix).imaginary < 1e-12) return matrix;
  const interleaved = matrix.interleaved.map((_, k) =>
    k % 2 === 0 ? matrix.interleaved[k + 1]! : -matrix.interleaved[k - 1]!,
  );
  return { ...matrix, interleaved };
}

export function measuredTurns(): readonly MeasuredTurn[] {
  return [0.1, 0.25, 0.5, 1, 1.5, 2, 3, 4, 5].map((rapidity) => {
    const product = multiplyReal(boost([rapidity, 0, 0]), boost([0, rapidity, 0]));
    const cosh = Math.cosh(rapidity);
    return { rapidity, angle: wignerRotation(product).angle, expected: Math.acos((2 * cosh) / (1 + cosh * cosh)) };
  });
}
