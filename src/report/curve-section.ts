/** @file A curve of states: how network, geodesic and geometry change with τ. */

import type { RegionCut } from '../bulk/boundary-geometry.ts';
import { BLUE, GREEN, MUTED, PURPLE, VERMILION } from '../drawing/colours.ts';
import { chartFigure } from '../drawing/data-figure.ts';
import { figures, paragraph, section } from '../drawing/figure.ts';
import type { Datum, LineChart, Series } from '../drawing/line-chart.ts';
import { counted, significant } from '../number-format.ts';
import type { RunPoint, RunRecord } from '../record/run-record.ts';
import { goalOf } from './accepted-infidelity.ts';
import { middleCut } from './bulk-section.ts';
import { curveFrames } from './curve-frames.ts';
import { geodesicReading } from './reading.ts';
import { FLOOR } from './training-section.ts';

/** The parameter of a curve, with its unit. */
const PARAMETERS: Readonly<Record<string, string>> = {
  quench:
    'τ is the time since the quench, ψ(τ) = exp(−iHτ)ψ(0), in units of ħ over the unit of energy in which H is given.',
  'imaginary-time':
    'τ is imaginary time, ψ(τ) ∝ exp(−Hτ)ψ(0), in units of one over the unit of energy in which H is given: nothing evolves, the energy falls.',
  'adiabatic-sweep':
    'τ is the parameter s of H(s) = (1 − s)H₀ + sH₁, from 0 to 1, without unit; each state is a ground state.',
  interpolation: 'τ runs from one target (0) to the other (1), without unit.',
};

/**
 * The section that compares the points of a curve.
 *
 * @param experiment - names the curve, and so the meaning of τ
 */
export function curveSection(points: readonly RunPoint[], experiment: RunRecord['experiment']): string {
  const { curve: chosen } = experiment as { readonly curve?: { readonly name?: string } | null };
  const { accepted } = goalOf(experiment);
  const missed = points.filter(({ training }) => !(training.infidelity <= accepted)).length;
  const text =
    `${counted(points.length, 'state')} along the curve τ ↦ ρ(τ), each network warm-started from the one before. ${PARAMETERS[chosen?.name ?? ''] ?? ''} ` +
    `Read together they are a stack of spatial slices; that this stack is a spacetime is an analogy.`;
  return section(
    'Along the curve',
    paragraph(text),
    missed === 0
      ? ''
      : paragraph(
          `${missed} of ${counted(points.length, 'state')} missed the target: their entropies are those of the learned states, and their shapes are left out.`,
          'warning',
        ),
    curveFrames(points),
    figures(
      infidelityFigure(points),
      lengthFigure(points),
      entropyFigure(points),
      rankFigure(points),
      shapeFigure(points.filter(({ training }) => training.infidelity <= accepted)),
    ),
  );
}

const TIME = { label: 'τ', kind: 'linear' } as const;

/** A quantity along the curve; points where it was not measured are left out. */
function along(
  points: readonly RunPoint[],
  quantity: (point: RunPoint) => number | null | undefined,
): readonly Datum[] {
  return points.flatMap((point, k) => {
    const [x, y] = [point.time ?? k, quantity(point)];
    return y === null || y === undefined ? [] : [{ x, y, hint: `τ = ${significant(x)}: ${significant(y, 4)}` }];
  });
}

function curve(name: string, colour: string, data: readonly Datum[]): Series {
  return { name, colour, mark: 'line-and-points', data };
}

function infidelityFigure(points: readonly RunPoint[]): string {
  const chart: LineChart = {
    title: 'Infidelity along the curve',
    x: TIME,
    y: { label: 'infidelity 1 − F (log scale)', kind: 'log' },
    series: [
      curve(
        'learned network',
        VERMILION,
        along(points, ({ training }) => Math.max(FLOOR, training.infidelity)),
      ),
      curve(
        'geodesic',
        BLUE,
        along(points, ({ geodesic }) => geodesic && Math.max(FLOOR, geodesic.infidelity)),
      ),
    ],
  };
  return chartFigure(chart, 'Infidelity along the curve. Of the learned network and of the end of the geodesic.');
}

