/** The entry points of the package, as the field `exports` of package.json names them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The module behind each file of the bundle, both without extension: 'linalg' → 'src/entry/linalg'. For `./systems/*`
 * there is one for each folder of src/systems.
 */
export function entryPoints(root = '.') {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const systems = join(root, 'src/systems');
  const wings = existsSync(systems) ? readdirSync(systems).sort() : [];
  const found = Object.values(exports).flatMap(({ types, node: file }) => {
    const entry = [file, types].map((path) => path.replace(/^\.\/dist\/(bundle\/)?|(\.d\.ts|\.js)$/g, ''));
    return file.includes('*') ? wings.map((wing) => entry.map((path) => path.replace('*', wing))) : [entry];
  });
  return Object.fromEntries(found);
}
