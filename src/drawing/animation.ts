/** @file Drawings that follow each other in one place: an animation without a script, in the page and in a file. */

import { FAINT, INK } from './colours.ts';
import { drawing, element, label } from './markup.ts';

/** A drawing with what distinguishes it from the others: 'τ = 0.5'. */
export interface Frame {
  readonly name: string;
  /** Markup of one SVG. */
  readonly svg: string;
}

/** Seconds for which a frame is shown. */
const SECONDS = 0.9;
const HEAD = 30;

/**
 * The frames one after another, again and again, in SVG: each is visible for its share of the time (SMIL). Where nothing
 * moves, as on paper, the first is shown. Above the frames their name, and a dot on a line at their place in the series.
 *
 * @param size - of all frames, pixels
 */
export function animation(
  title: string,
  frames: readonly Frame[],
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const [left, right] = [width / 2, width - 20];
  const track = element('line', { x1: left, x2: right, y1: 16, y2: 16, stroke: FAINT, 'stroke-width': 2 });
  const drawn = frames.map(({ name, svg }, k) => {
    const x = frames.length === 1 ? left : left + ((right - left) * k) / (frames.length - 1);
    return element('g', { visibility: k === 0 ? 'visible' : 'hidden' }, [
      frames.length === 1 ? '' : shown(k, frames.length),
      label(4, 20, name, { fill: INK, 'font-weight': '600' }),
      element('circle', { cx: x, cy: 16, r: 5, fill: INK }),
      element('g', { transform: `translate(0 ${HEAD})` }, svg),
    ]);
  });
  return drawing(title, width, height + HEAD, [track, ...drawn]);
}

/** Visible from k/K to (k + 1)/K of the time. */
function shown(k: number, frames: number): string {
  const share = (j: number): string => String(Math.round((1e5 * j) / frames) / 1e5);
  const [values, times] =
    k === 0
      ? ['visible;hidden', `0;${share(1)}`]
      : k === frames - 1
        ? ['hidden;visible', `0;${share(k)}`]
        : ['hidden;visible;hidden', `0;${share(k)};${share(k + 1)}`];
  return element('animate', {
    attributeName: 'visibility',
    values,
    keyTimes: times,
    calcMode: 'discrete',
    dur: `${Math.round(100 * SECONDS * frames) / 100}s`,
    repeatCount: 'indefinite',
  });
}
