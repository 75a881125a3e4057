import type { Reporter, TestModule } from 'vitest/node';

/**
 * Closes a run with one plain line, `N passed, N failed`, and the skipped if there are any. A file that cannot be
 * loaded and an error outside of any test count as failed. (vitest makes reporters from default exports.)
 */
export default function closingLine(): Reporter {
  return {
    onTestRunEnd: (modules: readonly TestModule[], unhandledErrors) => {
      const tests = modules.flatMap((module) => [...module.children.allTests()]);
      const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
      const broken = modules.flatMap((module) => module.errors()).length + unhandledErrors.length;
      const skipped = count('skipped');
      const tail = skipped > 0 ? `, ${skipped} skipped` : '';
      process.stdout.write(`${count('passed')} passed, ${count('failed') + broken} failed${tail}\n`);
    },
  };
}
