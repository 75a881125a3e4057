/**
 * Joins the modules behind the entry points of the package: `npm run build`. Every entry point has a file, and every
 * folder of modules one that they share, so that Node opens tens of files instead of hundreds, and the first result
 * comes several times sooner. Dependencies stay outside. The command line is joined in the same way, with the entries of its
 * threads beside it.
 */

import { dirname, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { entryPoints } from './entry-points.mjs';

const modules = Object.entries(entryPoints());
const input = Object.fromEntries(modules.map(([name, module]) => [name, `dist/${module}.js`]));
const folderOf = (file) => relative('dist', dirname(file)).replaceAll(/[/\\]/g, '-');

const bundle = await rolldown({
  input,
  platform: 'neutral',
  external: /^[^./]/,
  preserveEntrySignatures: 'allow-extension',
});
await bundle.write({
  dir: 'dist/bundle',
  format: 'esm',
  cleanDir: true,
  chunkFileNames: 'shared/[name].js',
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { name: folderOf, debugName: 'folders', test: (file) => !modules.some(([, one]) => file.endsWith(`${one}.js`)) },
    ],
  },
});

const program = await rolldown({
  input: Object.fromEntries(
    ['main', 'worker', 'compute-worker', 'sweep/task-thread'].map((name) => [
      name.split('/').at(-1),
      `dist/cli/${name}.js`,
    ]),
  ),
  platform: 'node',
  external: /^[^./]/,
});
await program.write({ dir: 'dist/program', format: 'esm', cleanDir: true });
