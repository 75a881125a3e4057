/** @file The page of results, section by section: what was run again is replaced, everything else stays. */

/** A section: the title behind `## `, and the text below it. */
export interface Section {
  readonly title: string;
  readonly text: string;
}

/** The page with the given sections in place of those of the same title; new ones follow the last old one. */
export function withSections(page: string, sections: readonly Section[]): string {
  const [head = '', ...parts] = page.split(/^## /m);
  const old = parts.map((part): Section => {
    const [title = '', ...text] = part.split('\n');
    return { title, text: text.join('\n').trim() };
  });
  const replaced = old.map((section) => sections.find(({ title }) => title === section.title) ?? section);
  const added = sections.filter(({ title }) => !old.some((section) => section.title === title));
  const texts = [...replaced, ...added].map(({ title, text }) => `## ${title}\n\n${text.trim()}\n`);
  return `${[head.trim(), ...texts]
    .join('\n\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/**
 * The peers that the page names, each as 'name version', and those found now in place of other versions of the same; in
 * alphabetical order. A run of some workloads does not know the peers of the others.
 */
export function peersOf(page: string, found: readonly string[]): readonly string[] {
  const [, list = ''] = /^- peers: (.*)$/m.exec(page) ?? [];
  const versions = new Map([...list.split(', '), ...found].filter(Boolean).map((peer) => [peer.split(' ')[0]!, peer]));
  return [...versions.values()].sort();
}
