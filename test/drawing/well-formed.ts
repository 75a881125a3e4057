/** @file A strict reader of markup: every tag closed in its order, every attribute quoted, no stray '<'. */

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<>]*")*)(\/?)>/g;

/** Elements in document order with their attributes; throws at the first flaw. */
export function elementsOf(
  markup: string,
): readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] {
  const text = markup.replace(/^<!doctype html>/, '');
  const stray = text.replace(TAG, '').match(/.{0,40}<.{0,60}/s);
  if (stray !== null) throw new Error(`stray '<': ${stray[0]}`);
  const bare = text.replace(TAG, '').match(/&(?!(amp|lt|gt|quot|#39);).{0,20}/);
  if (bare !== null) throw new Error(`stray '&': ${bare[0]}`);
  const open: string[] = [];
  const elements = [];
  for (const [, closing, name, attributes, selfClosing] of text.matchAll(TAG)) {
    if (closing === '/') {
      const expected = open.pop();
      if (expected !== name) throw new Error(`</${name}> closes <${expected}>`);
      continue;
    }
    const pairs = [...attributes!.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!] as const);
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`<${name}> repeats an attribute`);
    elements.push({ name: name!, attributes: Object.fromEntries(pairs) });
    if (selfClosing === '') open.push(name!);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(', ')}`);
  return elements;
}

/** Attributes of drawings whose value holds a number that is none, as 'name attribute=value'. */
export function brokenNumbers(markup: string): readonly string[] {
  const spoken = ['aria-label', 'content'];
  return elementsOf(markup).flatMap(({ name, attributes }) =>
    Object.entries(attributes)
      .filter(([key, value]) => !spoken.includes(key) && /NaN|undefined|Infinity|null/.test(value))
      .map(([key, value]) => `${name} ${key}=${value}`),
  );
}
