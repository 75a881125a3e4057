/** @file Handwritten digits, 1797 pictures of 8 × 8 pixels. */

import { DIGITS_BASE64 } from './data/optical-digits.ts';
import { inflated } from './formats/inflate.ts';
import type { Pictures } from './pictures.ts';

const [COUNT, SIDE, LEVELS] = [1797, 8, 17];

/**
 * The test set of Optical Recognition of Handwritten Digits: 1797 pictures of 8 × 8 pixels with grey values 0 … 16, and the
 * digit that each shows. Thirteen people wrote them; a pixel counts the black ones among 4 × 4 of the scan.
 *
 * Source: UCI Machine Learning Repository, CC BY 4.0, as shipped by scikit-learn.
 *
 * @see Alpaydin & Kaynak, Kybernetika 34, 369 (1998); https://doi.org/10.24432/C50P49
 *
 * @example
 * ```ts
 * import { binarised, opticalDigits } from 'bulkweave/datasets';
 *
 * const { count, digits } = binarised(opticalDigits());
 * console.log(count, digits.length); // 1797, 115008
 * ```
 */
export function opticalDigits(): Pictures & { readonly labels: Uint8Array } {
  const packed = Uint8Array.from(atob(DIGITS_BASE64), (letter) => letter.charCodeAt(0));
  const bytes = inflated(packed, COUNT * (SIDE * SIDE + 1), 'optical digits');
  const pixels = bytes.slice(0, COUNT * SIDE * SIDE);
  return { count: COUNT, rows: SIDE, columns: SIDE, levels: LEVELS, pixels, labels: bytes.slice(pixels.length) };
}
