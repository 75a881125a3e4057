/**
 * Joins the modules behind the entry points of the package: `npm run build`. Every entry point has a file. What `bulkweave/linalg` needs is
 * in one that all share, what `bulkweave` needs beyond that in another, and every folder of other modules has one: Node opens few files,
 * and the first result comes several times sooner. Small dependencies are joined too, with their licences in `dist/LICENSES`. The command line is
 * joined in the same way, with the entries of its threads beside it.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { entryPoints } from './entry-points.mjs';

/** What stays outside: Node's own, TensorFlow.js, which a program shares with ours, and what is installed only where it is wanted. */
const OUTSIDE = /^(node:|@tensorflow\/|bullmq|h5wasm|ioredis)/;
/** The folder of the dependency that a file belongs to, and its name. */
const DEPENDENCY = /^.*[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)/;

const modules = Object.entries(entryPoints());
const input = Object.fromEntries(modules.map(([name, module]) => [name, `dist/${module}.js`]));
const folderOf = (file) => (DEPENDENCY.exec(file)?.[1] ?? relative('dist', dirname(file))).replaceAll(/[/\\]/g, '-');

/** The modules that an entry point needs, without those of which nothing is left. */
async function modulesBehind(entry) {
  const alone = await rolldown({ input: input[entry], platform: 'node', external: OUTSIDE });
  const { output } = await alone.generate({ format: 'esm' });
  return new Set(output.flatMap(({ moduleIds = [] }) => moduleIds));
}
const common = [
  ['numbers', await modulesBehind('linalg')],
  ['root', await modulesBehind('index')],
];
const fileOf = (module) => common.find(([, modules]) => modules.has(module))?.[0] ?? folderOf(module);

const bundle = await rolldown({
  input,
  platform: 'node',
  external: OUTSIDE,
  preserveEntrySignatures: 'allow-extension',
});
const entries = await bundle.write({
  dir: 'dist/bundle',
  format: 'esm',
  cleanDir: true,
  chunkFileNames: 'shared/[name].js',
  comments: false,
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { name: fileOf, debugName: 'folders', test: (file) => !modules.some(([, one]) => file.endsWith(`${one}.js`)) },
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
  external: OUTSIDE,
});
const commands = await program.write({ dir: 'dist/program', format: 'esm', cleanDir: true });

const joined = [...entries.output, ...commands.output].flatMap(({ moduleIds = [] }) => moduleIds);
const folders = new Set(joined.flatMap((file) => DEPENDENCY.exec(file)?.[0] ?? []));
writeFileSync('dist/LICENSES', [...folders].sort().map(licence).join('\n'));

/** Name, version and licence of the dependency in the folder. */
function licence(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} is joined into the package and has no file with its licence`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
