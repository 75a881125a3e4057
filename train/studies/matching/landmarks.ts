/** @file Landmarks: peakons on a line, a circle that is bent, a rigid body. */

import { endAt } from '../../../src/shooting/end-at.ts';
import { exponentialKernel, gaussianKernel, type Kernel, sumOfKernels } from '../../../src/shooting/kernels.ts';
import { matchExactly } from '../../../src/shooting/match-exactly.ts';
import { landmarkSpace } from '../../../src/shooting/point-space.ts';
import { rigidBody } from '../../../src/shooting/rigid-body.ts';
import { collision, fieldScale, type MeasuredPath, measuredPath, type Peakons } from './measured.ts';

/** Widths of kernels: one, or coarse and fine together. */
const KERNELS: readonly (readonly [name: string, kernel: Kernel, landmarks: 'all' | 'first'])[] = [
  ['Gaussian', gaussianKernel(0.7), 'all'],
  [
    'two scales',
    sumOfKernels([
      { share: 0.5, kernel: gaussianKernel(0.7) },
      { share: 0.5, kernel: gaussianKernel(0.2) },
    ]),
    'first',
  ],
];

export const measuredPeakons = (): Peakons => collision(landmarkSpace(exponentialKernel(), 2, 1), 1.5, 0.8);

/** A circle to (1.4 cos t + 0.3, 0.6 sin t + 0.2 cos 2t). */
export function measuredCircles(counts: readonly number[]): readonly MeasuredPath[] {
  return KERNELS.flatMap(([name, kernel, which]) =>
    (which === 'all' ? counts : counts.slice(0, 1)).map((count) => {
      const angles = Array.from({ length: count }, (_, k) => (2 * Math.PI * k) / count);
      const from = angles.flatMap((t) => [Math.cos(t), Math.sin(t)]);
      const to = angles.flatMap((t) => [1.4 * Math.cos(t) + 0.3, 0.6 * Math.sin(t) + 0.2 * Math.cos(2 * t)]);
      const space = landmarkSpace(kernel, count);
      const { value } = matchExactly(space, Float64Array.from(from), endAt(Float64Array.from(to)), { steps: 20 });
      return measuredPath(`${count} landmarks, ${name}`, 2 * count, value, fieldScale(space));
    }),
  );
}

const [INERTIA, ANGLE] = [2, 1.1];

/** A sphere turned: length √I·angle. */
export function measuredBody(): { readonly path: MeasuredPath; readonly expected: number } {
  const [cos, sin] = [Math.cos(ANGLE), Math.sin(ANGLE)];
  const identity = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  const target = Float64Array.of(cos, sin, 0, -sin, cos, 0, 0, 0, 1);
  const { value } = matchExactly(rigidBody([INERTIA, INERTIA, INERTIA]), identity, endAt(target));
  return { path: measuredPath('rigid body', 3, value, () => 1), expected: Math.sqrt(INERTIA) * ANGLE };
}
