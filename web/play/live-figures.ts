/** @file The figures of a training, drawn anew where there is news of them. */

import { element } from '../../src/drawing/markup.ts';
import { show } from '../page/trusted.ts';
import { part } from '../page/view.ts';
import {
  engineLine,
  geodesicFigure,
  geometryFigures,
  lengthFigure,
  lossFigure,
  networkFigure,
  progressFacts,
  targetFigure,
} from './play-figures.ts';
import type { Progress } from './session.ts';

/** Figures that can be drawn again. */
export interface LiveFigures {
  readonly draw: (progress: Progress, changed: 'training' | 'analysis' | 'end') => void;
  readonly clear: () => void;
}

const place = (name: string, className?: string): string => element('div', { 'data-part': name, class: className }, '');

const FRAME = [
  element('div', { class: 'figures' }, [place('loss'), place('length')]),
  element('div', { class: 'figures' }, [place('network', 'whole')]),
  element('div', { class: 'figures' }, [place('target'), place('geodesic')]),
  element('div', { class: 'figures', 'data-part': 'geometry' }, ''),
].join('');

/** Least milliseconds between two drawings where the reader wants little motion. */
const STILL = 1000;
/** Least milliseconds between two drawings of the network, which may have hundreds of boxes. */
const NETWORK_EVERY = 50;
/** Frames over which the rate is measured. */
const RATED = 30;

/**
 * The figures of a training.
 *
 * @param root - has parts named facts and figures
 */
export function liveFigures(root: Element): LiveFigures {
  show(part(root, '[data-part=figures]'), FRAME);
  const at = Object.fromEntries(
    ['facts', 'loss', 'length', 'network', 'target', 'geodesic', 'geometry'].map((name) => [
      name,
      part(root, `[data-part=${name}]`),
    ]),
  ) as Readonly<Record<string, HTMLElement>>;
  const latest = new Map<string, string>();
  const put = (name: string, markup: string): void => {
    if (latest.get(name) === markup) return;
    latest.set(name, markup);
    show(at[name]!, markup);
  };
  let frames: number[] = [];
  const rate = (): number | null => {
    const [first, last] = [frames[0], frames.at(-1)];
    if (first === undefined || last === undefined || frames.length < 5 || last === first) return null;
    return Math.round((1000 * (frames.length - 1)) / (last - first));
  };
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let [drawn, networkDue] = [0, 0];
  return {
    draw: (progress, changed) => {
      if (isStill && changed === 'training' && performance.now() < drawn + STILL) return;
      drawn = performance.now();
      if (changed === 'training') frames = [...frames.slice(1 - RATED), performance.now()];
      if (changed === 'training' && progress.history.length > 0) markFirst();
      put('facts', progressFacts(progress, progress.status === 'running' ? rate() : null) + engineLine(progress));
      if (changed !== 'training') {
        put('target', targetFigure(progress));
        put('geodesic', geodesicFigure(progress));
        put('geometry', geometryFigures(progress).join(''));
      }
      put('length', lengthFigure(progress));
      if (changed === 'analysis') return;
      put('loss', lossFigure(progress));
      if (changed === 'training' && performance.now() < networkDue) return;
      const begun = performance.now();
      put('network', networkFigure(progress));
      networkDue = begun + Math.max(NETWORK_EVERY, 4 * (performance.now() - begun));
    },
    clear: () => {
      frames = [];
      networkDue = 0;
      for (const name of Object.keys(at)) put(name, '');
    },
  };
}

/** Marks the moment at which the first training step is on the page, for whoever measures it. */
function markFirst(): void {
  if (performance.getEntriesByName('first-step').length === 0) performance.mark('first-step');
}
