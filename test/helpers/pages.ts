import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The pages of the documentation that are written by hand, as paths from the root. */
export const pages: readonly string[] = [
  'README.md',
  ...['docs', join('docs', 'tutorials')].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => join(folder, file)),
  ),
];
