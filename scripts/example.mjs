/** @file Runs an example under any Node, also one that does not strip types: `npm run example geodesic`. */

import { existsSync, readdirSync } from 'node:fs';
import { runnerImport } from 'vite';

const name = process.argv[2] ?? '';
const path = `examples/${name}.ts`;
if (!existsSync(path)) {
  const names = readdirSync('examples').flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []));
  console.error(`example: one of ${names.join(', ')} required, got '${name}'`);
  process.exit(2);
}
await runnerImport(`./${path}`);
