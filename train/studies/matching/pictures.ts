/** @file A disc that becomes an ellipse, and the grid that goes with it. */

import type { MorphFrame, MorphRow } from '../../../src/record/study-record.ts';
import { type Picture, pixelGrid } from '../../../src/shooting/image-mismatch.ts';
import { gaussianKernel } from '../../../src/shooting/kernels.ts';
import { matchingImages } from '../../../src/shooting/match-images.ts';
import { landmarkSpace } from '../../../src/shooting/point-space.ts';
import type { PartStep } from '../../study.ts';
import { fieldScale, type MeasuredPath, measuredPath } from './measured.ts';

/** The match, and its motion as frames. */
export interface MeasuredPictures {
  readonly path: MeasuredPath;
  /** Mismatch over that before. */
  readonly ratio: number;
  readonly row: MorphRow;
}

export const TIMES = [0, 0.25, 0.5, 0.75, 1] as const;
/** Radius of the disc and half axes of the ellipse, in units of the side. */
const [RADIUS, LONG, SHORT] = [0.25, 0.33, 0.19];
/** Lines of the grid each way, and points of a line. */
const [LINES, POINTS] = [13, 25];

/** An ellipse with an edge one pixel wide. */
function ellipse(size: number, a: number, b: number): Picture {
  const grid = pixelGrid({ rows: size, columns: size });
  const pixels = Float64Array.from({ length: size * size }, (_, k) => {
    const r = Math.hypot((grid[2 * k]! - 0.5) / a, (grid[2 * k + 1]! - 0.5) / b);
    return 1 / (1 + Math.exp(2 * size * Math.sqrt(a * b) * (r - 1)));
  });
  return { rows: size, columns: size, pixels };
}

export function* measuredPictures(
  size: number,
  pointsAcross: number,
  weight: number,
): Generator<PartStep, MeasuredPictures> {
  const [disc, target] = [ellipse(size, RADIUS, RADIUS), ellipse(size, LONG, SHORT)];
  const kernel = gaussianKernel(1 / pointsAcross);
  const search = matchingImages(disc, target, { pointsAcross, kernel, weight, valueTolerance: 1e-5, maxSteps: 30 });
  for (;;) {
    const next = search.next();
    if (!next.done) {
      const { step, value } = next.value;
      yield { message: `H + μ·mismatch = ${value.toPrecision(4)}`, progress: step / (step + 8) };
      continue;
    }
    const { value } = next.value;
    const leaders = landmarkSpace(kernel, value.points.length / 2);
    const scale = fieldScale(leaders);
    const { length } = value.points;
    const path = measuredPath(`disc to ellipse, ${size}²`, length, value, ({ q, p }) =>
      scale({ q: q.slice(0, length), p: p.slice(0, length) }),
    );
    // The shot is that of φ⁻¹: time runs the other way.
    const reversed = path.scale.map(([t, k]) => [1 - t, k] as const).toReversed();
    const frames = TIMES.map((t): MorphFrame => {
      const lines = [...gridLines(), circle(RADIUS, RADIUS)].map((line) => pairs(value.movedAt(t, line)));
      return {
        name: `t = ${t}`,
        lines: [
          ...lines.slice(0, -1).map((points) => ({ mark: 'grid' as const, points })),
          { mark: 'outline' as const, points: lines.at(-1)! },
          { mark: 'target' as const, points: pairs(circle(LONG, SHORT)) },
        ],
        picture: { rows: size, columns: size, ink: Array.from(value.pictureAt(t).pixels, (x) => 0.55 * x) },
      };
    });
    return {
      path: { ...path, scale: reversed },
      ratio: value.mismatch / value.before,
      row: { name: 'a picture: velocity fields move points', window: [0, 0, 1, 1], frames },
    };
  }
}

/** Vertical and horizontal lines of the unit square. */
function gridLines(): readonly Float64Array[] {
  const places = Array.from({ length: LINES }, (_, k) => (k + 0.5) / LINES);
  const along = Array.from({ length: POINTS }, (_, k) => k / (POINTS - 1));
  return [
    ...places.map((x) => Float64Array.from(along.flatMap((y) => [x, y]))),
    ...places.map((y) => Float64Array.from(along.flatMap((x) => [x, y]))),
  ];
}

const circle = (a: number, b: number): Float64Array =>
  Float64Array.from({ length: 98 }, (_, k) => {
    const angle = (2 * Math.PI * (k >> 1)) / 48;
    return 0.5 + (k % 2 === 0 ? a * Math.cos(angle) : b * Math.sin(angle));
  });

const pairs = (line: Float64Array): readonly (readonly [number, number])[] =>
  Array.from({ length: line.length / 2 }, (_, k) => [line[2 * k]!, line[2 * k + 1]!] as const);
