/** @file The shape of boundary and bulk: embedded distances, curvature, and how much of the bulk the boundary sees. */

import type { BoundaryShape } from '../bulk/boundary-shape.ts';
import type { BondCurvature } from '../bulk/bulk-curvature.ts';
import type { InferabilityMap } from '../bulk/inferability-map.ts';
import { BLUE, PURPLE, ramp, VERMILION } from '../drawing/colours.ts';
import { chartFigure, mapFigure } from '../drawing/data-figure.ts';
import { axisShares, embeddingDrawing } from '../drawing/embedding-drawing.ts';
import { figure, figures, paragraph, section, table } from '../drawing/figure.ts';
import type { HeatMap } from '../drawing/heat-map.ts';
import type { Datum, LineChart } from '../drawing/line-chart.ts';
import type { SpaceFit } from '../geometry/model-fit.ts';
import { counted, settledTo, significant } from '../number-format.ts';
import type { PathRecord, ShapeRecord } from '../record/run-record.ts';
import { diskFigure } from './disk-figure.ts';
import { curvatureReading, stated } from './reading.ts';
import { compactWord } from './word-usage.ts';

/**
 * The section on shape; empty if none of it is available.
 *
 * @param infidelity - of the network, which limits the distances that can be trusted
 * @param missed - whether the target was missed: then embedding and curvature are withheld
 */
export function shapeSection(
  { seen, seenFromHalf, recovered, path, ...shape }: ShapeRecord,
  infidelity: number,
  missed = false,
): string {
  const [boundary, curvature] = missed ? [null, null] : [shape.boundary, shape.curvature];
  const drawn = [
    ...(boundary === null ? [] : boundaryFigures(boundary)),
    ...(seen === null ? [] : [seenFigure(seen, 'all of the boundary')]),
    ...(seenFromHalf === null ? [] : [seenFigure(seenFromHalf, 'the first half of the boundary')]),
    ...(recovered == null || recovered.length === 0 ? [] : [recoveredFigure(recovered)]),
    ...(path == null || path.information.length === 0 || path.words.length === 0 ? [] : [pathFigure(path)]),
    ...(new Set((curvature ?? []).map(({ depth }) => depth)).size < 2 ? [] : [curvatureFigure(curvature!)]),
  ];
  if (drawn.length === 0 && (curvature ?? []).length === 0) return '';
  return section(
    'Shape',
    ...(boundary === null ? [] : [paragraph(boundaryText(boundary)), table(boundaryRows(boundary))]),
    ...(boundary !== null && boundary.diameter > -Math.log(infidelity) ? [paragraph(BEYOND, 'warning')] : []),
    ...(curvature === null || curvature.length === 0 ? [] : [paragraph(curvatureText(curvature))]),
    drawn.length === 0 ? '' : figures(...drawn),
  );
}

const BEYOND =
  'The greatest distances stand for mutual information below the infidelity of the network: they show the residual error of the training rather than the target.';

function boundaryText({ embedding, hyperbolicity, fit, spread, shortened }: BoundaryShape): string {
  const sites = embedding.points.length;
  const metric =
    shortened > 0
      ? ` ${percent(shortened)} of the pairs are nearer by a detour over other sites; the metric of shortest paths is what is embedded.`
      : '';
  if (fit === null) {
    return (
      `All ${sites} sites are equally far from each other${settled(spread) === 0 ? '' : ` to ${percent(spread)}`}: they form a regular simplex, which fills ${sites - 1} dimensions. ` +
      `No direction, no neighbourhood and no curvature is singled out; the drawing shows one projection of many.${metric}`
    );
  }
  return (
    `Distances −log(I/I_{max}) between ${sites} sites, as points: two axes account for ${percent(firstAxes(embedding))} of their extent, with stress ${significant(settled(embedding.stress), 2)} in three. ` +
    `${spaceSentence(fit.best, fit.fits)} Gromov’s δ is ${significant(settled(hyperbolicity.delta), 2)}, ${percent(hyperbolicity.relative)} of what the diameter allows (a tree has 0).${metric} ` +
    `That this is the geometry of a space is an analogy.`
  );
}

