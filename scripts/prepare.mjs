/**
 * Builds the package where that is needed: after `npm ci`, before `npm pack`, and not again when `npx bulkweave` first links a clone that is
 * built, which would take half a minute and pull the modules away from under a run that is going on.
 */

import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads, and the file that it writes last. */
const SOURCES = ['assembly', 'cli', 'datasets', 'models', 'scripts', 'src', 'train'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const LAST = 'dist/program/main.js';

const changed = (path) => statSync(path).mtimeMs;

/** When anything in a folder was last changed; a file that is gone changes its folder. */
function latest(folder) {
  const within = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? latest(path) : changed(path);
  });
  return Math.max(changed(folder), ...within);
}

const isBuilt = existsSync(LAST) && changed(LAST) > Math.max(...FILES.map(changed), ...SOURCES.map(latest));
if (!isBuilt) execSync('npm run --silent build', { stdio: 'inherit' });
