/**
 * @file Changes the code of a folder or a file, one place at a time, and counts the changes that no test notices:
 * `npm run mutants -- src/geometry [TEST …]`. Without tests named, those of the mirrored folder are run. The list of
 * survivors is printed and written to reports/mutation.
 */

import { existsSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

const [place, ...tests] = process.argv.slice(2);
if (place === undefined || !existsSync(place)) {
  console.error(`mutants: a folder or file required, as src/geometry, got ${place ?? 'none'}`);
  process.exit(2);
}
const isFile = place.endsWith('.ts');
const mirrored = place.replace(/^src\//, '').replace(/\.ts$/, '');
const included =
  tests.length > 0
    ? tests
    : [isFile ? `test/${mirrored}.test.ts` : `test/${mirrored}/**/*.test.ts`, 'test/acceptance/none.test.ts'].slice(0, 1);
process.env.BULKWEAVE_TESTS = included.join(' ');
await new Stryker({
  mutate: [isFile ? place : `${place}/**/*.ts`, '!**/*.d.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutants.config.ts', related: false },
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'html', 'progress'],
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: true },
  ignorePatterns: ['dist', 'runs', '.peers', 'reports', 'assembly'],
  // TypeScript 7 has no interface for tools yet: types are not looked at, and vitest strips them.
  disableTypeChecks: false,
  tsconfigFile: 'none.json',
  concurrency: 2,
  timeoutMS: 60_000,
  allowEmpty: false,
}).runMutationTest();
