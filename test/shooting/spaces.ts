import { stateSpace } from '../../src/geodesic/state/state-space.ts';
import { exponentialKernel, gaussianKernel, sumOfKernels } from '../../src/shooting/kernels.ts';
import { controlPointSpace, landmarkSpace } from '../../src/shooting/point-space.ts';
import { rigidBody } from '../../src/shooting/rigid-body.ts';
import type { ShootingSpace } from '../../src/shooting/shooting-space.ts';

const kernel = sumOfKernels([
  { share: 0.7, kernel: gaussianKernel(0.8) },
  { share: 0.3, kernel: gaussianKernel(0.3) },
]);

/** One space of every kind, small enough for differences. */
export const SPACES: readonly (readonly [string, ShootingSpace])[] = [
  ['landmarks on a line', landmarkSpace(exponentialKernel(0.7), 3, 1)],
  ['landmarks in the plane', landmarkSpace(kernel, 3, 2)],
  ['landmarks in space', landmarkSpace(gaussianKernel(0.9), 3, 3)],
  ['control points and pixels', controlPointSpace(2, 3, kernel)],
  ['rigid body', rigidBody([1, 2, 3.5])],
  ['states', stateSpace({ penalty: 5, maxSize: 1 }, 2)],
];

/** Numbers without a pattern. */
export const numbers = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, (_, k) => Math.sin(12.9898 * (k + 1) + 7.31 * seed));
