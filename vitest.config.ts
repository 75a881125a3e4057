import { defineConfig } from 'vitest/config';

/** Hides modules from all that is loaded after it, and so has a world of its own. */
const ALONE = ['test/tensorflow/backend-absent.test.ts'];

/** Searches for geodesics and circuits, and the studies made of them: run by `npm run test:searches`. */
const SEARCHES = [
  'test/geodesic/**/*.test.ts',
  'test/complexity/gate-count-front.test.ts',
  'test/control/time-optimal-control.test.ts',
  'test/train/nielsen-geodesic.test.ts',
  'test/train/run/{long-blocks,resumed-search}.test.ts',
  'test/train/compute/shortest-paths.test.ts',
  'test/train/studies/**/*.test.ts',
];

/** What is built and packed, and what the command does as a process: run by `npm run test:package`. */
const PACKAGE = [
  'test/{index,readme,examples,package-contents,package-checks}.test.ts',
  'test/cli/{signals,serve-process,sweep-process}.test.ts',
  'test/engine/wasm-bytes.test.ts',
  'test/tensorflow/documentation.test.ts',
];

/** What depends on TensorFlow.js: run by `npm run test:tensorflow` on the back end that BULKWEAVE_BACKEND names. */
const TENSORFLOW = ['test/{cli,tensorflow,train}/**/*.test.ts'];

/** What needs servers of Redis and Slurm, which the tests start: run by `npm run test:cluster`. */
const CLUSTER = ['test/cluster/**/*.test.ts'];

/** Slow tests run at full size by `npm run acceptance`, those in a browser by `npm run test:browser`. */
const ELSEWHERE = ['test/**/*.slow.test.ts', 'test/**/*.browser.test.ts'];

const others = [...ALONE, ...SEARCHES, ...PACKAGE, ...CLUSTER, ...ELSEWHERE];

export default defineConfig({
  test: {
    setupFiles: ['test/set-up.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
    // Functions are pure, so their test files share modules, which need not be loaded anew for each.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'units', include: ['test/**/*.test.ts'], exclude: others } },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, exclude: [...SEARCHES, ...PACKAGE, ...ELSEWHERE], isolate: true },
      },
      { extends: true, test: { name: 'searches', include: SEARCHES, isolate: true, testTimeout: 300_000 } },
      { extends: true, test: { name: 'package', include: PACKAGE, isolate: true } },
      { extends: true, test: { name: 'cluster', include: CLUSTER, isolate: true } },
      {
        extends: true,
        test: {
          name: 'tensorflow',
          include: TENSORFLOW,
          exclude: [...SEARCHES, ...PACKAGE, ...ELSEWHERE],
          isolate: true,
        },
      },
    ],
  },
});
