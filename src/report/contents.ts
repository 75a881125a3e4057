/** @file The list of contents: the headings of a page's sections, each a link to it. */

import { element } from '../drawing/markup.ts';

/** How a section begins: see `section` and `foldedSection`. */
const OPENING = /^<section((?: class="\w+")?)>((?:<details><summary>)?)<h2>(.*?)<\/h2>/;

/** Least number of sections that are listed. */
const LEAST = 3;

/**
 * The sections of a page below a list of their headings.
 *
 * @param sections - markup of one section each; '' is left out
 */
export function withContents(sections: readonly string[]): string {
  const found = sections.filter((markup) => markup !== '');
  const titles = found.flatMap((markup, k) => {
    const title = OPENING.exec(markup)?.[3];
    return title === undefined ? [] : [{ title, id: `section-${k + 1}` }];
  });
  const links = titles.map(({ title, id }) => element('li', {}, element('a', { href: `#${id}` }, title)));
  const list = element('nav', { 'aria-label': 'Contents' }, [
    element('p', { class: 'kicker' }, 'Contents'),
    element('ol', {}, links),
  ]);
  const linked = found.map((markup, k) =>
    markup.replace(
      OPENING,
      (_, style: string, fold: string, title: string) =>
        `<section id="section-${k + 1}"${style}>${fold}<h2>${title}</h2>`,
    ),
  );
  return (titles.length < LEAST ? '' : list) + linked.join('');
}
