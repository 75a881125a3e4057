/** @file Gravity's shadow: how entropies, areas, distances and curvature answer a small disturbance of the state. */

import type { BoundaryShape } from '../bulk/boundary-shape.ts';
import { BLUE, GREEN, MUTED, VERMILION } from '../drawing/colours.ts';
import { chartFigure, mapFigure } from '../drawing/data-figure.ts';
import { figures, foldedSection, paragraph, table } from '../drawing/figure.ts';
import type { HeatMap } from '../drawing/heat-map.ts';
import type { Datum, LineChart } from '../drawing/line-chart.ts';
import type { ModelFit } from '../geometry/model-fit.ts';
import type { CurvatureResponse } from '../gravity/area-response.ts';
import type { GravityShadow, RegionResponse } from '../gravity/gravity-shadow.ts';
import type { SpectrumShadow } from '../gravity/spectrum-shadow.ts';
import { settledTo, significant } from '../number-format.ts';
import { curvatureReading, measured, prefersCurvature, stated } from './reading.ts';

/**
 * The section on the response of the geometry.
 *
 * @param boundary - shape of the same state's boundary: where it prefers no curvature, no response of the curvature is
 *   shown
 */
export function gravitySection(gravity: GravityShadow, boundary: BoundaryShape | null): string {
  const { site, half, firstLaw, regions, distances } = gravity;
  const region = half.length === 1 ? `site ${half[0]}` : `sites ${half[0]} to ${half.at(-1)}`;
  return foldedSection(
    'Gravity’s shadow (analogy)',
    'how the geometry answers a disturbance',
    paragraph(
      `The state is disturbed on site ${site}, ψ ↦ ψ + ε(O − ⟨O⟩)ψ with O = (X + Z)/√2, as if it evolved for an imaginary time ε under −O. Entropies answer by the first law of entanglement, ` +
        `δS = δ⟨K⟩ with the modular Hamiltonian K = −log ρ, which holds for every state. That areas and distances answer like a spacetime does to matter is an analogy: nothing here is Einstein’s equation.`,
    ),
    table(rowsOf(gravity, region, boundary)),
    figures(
      ...(firstLaw.length === 0 ? [] : [firstLawFigure(firstLaw, region)]),
      ...(regions.length === 0 ? [] : [regionFigure(regions, site)]),
      ...(regions.some(({ cut }) => cut !== null) ? [areaFigure(regions)] : []),
      ...(distances.some((row) => row.some((pair) => pair !== null)) ? [distanceFigure(distances, site)] : []),
    ),
  );
}

/** A number below this is rounding, or an error of the training, and written as 0. */
const settled = settledTo(1e-6);

function rowsOf(
  { firstLaw, residual, curvature, spectrum }: GravityShadow,
  region: string,
  boundary: BoundaryShape | null,
) {
  const rows: (readonly [string, string])[] = [];
  if (residual !== null) {
    rows.push([`First law of ${region}, Δ⟨K⟩ − ΔS − S(ρ′‖ρ), greatest (nats)`, significant(residual, 2)]);
    const slope = slopeOf(firstLaw);
    if (slope !== null) rows.push(['Order in ε of what the first law leaves out, Δ⟨K⟩ − ΔS', significant(slope, 3)]);
  }
  if (curvature !== null) {
    rows.push([
      'Curvature of the best curved surface through the sites, and its response (analogy)',
      curvatureResponseText(curvature, boundary?.fit ?? null),
    ]);
  }
  return [...rows, ...(spectrum === null ? [] : spectrumRows(spectrum, region))];
}

/** The response, only where the boundary has a curvature that can respond. */
function curvatureResponseText({ kind, change }: CurvatureResponse, fit: ModelFit | null): string {
  const curvature = stated(curvatureReading(fit));
  const responds = fit !== null && prefersCurvature(fit) && fit.best.kind === kind;
  return responds ? `${curvature}, ${significant(settled(change))} per ε` : curvature;
}

function spectrumRows({ rank, trace, whole, curvature, curvatureError, einstein }: SpectrumShadow, region: string) {
  const rows: (readonly [string, string])[] = [
    [
      `Fisher metric of the entanglement spectrum of ${region}: directions seen, share of the region’s information`,
      `${rank}, ${significant(whole > 0 ? (100 * trace) / whole : 0, 2)}\u00A0%`,
    ],
  ];
  if (curvature !== null) {
    rows.push([
      `Its scalar curvature along the ${einstein.length === 3 ? 'three' : 'two'} directions seen best`,
      measured(settled(curvature), curvatureError),
    ]);
  }
  if (einstein.length > 0) {
    const values = einstein.map((value) => significant(settled(value))).join(', ');
    rows.push(['Its Einstein tensor relative to the metric, eigenvalues (analogy)', values]);
  }
  return rows;
}

