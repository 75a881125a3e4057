/** @file Is the optimum stable: the softest variations of optimised metrics. */

import { optimiseLayers } from '../../../src/systems/liouville/layered-metric.ts';
import { optimiseMetric } from '../../../src/systems/liouville/optimise-metric.ts';
import { polygonDomain } from '../../../src/systems/liouville/polygon-domain.ts';
import { rectangleDomain } from '../../../src/systems/liouville/rectangle-domain.ts';
import { layeredStability, stabilityModes } from '../../../src/systems/liouville/second-variation.ts';
import { EPSILON } from './shapes.ts';

/** Lowest eigenvalue of −Δ on ε ≤ z ≤ z₁ of the half plane. */
export interface StabilityRow {
  readonly ratio: number;
  readonly found: number;
  readonly exact: number;
}

/** The softest variation of a domain. */
export interface DomainMode {
  readonly domain: string;
  readonly eigenvalue: number;
}

export interface Stability {
  readonly rows: readonly StabilityRow[];
  readonly domains: readonly DomainMode[];
}

const LAYERS = 2000;

export function stability(ratios: readonly number[]): Stability {
  const rows = ratios.map((ratio) => ({
    ratio,
    found: layeredStability(optimiseLayers({ epsilon: 1, depth: ratio, layers: LAYERS }).value)[0]!,
    exact: 1 / 4 + (Math.PI / Math.log(ratio)) ** 2,
  }));
  const cutoff = { kind: 'cutoff', epsilon: EPSILON } as const;
  const box = optimiseMetric(rectangleDomain([0, 0], 1 / 64, [64, 64], cutoff)).value;
  const corners = [
    [0, 0],
    [1, 0],
    [1, 0.5],
    [0.5, 0.5],
    [0.5, 1],
    [0, 1],
  ] as const;
  const bent = optimiseMetric(
    polygonDomain(
      corners.map((from) => ({ from, condition: cutoff })),
      EPSILON / 6,
    ),
  ).value;
  const domains = [['box', box] as const, ['L', bent] as const].map(([domain, metric]) => ({
    domain,
    eigenvalue: stabilityModes(metric).value[0]!.eigenvalue,
  }));
  return { rows, domains };
}
