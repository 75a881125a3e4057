import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createEngine, currentEngine, useEngine } from '../../src/engine/engine.ts';
import { DomainError } from '../../src/errors.ts';
import { multiply } from '../../src/linalg/matrix.ts';
import { gaussian } from './random-program.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the engine in use', () => {
  test('is made with the defaults when first asked for, and is then the same', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined); // an engine made by the import would be the twin
    const fresh = await import('../../src/engine/engine.ts');
    vi.unstubAllGlobals();
    expect(fresh.currentEngine().name).toBe('wasm');
    expect(fresh.currentEngine()).toBe(fresh.currentEngine());
  });

  test('is the one that was set, for all of the library', () => {
    const [before, own] = [currentEngine(), createEngine({ threads: 1 })];
    const product = vi.fn(own.multiply);
    useEngine({ ...own, multiply: product });
    try {
      const a = { rows: 2, cols: 2, interleaved: gaussian(4, 1) };
      multiply(a, a);
      expect(product).toHaveBeenCalledOnce();
    } finally {
      useEngine(before);
    }
  });
});

describe('what an engine is', () => {
  test.each([
    [{ threads: 2, memory: 512 }, 'WebAssembly, float64, 2 threads, at most 512 MiB'],
    [{ threads: 1, memory: 64, precision: 'float32' }, 'WebAssembly, float32, 1 thread, at most 64 MiB'],
  ] as const)('%j', (options, description) => {
    expect(createEngine(options).description).toBe(description);
  });

  test('the twin says why it is not the compiled engine', () => {
    const compiled = createEngine({ threads: 1 });
    vi.stubGlobal('WebAssembly', undefined);
    const twin = createEngine();
    expect(twin.name).toBe('typescript');
    expect(twin.description).toBe('plain TypeScript, float64, 1 thread (no WebAssembly: not available)');
    const factors = [gaussian(4, 1), gaussian(4, 2), 2, 2, 2, false, false] as const;
    expect(twin.multiply(...factors)).toEqual(compiled.multiply(...factors));
  });

  test.runIf(process.platform === 'linux')(
    'with 6 GiB of addresses there is no room for the compiled one',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'bulkweave-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const bundle = await rolldown({ input: 'src/engine/engine.ts', platform: 'neutral' });
      await bundle.write({ dir: folder, format: 'esm' });
      const code = "import('./engine.js').then(({ createEngine }) => console.log(createEngine().description))";
      const limited = `ulimit -v ${6 * 2 ** 20}; exec "$0" -e "$1"`;
      const description = execFileSync('bash', ['-c', limited, process.execPath, code], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(description).toMatch(/^plain TypeScript, float64, 1 thread \(no WebAssembly: .*could not allocate memory/);
    },
  );
});

test('options outside the limits are refused by name', () => {
  expect(() => createEngine({ precision: 'float16' as 'float32' })).toThrow(DomainError);
  for (const threads of [0, 17, 300, 1.5, NaN]) {
    expect(() => createEngine({ threads })).toThrow(`createEngine: 1 to 16 threads required, got ${threads}`);
  }
  for (const memory of [0, -1, 4097, NaN]) {
    expect(() => createEngine({ memory })).toThrow(`createEngine: 1 to 4096 MiB of memory required, got ${memory}`);
  }
});

test('memory that is too small for the threads is refused', () => {
  expect(() => createEngine({ threads: 16, memory: 1 })).toThrow(DomainError);
});