/** Least-squares slope of log(Δ⟨K⟩ − ΔS) over log ε, for small ε. */
function slopeOf(firstLaw: GravityShadow['firstLaw']): number | null {
  const points = firstLaw
    .filter(({ size, relativeEntropy }) => size > 0 && size <= 0.03 && relativeEntropy > 1e-13)
    .map(({ size, relativeEntropy }) => [Math.log(size), Math.log(relativeEntropy)] as const);
  if (points.length < 2) return null;
  const mean = (k: 0 | 1): number => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return spread > 0 ? points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread : null;
}

function firstLawFigure(firstLaw: GravityShadow['firstLaw'], region: string): string {
  const data = (of: (law: GravityShadow['firstLaw'][number]) => number): readonly Datum[] =>
    firstLaw.map((law) => {
      const y = Math.max(1e-16, Math.abs(of(law)));
      return { x: law.size, y, hint: `ε = ${significant(law.size)}: ${significant(y, 4)} nats` };
    });
  const chart: LineChart = {
    title: 'The first law of entanglement',
    x: { label: 'size ε of the disturbance (log scale)', kind: 'log' },
    y: { label: 'nats (log scale)', kind: 'log' },
    series: [
      { name: '|ΔS|', colour: BLUE, mark: 'line-and-points', data: data(({ entropyChange }) => entropyChange) },
      { name: '|Δ⟨K⟩|', colour: VERMILION, mark: 'dash', data: data(({ modularChange }) => modularChange) },
      {
        name: 'S(ρ′‖ρ)',
        colour: MUTED,
        mark: 'line-and-points',
        data: data(({ relativeEntropy }) => relativeEntropy),
      },
    ],
    height: 300,
  };
  return chartFigure(
    chart,
    `The first law of entanglement. Of ${region}: change of entropy and of modular energy agree to first order in ε; what is left is the relative entropy, of second order.`,
  );
}

function regionFigure(regions: readonly RegionResponse[], site: number): string {
  const longest = Math.max(...regions.map(({ length }) => length));
  const last = Math.max(...regions.map(({ start }) => start));
  const at = new Map(regions.map((region) => [`${region.start} ${region.length}`, region.change]));
  const chart: HeatMap = {
    title: 'Response of the entropy of every region',
    rows: Array.from({ length: longest }, (_, k) => String(k + 1)),
    columns: Array.from({ length: last + 1 }, (_, k) => String(k)),
    values: Array.from({ length: longest }, (_, k) =>
      Array.from({ length: last + 1 }, (__, start) => {
        const change = at.get(`${start} ${k + 1}`);
        return change === undefined ? null : settled(change);
      }),
    ),
    rowsLabel: 'length',
    columnsLabel: 'first site',
    quantity: 'δS (nats per ε)',
  };
  return mapFigure(
    chart,
    `Response of the entropy of every region. δS = δ⟨K⟩ of contiguous regions, by first site and length; the disturbance is on site ${site}.`,
  );
}

function areaFigure(regions: readonly RegionResponse[]): string {
  const data = regions.flatMap(({ start, length, change, cut }): readonly Datum[] =>
    cut === null
      ? []
      : [
          {
            x: cut.change,
            y: change,
            hint: `sites ${start} to ${start + length - 1}: entropy ${significant(change)}, area ${significant(cut.change)}`,
          },
        ],
  );
  const chart: LineChart = {
    title: 'Response of entropy against response of area',
    x: { label: 'δ area of the minimal cut (nats per ε)', kind: 'linear', include: [0] },
    y: { label: 'δS of the region (nats per ε)', kind: 'linear', include: [0] },
    series: [{ name: 'regions', colour: GREEN, mark: 'points', data }],
    diagonal: 'δS = δ area',
    height: 300,
  };
  return chartFigure(
    chart,
    'Response of entropy against response of area. Each leg has the entropy of the cut that it makes alone as its area; on the diagonal the area of the minimal cut answers like the entropy.',
  );
}

function distanceFigure(distances: GravityShadow['distances'], site: number): string {
  const names = distances.map((_, k) => String(k));
  const chart: HeatMap = {
    title: 'Response of the distances between sites',
    rows: names,
    columns: names,
    values: distances.map((row) => row.map((pair) => (pair === null ? null : settled(pair.change)))),
    rowsLabel: 'site a',
    columnsLabel: 'site b',
    quantity: 'δd (per ε)',
  };
  return mapFigure(
    chart,
    `Response of the distances between sites. δd = −δI/I of d = −log(I/I_{max}); negative where sites approach each other. The disturbance is on site ${site}.`,
  );
}