function lengthFigure(points: readonly RunPoint[]): string {
  const searched = points.flatMap(({ geodesic }) => (geodesic === null ? [] : [geodesic]));
  const doubtful = searched.filter((geodesic) => geodesicReading(geodesic).caveat !== null).length;
  const reserve =
    doubtful === 0
      ? ''
      : ` Of ${counted(searched.length, 'geodesic')} ${doubtful} ${doubtful === 1 ? 'is' : 'are'} not certain: see state by state.`;
  const chart: LineChart = {
    title: 'Length along the curve',
    x: TIME,
    y: { label: 'length (radians)', kind: 'linear', include: [0] },
    series: [
      curve(
        'learned circuit',
        VERMILION,
        along(points, ({ geodesic }) => geodesic?.learned?.layeredLength),
      ),
      curve(
        'geodesic',
        BLUE,
        along(points, ({ geodesic }) => geodesic?.length),
      ),
      {
        ...curve(
          'lower bound',
          MUTED,
          along(points, ({ geodesic }) => geodesic?.lowerBound),
        ),
        mark: 'dash',
      },
    ],
  };
  return chartFigure(
    chart,
    `Length along the curve. On the metric of the training: learned circuit with commuting gates at the same time, geodesic and lower bound.${reserve}`,
  );
}

function entropyFigure(points: readonly RunPoint[]): string {
  const half = (point: RunPoint) => point.bulk && middleCut(point.bulk.cuts, point.bulk.boundary.length);
  const chart: LineChart = {
    title: 'Half-chain entropy along the curve',
    x: TIME,
    y: { label: 'entropy (nats)', kind: 'linear', include: [0] },
    series: [
      curve(
        'learned state',
        BLUE,
        along(points, (point) => half(point)?.entropy),
      ),
      {
        ...curve(
          'target',
          GREEN,
          along(points, (point) => targetEntropy(point, half(point))),
        ),
        mark: 'hollow',
      },
      {
        ...curve(
          'minimal cut',
          MUTED,
          along(points, (point) => half(point)?.cut),
        ),
        mark: 'dash',
      },
    ],
  };
  return chartFigure(
    chart,
    'Entropy of half the chain along the curve. Of the learned state and of the target, and the minimal cut of the network.',
  );
}

/** Entropy of the same region of the target. */
function targetEntropy({ targetGeometry }: RunPoint, cut: RegionCut | null): number | null | undefined {
  if (cut === null) return null;
  return targetGeometry?.regions.find(({ start, length }) => start === cut.start && length === cut.length)?.entropy;
}

function rankFigure(points: readonly RunPoint[]): string {
  const chart: LineChart = {
    title: 'Fisher rank and gates along the curve',
    x: TIME,
    y: { label: 'number', kind: 'linear', include: [0] },
    series: [
      curve(
        'rank of F',
        GREEN,
        along(points, ({ fisher }) => fisher?.rank),
      ),
      curve(
        'parameters',
        PURPLE,
        along(points, ({ training }) => training.network.parameters),
      ),
    ],
  };
  return chartFigure(
    chart,
    'Rank of the Fisher information along the curve. Directions in which the state can move, against the parameters of the network.',
  );
}

/** Dimension and size of the boundary's distances; empty if no point of the curve has a shape. */
function shapeFigure(points: readonly RunPoint[]): string {
  const dimension = along(points, ({ shape }) => shape?.boundary?.embedding.participation);
  if (dimension.length === 0) return '';
  const chart: LineChart = {
    title: 'Shape of the boundary along the curve',
    x: TIME,
    y: { label: 'dimension; distance −log(I/I_{max})', kind: 'linear', include: [0] },
    series: [
      curve('dimension', PURPLE, dimension),
      curve(
        'diameter',
        BLUE,
        along(points, ({ shape }) => shape?.boundary?.diameter),
      ),
      {
        ...curve(
          'Gromov δ',
          MUTED,
          along(points, ({ shape }) => shape?.boundary?.hyperbolicity.delta),
        ),
        mark: 'dash',
      },
    ],
  };
  return chartFigure(
    chart,
    'Shape of the boundary along the curve. Participation number of the embedding’s axes, greatest distance between two sites, and how far the distances are from a tree.',
  );
}
