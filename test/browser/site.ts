/** @file A page made by Vite from programs that import the package by its name, served on localhost. */

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, preview, transformWithOxc } from 'vite';

/** A site that is being served. */
export interface Site {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The blocks of TypeScript in a page of the documentation. */
export async function programsOf(page: string): Promise<readonly string[]> {
  return [...(await readFile(page, 'utf8')).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code!);
}

/**
 * Bundles the programs and serves them. In the page `run(name)` runs one, once, and gives what it printed.
 *
 * @param folder - made anew; the package must have been built
 */
export async function siteOf(programs: Readonly<Record<string, string>>, folder: string): Promise<Site> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  await symlink(resolve('.'), join(folder, 'node_modules', 'bulkweave'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }'); // not this package, which has no side effects
  for (const [name, code] of Object.entries(programs)) await writeFile(join(folder, `${name}.ts`), code);
  const choices = Object.keys(programs).map((name) => `  '${name}': () => import('./${name}.ts'),`);
  await writeFile(join(folder, 'main.ts'), `const programs = {\n${choices.join('\n')}\n};\n${RUN}`);
  await writeFile(join(folder, 'index.html'), '<!doctype html><script type="module" src="/main.ts"></script>');
  const options = { root: folder, configFile: false, logLevel: 'error' } as const;
  await build({ ...options, build: { target: 'esnext', minify: false, chunkSizeWarningLimit: 1e5 } });
  const server = await preview({ ...options, preview: { host: '127.0.0.1', port: 0, strictPort: false } });
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() };
}

/** What each of the programs prints in one process of Node.js, from the folder of a site. */
export async function printedInNode(
  programs: Readonly<Record<string, string>>,
  folder: string,
): Promise<Readonly<Record<string, unknown[]>>> {
  for (const [name, code] of Object.entries(programs)) {
    await writeFile(join(folder, `${name}.mjs`), (await transformWithOxc(code, `${name}.ts`)).code);
  }
  const choices = Object.keys(programs).map((name) => `  '${name}': () => import('./${name}.mjs'),`);
  const all = `const all = {};\nfor (const name in programs) all[name] = await run(name);\nconsole.log(JSON.stringify(all));`;
  await writeFile(join(folder, 'node.mjs'), `const programs = {\n${choices.join('\n')}\n};\n${RUN}${all}\n`);
  const printed = execFileSync(process.execPath, [join(folder, 'node.mjs')], { encoding: 'utf8' });
  return JSON.parse(printed.trimEnd().split('\n').at(-1)!);
}

const RUN = `globalThis.run = async (name) => {
  const [printed, log] = [[], console.log];
  console.log = (...values) => printed.push(...values);
  try {
    await programs[name]();
  } finally {
    console.log = log;
  }
  return printed;
};
`;
