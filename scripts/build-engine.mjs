/**
 * @file Compiles assembly/*.ts into src/engine/wasm-bytes.ts and, with relaxed SIMD, wasm-relaxed-bytes.ts, by `npm run build:engine`. JavaScript, so that Node runs
 * it as it is; its types are in build-engine.d.mts. The binary depends on the sources alone.
 */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

/** Pages of 64 KiB that a 32-bit memory can have. */
const MAXIMUM_PAGES = 65536;

const OPTIONS = [
  ...['--runtime', 'stub', '--enable', 'simd,threads,bulk-memory', '--noAssert', '--use', 'abort='],
  ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', `${MAXIMUM_PAGES}`],
  ...['--optimizeLevel', '3', '--converge', '--baseDir', fileURLToPath(new URL('..', import.meta.url))],
];

const RELAXED = ['--enable', 'relaxed-simd', '--transform', './scripts/fused-products.mjs'];

export async function compileEngine({ relaxed = false } = {}) {
  const written = new Map();
  const options = relaxed ? [...OPTIONS, ...RELAXED] : OPTIONS;
  const { error, stderr } = await main(['assembly/index.ts', '--outFile', 'engine.wasm', ...options], {
    writeFile: (name, contents) => written.set(name, contents),
  });
  if (error) throw new Error(`compileEngine: ${error.message}\n${stderr.toString()}`);
  return written.get('engine.wasm');
}

export function moduleSource(binary, name = 'WASM_BASE64') {
  return [
    '/** @file Generated from assembly/*.ts by `npm run build:engine`; a test compiles it again and compares. */',
    '',
    `/** SHA-256 of the binary, of ${binary.length} bytes. */`,
    `export const SHA256 = '${createHash('sha256').update(binary).digest('hex')}';`,
    '',
    '/** The WebAssembly binary in base64. */',
    `export const ${name} =`,
    `  '${Buffer.from(binary).toString('base64')}';`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const write = (file, source) => writeFileSync(new URL(`../src/engine/${file}`, import.meta.url), source);
  write('wasm-bytes.ts', moduleSource(await compileEngine()));
  write('wasm-relaxed-bytes.ts', moduleSource(await compileEngine({ relaxed: true }), 'RELAXED_BASE64'));
}
