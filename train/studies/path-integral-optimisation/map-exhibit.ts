/** @file Maps of φ with contours. */

import type { HeatMapExhibit } from '../../../src/record/study-record.ts';
import type { ShapeMap } from './shapes.ts';

/** A map with contours at whole multiples of a step, but for 0 where that is the value at the sides. */
export function mapExhibit({ x, y, phi }: ShapeMap, caption: string, quantity: string, step: number): HeatMapExhibit {
  const values = phi.flat().filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const first = Math.ceil(low / step);
  const named = (value: number): string => value.toFixed(2);
  return {
    kind: 'heat-map',
    caption,
    quantity,
    rowsLabel: 'z',
    columnsLabel: 'x',
    rows: y.map(named),
    columns: x.map(named),
    values: phi,
    contours: Array.from(
      { length: Math.max(0, Math.floor(high / step) - first + 1) },
      (_, k) => (first + k) * step,
    ).filter((level) => level !== 0),
  };
}
