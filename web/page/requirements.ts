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

/** A WebAssembly module with one instruction of 128 bits: i32.const 0, i8x16.splat. */
const SIMD = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  5,
  1,
  96,
  0,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  8,
  1,
  6,
  0,
  65,
  0,
  253,
  15,
  11,
);

/** Why the compiled engine is not available; null if it is. */
export function slowReason(): string | null {
  if (typeof WebAssembly !== 'object') return 'this browser has no WebAssembly';
  if (!WebAssembly.validate(SIMD)) return 'its WebAssembly has no SIMD';
  return null;
}
