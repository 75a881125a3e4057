/** @file The state of a page in the fragment of its address, by which it is shared: #play, #learn-3, #play:<JSON in base64>. */

import type { z } from 'zod';

/** Most characters of a fragment. */
const LONGEST = 60_000;

/** The pages. */
export const PAGES = ['play', 'open', 'learn-1', 'learn-2', 'learn-3', 'learn-4', 'learn-5'] as const;
export type PageName = (typeof PAGES)[number];

/** What an address asks for. */
export interface Address {
  readonly page: PageName;
  /** The state that is written in it, unchecked; undefined if there is none. */
  readonly state: unknown;
  /** Why the state in it could not be read; null if it could. */
  readonly mistake: string | null;
}

/** The address behind '#'. */
export function readAddress(fragment: string): Address {
  const text = fragment.replace(/^#/, '');
  const [name = '', ...rest] = text.slice(0, LONGEST + 1).split(':');
  const page = PAGES.find((one) => one === name) ?? 'play';
  if (text.length > LONGEST)
    return { page, state: undefined, mistake: 'The address is too long to be one of this page.' };
  if (name !== page && text !== '')
    return { page, state: undefined, mistake: 'The address names no page of the playground.' };
  if (rest.length === 0) return { page, state: undefined, mistake: null };
  try {
    return { page, state: JSON.parse(decoded(rest.join(':'))), mistake: null };
  } catch {
    return { page, state: undefined, mistake: 'The state in the address cannot be read.' };
  }
}

/** The fragment of a page with its state. */
export function writtenAddress(page: PageName, state: unknown): string {
  return state === undefined ? `#${page}` : `#${page}:${encoded(JSON.stringify(state))}`;
}

/** The state if it is as the schema has it; else what is wrong with it. */
export function checkedState<State>(
  schema: z.ZodType<State>,
  { state, mistake }: Address,
  otherwise: State,
): { readonly state: State; readonly mistake: string | null } {
  if (mistake !== null || state === undefined) return { state: otherwise, mistake };
  const parsed = schema.safeParse(state);
  if (parsed.success) return { state: parsed.data, mistake: null };
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the state' : issue.path.join('.');
  return { state: otherwise, mistake: `The state in the address is wrong at ${place.slice(0, 80)}.` };
}

const encoded = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const decoded = (text: string): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)),
  );
