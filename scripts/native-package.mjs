/**
 * Writes the npm package of the native kernels for this platform, after `npm run build:native`: `npm run package:native`. Its folder
 * is native/packages/<name>; `npm publish` there would publish it. npm installs a package only where `os`, `cpu` and `libc` fit.
 */

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** package.json of a platform; `libc` is glibc or musl on Linux, else undefined. */
export function manifest(platform, arch, libc) {
  const library = libc === undefined ? [] : [libc === 'glibc' ? 'gnu' : libc];
  const name = ['bulkweave-native', platform, arch, ...library].join('-');
  const description = `The native kernels of bulkweave's engine for ${[platform, arch, ...library].join(' ')}`;
  const fits = { os: [platform], cpu: [arch], ...(libc !== undefined && { libc: [libc] }) };
  return { name, version, description, license, engines, ...fits, main: 'bulkweave.node', files: ['bulkweave.node'] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { platform, arch, report } = process;
  const isGlibc = platform === 'linux' && report.getReport().header.glibcVersionRuntime !== undefined;
  const own = manifest(platform, arch, platform === 'linux' ? (isGlibc ? 'glibc' : 'musl') : undefined);
  const folder = join(root, 'native', 'packages', own.name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  copyFileSync(join(root, 'native', 'bulkweave.node'), join(folder, 'bulkweave.node'));
  console.log(folder);
}
