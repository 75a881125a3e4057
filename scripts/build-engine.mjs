/**
 * @file Compiles assembly/*.ts into src/engine/wasm-bytes.ts, by `npm run build:engine`. JavaScript, so that Node runs
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

export async function compileEngine() {
  const written = new Map();
  const { error, stderr } = await main(['assembly/index.ts', '--outFile', 'engine.wasm', ...OPTIONS], {
    writeFile: (name, contents) => written.set(name, contents),
  });
  if (error) throw new Error(`compileEngine: ${error.message}\n${stderr.toString()}`);
  return written.get('engine.wasm');
}

export function moduleSource(binary) {
  return [
    '/** @file Generated from assembly/*.ts by `npm run build:engine`; a test compiles it again and compares. */',
    '',
    `/** SHA-256 of the binary, of ${binary.length} bytes. */`,
    `export const SHA256 = '${createHash('sha256').update(binary).digest('hex')}';`,
    '',
    '/** The WebAssembly binary in base64. */',
    'export const WASM_BASE64 =',
    `  '${Buffer.from(binary).toString('base64')}';`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/engine/wasm-bytes.ts', import.meta.url), moduleSource(await compileEngine()));
}
