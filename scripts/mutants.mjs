/**
 * @file Changes the code of folders or files, one place at a time, and counts the changes that no test notices:
 * `npm run mutants -- src/geometry [PLACE …] [TEST …]`. Without tests named, the mirrored ones are run. Survivors are
 * printed, and shown in reports/mutation/index.html.
 */

import { existsSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

const isFile = (path) => path.endsWith('.ts');
const isTest = (path) => path.startsWith('test/');
const mirrored = (place) => place.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');

const places = process.argv.slice(2).filter((path) => !isTest(path));
const named = process.argv.slice(2).filter(isTest);
const tests = named.length > 0 ? named : places.map(mirrored);
const missing = [...places, ...tests].filter((path) => !existsSync(path));
if (places.length === 0 || missing.length > 0) {
  console.error(`mutants: folders or files that exist and have tests required, got ${missing.join(', ') || 'none'}`);
  process.exit(2);
}
process.env.BULKWEAVE_TESTS = tests.map((test) => (isFile(test) ? test : `${test}/**/*.test.ts`)).join(' ');
await new Stryker({
  mutate: places.map((place) => (isFile(place) ? place : `${place}/**/*.ts`)),
  // The wording of messages is not what a score should measure.
  mutator: { excludedMutations: ['StringLiteral'] },
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutants.config.ts', related: false },
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: 'reports/mutation/index.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ['dist', 'runs', '.peers', 'reports', 'assembly'],
  // TypeScript 7 has no interface for tools yet: types are not checked, and vitest strips them.
  disableTypeChecks: false,
  tsconfigFile: 'none.json',
  concurrency: 2,
  timeoutMS: 20_000,
}).runMutationTest();
