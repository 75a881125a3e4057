/** @file Steps of one kind translated into steps of another, on the way from a generator to its caller. */

/**
 * The steps of a generator, each translated for the caller, and its result. A caller that stops early ends the
 * generator, too: its `finally` blocks run.
 */
export async function* mappedSteps<Step, Translated, Result>(
  steps: AsyncGenerator<Step, Result> | Generator<Step, Result>,
  translate: (step: Step) => Translated,
): AsyncGenerator<Translated, Result> {
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done) return step.value;
      yield translate(step.value);
    }
  } finally {
    await steps.return(undefined as Result);
  }
}
