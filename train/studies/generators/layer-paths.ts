/** @file Paths through the layers of residual networks: with a price on motion they are those of optimal transport. */

import { gaussianTransport } from '../../../src/likelihood/gaussian-transport.ts';
import { type LayerPath, residualPath } from '../../../src/likelihood/residual-path.ts';
import { transportTraining } from '../../../src/tensorflow/neural/transport-network.ts';
import type { PartStep } from '../../study.ts';

export const [FROM, TO] = [
  { mean: [0], deviation: [1] },
  { mean: [2], deviation: [0.5] },
];

/** A trained residual network. */
export interface Transport {
  /** Price of motion. */
  readonly kinetic: number;
  readonly layers: number;
  readonly cost: number;
  /** Least cost of any map between the moments reached. */
  readonly bound: number;
  readonly mismatch: number;
  /** Mean and least over the sample. */
  readonly straightness: readonly [number, number];
  /** Some of the paths. */
  readonly paths: readonly (readonly number[])[];
}

/** Trains residual networks with and without a price on motion. */
export function* trainedTransports(steps: number, seed: number): Generator<PartStep, readonly Transport[]> {
  const plans = [
    { kinetic: 1, layers: 4 },
    { kinetic: 0, layers: 4 },
  ];
  const found: Transport[] = [];
  for (const [k, plan] of plans.entries()) {
    for (const { step, cost, squaredDistance, mismatch, paths } of transportTraining(FROM, TO, {
      ...plan,
      steps,
      seed,
    })) {
      if (step % 50 === 0)
        yield { message: `price ${plan.kinetic}, step ${step}`, progress: (k + step / steps) / plans.length };
      if (paths === null) continue;
      const straight = paths.map(({ straightness }) => straightness);
      found.push({
        ...{ ...plan, cost, bound: squaredDistance, mismatch },
        straightness: [straight.reduce((sum, x) => sum + x, 0) / straight.length, Math.min(...straight)],
        paths: shown(paths),
      });
    }
  }
  return found;
}

/** A dozen paths, spread over where they begin. */
function shown(paths: readonly LayerPath[]): readonly (readonly number[])[] {
  const sorted = paths.map(({ points }) => points.map((x) => x[0]!)).toSorted((a, b) => a[0]! - b[0]!);
  return Array.from({ length: 12 }, (_, k) => sorted[Math.floor(((k + 0.5) * sorted.length) / 12)]!);
}

/** Errors at depth L of a quarter turn, which is not transport, and of optimal transport. */
export interface DepthError {
  readonly layers: number;
  readonly turn: number;
  readonly transport: number;
}

/** End points of residual networks of growing depth against the flows that they discretise. */
export function depthErrors(): readonly DepthError[] {
  const { field } = gaussianTransport(FROM, TO);
  const angle = Math.PI / 2;
  const turn = ([x, y]: Float64Array): Float64Array => Float64Array.of(-angle * y!, angle * x!);
  return [2, 4, 8, 16, 32, 64, 128].map((layers) => {
    const [x, y] = residualPath(turn, Float64Array.of(1, 0), layers).points.at(-1)!;
    const [moved] = residualPath(field, Float64Array.of(-1.5), layers).points.at(-1)!;
    return { layers, turn: Math.hypot(x!, y! - 1), transport: Math.abs(moved! - (2 - 0.5 * 1.5)) };
  });
}
