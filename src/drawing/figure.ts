/** @file The pieces of the page's prose: figures with captions, sections, tables of facts. */

import type { FigureData } from './chart-data.ts';
import { element, escapeText, plainText, typeset } from './markup.ts';

/**
 * How much of the page's width a figure takes; 'tall' is a half beside two others, 'fit' is 'full' and made smaller on a telephone,
 * where the others scroll; 'scroll' keeps its size and scrolls sideways.
 */
export type FigureWidth = 'half' | 'tall' | 'full' | 'fit' | 'scroll';

/**
 * A drawing with its caption, and links that save its numbers and its picture; `numberFigures` numbers it.
 *
 * @param svg - markup
 * @param caption - plain text; a first sentence that names the figure is set in bold
 * @param data - the numbers that are drawn
 */
export function figure(svg: string, caption: string, width: FigureWidth = 'half', data?: FigureData): string {
  return captioned(element('div', { class: 'canvas' }, svg), caption, width, {
    data,
    isPicture: svg.includes('<svg'),
  });
}

/** What can be saved of a figure. */
interface Saved {
  readonly data?: FigureData | undefined;
  /** Whether it has drawings that a script can write as SVG. */
  readonly isPicture?: boolean;
}

/** Anything with a caption, numbered as a figure, or as a table if it is one; see `figure`. */
export function captioned(body: string, caption: string, width: FigureWidth, { data, isPicture }: Saved = {}): string {
  const name = figureName(caption);
  const rest = caption.slice(name.length + 2);
  const text =
    rest === ''
      ? element('strong', {}, typeset(caption))
      : `${element('strong', {}, typeset(`${name}.`))} ${typeset(rest)}`;
  const links = [
    data === undefined ? '' : dataLink(fileName(name), data),
    isPicture === true ? element('a', { class: 'svg', href: '#', download: `${fileName(name)}.svg` }, 'SVG') : '',
  ].join('');
  const saved = links === '' ? '' : element('span', { class: 'save' }, links);
  return element('figure', { class: width }, [
    body,
    element('figcaption', {}, [isPicture === undefined ? TABLE_NUMBER : FIGURE_NUMBER, text, saved]),
  ]);
}

/** Where the numbers of figures and tables go. */
const FIGURE_NUMBER = '<b class="number" data-of="Figure"></b>';
const TABLE_NUMBER = '<b class="number" data-of="Table"></b>';

/** The page with its figures and its tables numbered in the order in which they stand. */
export function numberFigures(markup: string): string {
  const counts: Record<string, number> = {};
  return markup.replace(/<b class="number" data-of="(\w+)"><\/b>/g, (_, of: string) => {
    counts[of] = (counts[of] ?? 0) + 1;
    return `<b class="number">${of} ${counts[of]}. </b>`;
  });
}

/** The first sentence of a caption, without its full stop. */
export function figureName(caption: string): string {
  return caption.split('. ')[0]!.replace(/\.$/, '');
}

/** A name as that of a file: 'Exact entropy' ↦ 'exact-entropy'. */
function fileName(name: string): string {
  const words = plainText(name)
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['figure'];
  return words.join('-').slice(0, 60).replace(/-$/, '');
}

/** A link that saves the numbers; they stand in the link itself. */
function dataLink(name: string, { extension, mediaType, text }: FigureData): string {
  const encoded = encodeURI(text.replace(/\p{Cs}/gu, '\uFFFD'))
    .replaceAll('#', '%23')
    .replaceAll('&', '%26')
    .replaceAll("'", '%27');
  const href = `data:${mediaType};charset=utf-8,${encoded}`;
  return element('a', { href, download: `${name}.${extension}` }, extension.toUpperCase());
}

/** A section with its heading. */
export function section(title: string, ...content: readonly string[]): string {
  return element('section', {}, [element('h2', {}, typeset(title)), ...content]);
}

/**
 * A section that is shown when it is asked for: details of how something was found.
 *
 * @param aside - what it comes to, beside its heading
 */
export function foldedSection(title: string, aside: string, ...content: readonly string[]): string {
  const heading = [element('h2', {}, typeset(title)), aside === '' ? '' : element('small', {}, typeset(aside))];
  return element('section', { class: 'folded' }, [
    element('details', {}, [element('summary', {}, heading), ...content]),
  ]);
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