/** A number below this is rounding and written as 0. */
const ROUNDING = 1e-10;
const settled = settledTo(ROUNDING);
const percent = (share: number): string => `${significant(settled(100 * share), 2)}\u00A0%`;
const firstAxes = (embedding: BoundaryShape['embedding']): number => {
  const shares = axisShares(embedding);
  return (shares[0] ?? 0) + (shares[1] ?? 0);
};

const SPACES: Readonly<Record<SpaceFit['kind'], string>> = {
  euclidean: 'plane',
  hyperbolic: 'hyperbolic plane',
  spherical: 'sphere',
};

/** A curved surface whose stress is above this fraction of the plane's is hardly better. */
const HARDLY = 0.8;

function spaceSentence(best: SpaceFit, fits: readonly SpaceFit[]): string {
  const radius = best.kind === 'euclidean' ? '' : ` of curvature radius ${significant(best.radius)}`;
  const others = fits.filter(({ kind }) => kind !== best.kind);
  const rest = others.map(({ kind, stress }) => `${significant(stress, 2)} on the ${SPACES[kind]}`).join(', ');
  const flat = fits.find(({ kind }) => kind === 'euclidean');
  return (
    `Of the surfaces of constant curvature the ${SPACES[best.kind]}${radius} fits best: stress ${significant(best.stress, 2)} against ${rest}` +
    `${best.kind !== 'euclidean' && flat !== undefined && best.stress > HARDLY * flat.stress ? ', hardly better than flat' : ''}; ` +
    (best.goodness > 0
      ? `it explains ${percent(best.goodness)} of the variation in the distances.`
      : 'it explains none of the variation in the distances: two dimensions are too few.')
  );
}

function boundaryRows({ embedding, hyperbolicity, fit }: BoundaryShape): readonly (readonly [string, string])[] {
  return [
    ['Dimension, as participation number of the eigenvalues', significant(embedding.participation)],
    ['Departure from Euclidean space, as share of negative eigenvalues', percent(embedding.negativeShare)],
    ['Stress in three dimensions', significant(settled(embedding.stress))],
    [
      'Gromov δ, greatest and mean',
      `${significant(settled(hyperbolicity.delta))}, ${significant(settled(hyperbolicity.mean))}`,
    ],
    ['Gaussian curvature of the best surface', stated(curvatureReading(fit))],
  ];
}

function boundaryFigures({ embedding, fit }: BoundaryShape): readonly string[] {
  const shares = axisShares(embedding);
  const data = embedding.eigenvalues.map(
    (y, k): Datum => ({ x: k + 1, y, hint: `axis ${k + 1}: ${significant(y, 4)}, ${percent(shares[k]!)}` }),
  );
  const spectrum: LineChart = {
    title: 'Eigenvalues of the Gram matrix',
    x: { label: 'principal axis', kind: 'linear', include: [1], whole: true },
    y: { label: 'eigenvalue (distance²)', kind: 'linear', include: [0] },
    series: [{ name: 'eigenvalues', colour: PURPLE, mark: 'points', data }],
    levels: [{ y: 0, name: '' }],
    height: 300,
  };
  return [
    (fit === null ? null : diskFigure(fit)) ??
      figure(
        embeddingDrawing(embedding),
        'Boundary sites embedded. Classical multidimensional scaling of the distances; the two greatest principal axes with their share of the extent. Dashed: neighbours on the chain.',
      ),
    chartFigure(
      spectrum,
      'Extent along each axis. There are as many large eigenvalues as dimensions; negative ones cannot be realised by points in Euclidean space.',
    ),
  ];
}

function seenFigure({ information, resolution }: InferabilityMap, from: string): string {
  const chart: HeatMap = {
    title: `Information on the bulk from ${from}`,
    rows: information.map((_, depth) => String(depth + 1)),
    columns: (information[0] ?? []).map((_, site) => String(site)),
    values: information.map((row, depth) =>
      row.map((value, site) => (value < 1e-12 && resolution[depth]?.[site] == null ? null : value)),
    ),
    rowsLabel: 'depth',
    columnsLabel: 'site',
    quantity: 'Σ\u2009F_{kk}',
    aspect: Math.min(1, 9 / Math.max(1, information.length)),
  };
  const places = information.flat().filter((value) => value >= 1e-12).length;
  const exact = resolution.flat().filter((value) => value !== null).length;
  return mapFigure(
    chart,
    `The bulk as seen from ${from}. Fisher information Σ\u2009F_{kk} of the tensors at each place, crossed where there is none; ${counted(places, 'place')} ${places === 1 ? 'is' : 'are'} seen, at ${exact} of them a parameter can be inferred with all others unknown.`,
  );
}

