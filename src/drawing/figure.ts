/** @file The pieces of the page's prose: figures with captions, sections, tables of facts. */

import { element, escapeText, typeset } from './markup.ts';

/**
 * How much of the page's width a figure takes; 'tall' is a half beside two others, 'scroll' keeps its size and scrolls
 * sideways.
 */
export type FigureWidth = 'half' | 'tall' | 'full' | 'scroll';

/**
 * A drawing with its caption; the style sheet numbers it.
 *
 * @param svg - markup
 * @param caption - plain text; a first sentence that names the figure is set in bold
 */
export function figure(svg: string, caption: string, width: FigureWidth = 'half'): string {
  return captioned(element('div', { class: 'canvas' }, svg), caption, width);
}

/** Anything with a caption, numbered as a figure, or as a table if it is one; see `figure`. */
export function captioned(body: string, caption: string, width: FigureWidth): string {
  const [name, ...rest] = caption.split('. ');
  const text =
    rest.length === 0
      ? element('strong', {}, typeset(caption))
      : `${element('strong', {}, typeset(`${name}.`))} ${typeset(rest.join('. '))}`;
  return element('figure', { class: width }, [body, element('figcaption', {}, text)]);
}

/** A section with its heading. */
export function section(title: string, ...content: readonly string[]): string {
  return element('section', {}, [element('h2', {}, typeset(title)), ...content]);
}

/** Figures side by side where the page is wide enough. */
export function figures(...content: readonly string[]): string {
  return element('div', { class: 'figures' }, content);
}

/** A figure that is shown when it is asked for: one that is larger than the page. */
export function folded(name: string, content: string): string {
  return element('details', { class: 'folded' }, [element('summary', {}, escapeText(name)), content]);
}

/** A paragraph of plain text. */
export function paragraph(text: string, style?: string): string {
  return element('p', { class: style }, typeset(text));
}

/** A fact: its name, its value, and remarks on it. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly remark?: string;
  /** What limits the value: not converged, from one start, at a threshold. */
  readonly caveat?: string;
}

/** Facts in a row of large figures. */
export function facts(list: readonly Fact[]): string {
  const small = (text: string | undefined, style: string): readonly string[] =>
    text === undefined ? [] : [element('dd', { class: style }, escapeText(text))];
  const items = list.map(({ name, value, remark, caveat }) =>
    element('div', {}, [
      element('dt', {}, escapeText(name)),
      element('dd', {}, escapeText(value)),
      ...small(remark, 'remark'),
      ...small(caveat, 'caveat'),
    ]),
  );
  return element('dl', { class: 'facts' }, items);
}

/** Facts in a table of two columns. */
export function table(rows: readonly (readonly [string, string])[]): string {
  const cells = rows.map(([name, value]) =>
    element('tr', {}, [element('th', { scope: 'row' }, typeset(name)), element('td', {}, typeset(value))]),
  );
  return element('table', {}, [element('tbody', {}, cells)]);
}
