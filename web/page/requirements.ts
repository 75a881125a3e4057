/** @file What the playground needs of a browser. */

/** What this browser lacks, in words; empty if it has everything. */
export function lacking(): readonly string[] {
  const needs: readonly (readonly [boolean, string])[] = [
    [typeof Worker === 'function', 'web workers'],
    [typeof structuredClone === 'function', 'structuredClone'],
    [typeof CSSStyleSheet === 'function' && 'replaceSync' in CSSStyleSheet.prototype, 'style sheets made by scripts'],
    [typeof Array.prototype.toSorted === 'function', 'the JavaScript of 2023 (Array.prototype.toSorted)'],
    [typeof DOMMatrix === 'function', 'SVG geometry (DOMMatrix)'],
  ];
  return needs.filter(([has]) => !has).map(([, name]) => name);
}
