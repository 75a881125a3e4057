/** @file The programs in docstrings, `@example` with a fenced block, which the tests run like those of the pages. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

export interface DocstringExample {
  readonly name: string;
  readonly page: string;
  readonly code: string;
}

/** All examples below these folders, file by file. */
export function docstringExamples(folders: readonly string[]): readonly DocstringExample[] {
  const files = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return files.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/^ \* @example\n \* ```ts\n([\s\S]*?) \* ```$/gm)].map(([, block], k) => ({
      name: `${page} ${k + 1}`,
      page,
      code: block!.replaceAll(/^ \* ?/gm, ''),
    })),
  );
}

/** The numbers in what was printed. */
export const numbersOf = (printed: readonly unknown[]): readonly number[] =>
  printed.flatMap((value) => (typeof value === 'number' ? [value] : Array.from(value as Float64Array)));

/** Expects the numbers that the last line of a program says it prints, if it does: `console.log(…); // 0.6931`. */
export function expectPromised(code: string, numbers: readonly number[]): void {
  const [, comment] = /^console\.log\(.*\); \/\/ ([-\d., ]+)$/m.exec(code) ?? [];
  if (comment === undefined) return;
  const digits = (text: string): number => text.split('.')[1]?.length ?? 0;
  const texts = comment.split(', ');
  expect(numbers.map((value, k) => value.toFixed(digits(texts[k] ?? '')).replace(/^-(?=[0.]*$)/, ''))).toEqual(texts);
}
