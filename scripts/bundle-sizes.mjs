/**
 * What an import of the built package costs in a page: the sizes of three programs with all that they need, each joined and minified
 * by rolldown: `npm run bench:bundle`. What is not used is left out, since the package declares that its modules have no side effects.
 */

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** Programs by what they do. */
const PROGRAMS = {
  'OpenQASM to Pauli rotations': "import { readOpenQasm } from 'bulkweave/circuit'; console.log(readOpenQasm);",
  'shortest path to a state':
    "import { stateGeodesic } from 'bulkweave/geodesic'; import { ghz } from 'bulkweave/datasets'; console.log(stateGeodesic, ghz);",
  'all of the root': "import * as all from 'bulkweave'; console.log(all);",
};

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const alias = Object.fromEntries(
  Object.entries(exports)
    .filter(([name]) => !name.includes('*'))
    .map(([name, { default: file }]) => [`bulkweave${name.slice(1)}$`, `${process.cwd()}/${file.slice(2)}`]),
);

/** Bytes of a program with everything that it imports. */
async function sizeOf(code) {
  const build = await rolldown({
    input: 'program',
    platform: 'browser',
    // TensorFlow.js, optional libraries and what only Node has are loaded by programs that ask for them.
    external: [/^node:/, /^@tensorflow\//, 'h5wasm'],
    resolve: { alias },
    logLevel: 'silent',
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === 'program' ? id : null),
        load: (id) => (id === 'program' ? code : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  const whole = output.map(({ code: text = '' }) => text).join('');
  return { files: output.length, minified: Buffer.byteLength(whole), gzipped: gzipSync(whole).length };
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0).padStart(6)} kB`;
for (const [name, code] of Object.entries(PROGRAMS)) {
  const { minified, gzipped } = await sizeOf(code);
  process.stdout.write(`${name.padEnd(30)}${kilobytes(minified)} minified${kilobytes(gzipped)} gzipped\n`);
}
