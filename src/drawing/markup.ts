/** @file Markup as strings: elements, attributes and the escaping of text, for SVG and HTML alike. */

/** Attributes of an element; one that is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text escaped for element content and quoted attributes; characters that XML forbids become �. */
export function escapeText(text: string): string {
  const legal = text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (one) => (/[\t\n\r]/.test(one) ? one : '\uFFFD'));
  return legal.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** A coordinate with two decimals, which is finer than a pixel. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/**
 * An element with its children, which are markup already: `element('a', { href: '#' }, escapeText(text))`.
 * Without children it closes itself (SVG shapes, HTML void elements); '' gives an empty element.
 *
 * @param name - tag name
 * @param attributes - values are escaped; numbers are written with two decimals
 * @param children - markup, or a list of pieces of markup
 */
export function element(name: string, attributes: Attributes = {}, children?: string | readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? coordinate(value) : escapeText(value)}"`],
  );
  const open = `<${name}${written.join('')}`;
  if (children === undefined) return `${open}/>`;
  return `${open}>${typeof children === 'string' ? children : children.join('')}</${name}>`;
}

/** A drawing of the given size in pixels, with a title for screen readers. */
export function drawing(title: string, width: number, height: number, children: readonly string[]): string {
  const box = { viewBox: `0 0 ${coordinate(width)} ${coordinate(height)}`, width, height };
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', ...box, role: 'img', 'aria-label': title };
  return element('svg', attributes, children);
}

/** Indices and exponents of a text: h_{P}, e^{iφ}. */
const RAISED = /([_^])\{([^{}]*)\}/g;

/** Text of a page with its indices as subscripts, its exponents as superscripts: h_{P} has the index P. */
export function typeset(text: string): string {
  return escapeText(text).replace(RAISED, (_, mark: string, part: string) =>
    element(mark === '_' ? 'sub' : 'sup', {}, part),
  );
}

/** The text as plain letters: h_{P} ↦ h_P. */
export function plainText(text: string): string {
  return text.replace(RAISED, (_, mark: string, part: string) => {
    const isLong = mark === '^' && [...part].length > 1;
    return mark + (isLong ? `(${part})` : part);
  });
}

/** Pixels by which an index stands lower; an exponent stands higher by a negative number of them. */
const SHIFT: Readonly<Record<string, number>> = { _: 3, '^': -4 };

/** Text in a drawing, with its indices lowered and its exponents raised. */
export function label(x: number, y: number, text: string, attributes: Attributes = {}): string {
  const parts = escapeText(text).split(RAISED); // text, mark, index, text, mark, index, …, text
  let height = 0;
  const moved = (to: number): number => {
    const dy = to - height;
    height = to;
    return dy;
  };
  const spans = parts.map((part, k) => {
    if (k % 3 === 1) return '';
    if (k % 3 === 2) return element('tspan', { dy: moved(SHIFT[parts[k - 1]!]!), 'font-size': '80%' }, part);
    return k === 0 || part === '' ? part : element('tspan', { dy: moved(0) }, part);
  });
  return element('text', { x, y, ...attributes }, spans);
}

/** The text shown when the pointer rests on the shape. */
export function hint(text: string): string {
  return element('title', {}, escapeText(text));
}
