/** @file Kernels that are written and compiled only for measurement. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

/** The exported functions of an AssemblyScript source, compiled as the engine is, on the given memory. */
export async function compileKernels<Kernels>(source: string, memory: WebAssembly.Memory): Promise<Kernels> {
  const directory = mkdtempSync(join(tmpdir(), 'kernels-'));
  writeFileSync(join(directory, 'kernels.ts'), source);
  const written = new Map<string, Uint8Array>();
  const { error, stderr } = await main(
    [
      ...['kernels.ts', '--outFile', 'kernels.wasm', '--baseDir', directory, '--runtime', 'stub', '--noAssert'],
      ...['--enable', 'simd,threads,bulk-memory', '--importMemory', '--sharedMemory', '--initialMemory', '1'],
      ...['--maximumMemory', '65536', '--optimizeLevel', '3', '--converge', '--use', 'abort='],
    ],
    { writeFile: (name, contents) => void written.set(name, contents as Uint8Array) },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const module = new WebAssembly.Module(written.get('kernels.wasm')! as BufferSource);
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Kernels;
}
