/**
 * @file Changes the code of a folder or a file, one place at a time, and counts the changes that no test notices:
 * `npm run mutants -- src/geometry [TEST …]`. Without tests named, those of the mirrored folder are run. Survivors are
 * printed, and shown in reports/mutation/index.html.
 */

import { existsSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

const [place, ...named] = process.argv.slice(2);
const isFile = place?.endsWith('.ts');
const mirrored = `test/${place?.replace(/^src\//, '').replace(/\.ts$/, '')}`;
const tests = named.length > 0 ? named : [isFile ? `${mirrored}.test.ts` : `${mirrored}/**/*.test.ts`];
const missing = [place, ...(isFile || named.length > 0 ? tests : [mirrored])].filter((path) => !existsSync(path ?? ''));
if (missing.length > 0) {
  console.error(`mutants: a folder or file that exists and has tests required, got ${missing.join(', ') || 'none'}`);
  process.exit(2);
}
process.env.BULKWEAVE_TESTS = tests.join(' ');
await new Stryker({
  mutate: [isFile ? place : `${place}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutants.config.ts', related: false },
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'html'],
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ['dist', 'runs', '.peers', 'reports', 'assembly'],
  // TypeScript 7 has no interface for tools yet: types are not looked at, and vitest strips them.
  disableTypeChecks: false,
  tsconfigFile: 'none.json',
  concurrency: 2,
  timeoutMS: 60_000,
}).runMutationTest();
