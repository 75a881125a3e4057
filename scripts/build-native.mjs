/**
 * Compiles native/ for this machine: `npm run build:native`, where cargo is. The module is left in native/bulkweave.node, where the
 * engine looks for it. With the argument `quick` it takes half of the time.
 */

import { spawnSync } from 'node:child_process';
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../native', import.meta.url));
const profile = process.argv[2] ?? 'release';
const built = spawnSync('cargo', ['build', '--locked', '--profile', profile], { cwd: folder, stdio: 'inherit' });
if (built.error?.code === 'ENOENT') {
  console.error('build:native: cargo is required, which https://rustup.rs installs');
  process.exit(1);
}
if (built.status !== 0) process.exit(built.status ?? 1);

/** What cargo calls the library, by platform. */
const libraries = { win32: 'bulkweave_native.dll', darwin: 'libbulkweave_native.dylib' };
const { stdout } = spawnSync('cargo', ['metadata', '--locked', '--no-deps', '--format-version', '1'], { cwd: folder });
const { target_directory: target } = JSON.parse(stdout.toString());
const library = join(target, profile, libraries[process.platform] ?? 'libbulkweave_native.so');
// By another name first: a process that has loaded the old module keeps it.
copyFileSync(library, join(folder, 'bulkweave.node.new'));
renameSync(join(folder, 'bulkweave.node.new'), join(folder, 'bulkweave.node'));
console.log("native/bulkweave.node is built; 'bulkweave doctor' shows whether it computes");
