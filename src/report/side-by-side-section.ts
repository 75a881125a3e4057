/** @file Learned circuit and geodesic side by side: what acts when, and what entanglement it makes, on one axis and one scale. */

import type { PathComparison } from '../comparison/path-comparison.ts';
import { entropiesOfPaths, type PathEntropies } from '../comparison/path-entropies.ts';
import { BLUE, VERMILION } from '../drawing/colours.ts';
import { chartFigure, mapFigure } from '../drawing/data-figure.ts';
import { figures, paragraph, section } from '../drawing/figure.ts';
import type { Datum } from '../drawing/line-chart.ts';
import { significant } from '../number-format.ts';
import type { GeodesicRecord, TrainingRecord } from '../record/run-record.ts';

/** Equal parts of the arc at which entropies are computed. */
const PARTS = 10;

/**
 * The section that shows both paths from the reference to the target: what acts when, and what entanglement is there;
 * '' where neither is known.
 */
export function sideBySideSection(geodesic: GeodesicRecord, training: TrainingRecord): string {
  const { network, theta } = training;
  const found = geodesic.mixed == null ? entropiesOfPaths(network, Float64Array.from(theta), geodesic, PARTS) : null;
  const isEntangled =
    found !== null && [found.learned, found.geodesic].some(({ entropies }) => entropies.flat().some((S) => S > NONE));
  const drawn = [
    ...(isEntangled ? entropyMaps(found) : []),
    ...(geodesic.comparison == null ? [] : profileFigures(geodesic.comparison)),
    ...(isEntangled ? [halfChart(found)] : []),
  ];
  if (drawn.length === 0) return '';
  return section(
    'Network and geodesic side by side',
    paragraph(
      'Both are paths of states from the reference (0) to the target (1). On the left the learned circuit, layer after layer; on the right the geodesic; every pair of maps has one axis and one scale.',
    ),
    figures(...drawn),
  );
}

/** Entropies below this, in nats, are rounding. */
const NONE = 1e-9;

type Entropies = NonNullable<ReturnType<typeof entropiesOfPaths>>;

function entropyMaps({ learned, geodesic }: Entropies): readonly string[] {
  const greatest = Math.max(...[learned, geodesic].flatMap(({ entropies }) => entropies.flat()));
  return [entropyMap(learned, 'learned circuit', greatest), entropyMap(geodesic, 'geodesic', greatest)];
}

/** Which range acts when, in both. */
function profileFigures({ profile }: PathComparison): readonly string[] {
  const greatest = Math.max(0, ...[...profile.circuit, ...profile.geodesic].flat().filter(Number.isFinite));
  const ranges = Math.max(profile.circuit.length, profile.geodesic.length);
  return (['circuit', 'geodesic'] as const).map((which) => {
    const where = which === 'geodesic' ? 'along the geodesic' : 'in the learned circuit';
    const rows = Array.from({ length: ranges }, (_, range) => profile[which][range] ?? []);
    const parts = Math.max(0, ...rows.map(({ length }) => length));
    return mapFigure(
      {
        title: `Which range acts when, ${where}`,
        quantity: 'radians',
        rowsLabel: 'range',
        columnsLabel: 'part of the length',
        rows: rows.map((_, range) => String(range)).reverse(),
        columns: Array.from({ length: parts }, (_, part) => String(part + 1)),
        values: rows.map((row) => Array.from({ length: parts }, (_, part) => row[part] ?? null)).reverse(),
        greatest,
        aspect: 0.8,
      },
      `Which range acts when, ${where}. Time spent at each range in equal parts of the length, from the reference to the target; range 0 is one qubit.`,
    );
  });
}

function entropyMap({ arc, entropies }: PathEntropies, of: 'learned circuit' | 'geodesic', greatest: number): string {
  const parts = (entropies[0] ?? []).length - 1;
  const where = of === 'geodesic' ? 'along the geodesic' : 'along the learned circuit';
  return mapFigure(
    {
      title: `Entropy of every cut ${where}`,
      quantity: 'S (nats)',
      rowsLabel: 'cut after site',
      columnsLabel: `part of the arc, of ${significant(arc)} rad`,
      rows: entropies.map((_, k) => String(k)),
      columns: Array.from({ length: parts + 1 }, (_, j) => String(Math.round((100 * j) / parts) / 100)),
      values: entropies,
      greatest,
      aspect: 0.8,
    },
    `Entanglement ${where}. Entropy of the sites up to each cut, from the reference (0) to the target (1), at equal steps of the arc of states.`,
  );
}

function halfChart({ learned, geodesic }: Entropies): string {
  const data = ({ arc, entropies }: PathEntropies): readonly Datum[] => {
    const row = entropies[Math.floor(entropies.length / 2)] ?? [];
    return row.map((y, j) => {
      const x = (arc * j) / (row.length - 1);
      return { x, y, hint: `after ${significant(x)} rad: ${significant(y, 4)} nats` };
    });
  };
  return chartFigure(
    {
      title: 'Entropy of half the chain along both paths',
      x: { label: 'arc of the curve of states (radians)', kind: 'linear', include: [0] },
      y: { label: 'entropy (nats)', kind: 'linear', include: [0] },
      series: [
        { name: 'learned circuit', colour: VERMILION, mark: 'line-and-points', data: data(learned) },
        { name: 'geodesic', colour: BLUE, mark: 'line-and-points', data: data(geodesic) },
      ],
    },
    'Entropy of half the chain along both paths. Against the arc that the states have gone, in the Fubini–Study metric; both end in the target.',
  );
}
