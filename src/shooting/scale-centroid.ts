/** @file At which scale a motion is. */

import type { ScalePower } from './shooting-space.ts';

/** Σ scale·power/Σ power; NaN at rest. For e^{−r}, whose spectrum has no mean, it depends on the nodes: do not read it. */
export function scaleCentroid(scales: readonly ScalePower[]): number {
  const total = scales.reduce((sum, { power }) => sum + power, 0);
  return scales.reduce((sum, { scale, power }) => sum + scale * power, 0) / total;
}