function recoveredFigure(map: readonly (readonly (number | null)[])[]): string {
  const chart: HeatMap = {
    title: 'What the first half of the boundary recovers',
    rows: map.map((_, depth) => String(depth + 1)),
    columns: (map[0] ?? []).map((_, site) => String(site)),
    values: map.map((row) => row.map((share) => (share === null ? null : settled(share)))),
    rowsLabel: 'depth',
    columnsLabel: 'site',
    quantity: 'share',
    aspect: Math.min(1, 9 / Math.max(1, map.length)),
  };
  return mapFigure(
    chart,
    'What the first half of the boundary recovers. Share I(R:A)/2S(R) of fresh qubits that enter before each gate: 1 where the half recovers them perfectly after the other half is erased, 0 where it knows nothing of them.',
  );
}

/** Most words that are drawn. */
const MOST_WORDS = 14;

function pathFigure({ words, information, rank }: PathRecord): string {
  const total = (w: number): number => information.reduce((sum, row) => sum + (row[w] || 0), 0);
  const order = [...words.keys()].sort((a, b) => total(b) - total(a)).slice(0, MOST_WORDS);
  const chart: HeatMap = {
    title: 'Information on the geodesic in the state at its end',
    rows: order.map((w) => compactWord(words[w]!)),
    columns: information.map((_, slice) => String(slice + 1)),
    values: order.map((w) => information.map((row) => (row[w] == null ? null : settled(row[w])))),
    rowsLabel: 'word',
    columnsLabel: 'slice',
    quantity: 'F_{kk}',
    nameClass: 'word',
    rowHeight: 17,
  };
  const left = words.length - order.length;
  return mapFigure(
    chart,
    `The geodesic as seen from its end. Fisher information of the coefficient of each word in each slice${left > 0 ? `, the ${MOST_WORDS} words that are seen best of ${words.length}` : ''}; ` +
      `${rank} of ${counted(words.length * information.length, 'coefficient')} can be told apart by the state.`,
  );
}

function curvatureText(bonds: readonly BondCurvature[]): string {
  const values = bonds.map(({ curvature }) => curvature);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const negative = values.filter((value) => value < -1e-9).length;
  const positive = values.filter((value) => value > 1e-9).length;
  return (
    `Ollivier–Ricci curvature of the bulk graph, all bonds of length 1: mean ${significant(settled(mean))} over ${counted(bonds.length, 'bond')}, ` +
    `from ${significant(settled(Math.min(...values)))} to ${significant(settled(Math.max(...values)))}; ${negative} negative, ${positive} positive, ${bonds.length - negative - positive} flat. Branching is negative, closed loops of four are flat, ends and triangles are positive.`
  );
}

function curvatureFigure(bonds: readonly BondCurvature[]): string {
  const data = bonds.map(
    ({ depth, curvature, from, to }): Datum => ({
      x: depth,
      y: curvature,
      colour: curvature < -1e-9 ? VERMILION : curvature > 1e-9 ? BLUE : ramp(0.5),
      hint: `${from} – ${to}: ${significant(curvature)}`,
    }),
  );
  const depths = [...new Set(bonds.map(({ depth }) => depth))].sort((a, b) => a - b);
  const means = depths.map((x): Datum => {
    const here = bonds.filter(({ depth }) => depth === x);
    return { x, y: here.reduce((sum, { curvature }) => sum + curvature, 0) / here.length };
  });
  const chart: LineChart = {
    title: 'Ollivier–Ricci curvature by depth',
    x: { label: 'depth below the boundary', kind: 'linear', include: [0] },
    y: { label: 'curvature of the bond', kind: 'linear', include: [0] },
    series: [
      { name: 'mean at this depth', colour: PURPLE, mark: 'line', data: means },
      { name: '', colour: BLUE, mark: 'points', data },
    ],
    height: 300,
  };
  return chartFigure(
    chart,
    'Curvature of the bulk by depth. One point for each bond, vermilion where negative, blue where positive; the line is the mean.',
  );
}
