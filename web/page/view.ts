/** @file A page of the playground: what it shows, and how it is left. */

import type { Address } from './address.ts';

/** A page that is shown. */
export interface View {
  /** Called when another page takes its place: ends its workers. */
  readonly leave: () => void;
}

/** Where one page leaves a record for the next. */
export interface Desk {
  readonly leave: (record: string) => void;
  /** The record that was left, once; null if there is none. */
  readonly take: () => string | null;
}

/** Shows a page in an element. */
export type ShowPage = (root: HTMLElement, address: Address, desk: Desk) => View;

/** The element that a selector names, which must be there. */
export function part<Kind extends Element = HTMLElement>(root: ParentNode, selector: string): Kind {
  const found = root.querySelector<Kind>(selector);
  if (found === null) throw new Error(`no ${selector} in the page`);
  return found;
}
