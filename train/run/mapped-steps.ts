/** @file Steps of one kind told as steps of another, on the way from a generator to its caller. */

/**
 * The steps of a generator, each in the words of its caller, and its result. Whoever stops listening stops it too: its
 * `finally` blocks run.
 */
export async function* mappedSteps<Step, Told, Result>(
  steps: AsyncGenerator<Step, Result> | Generator<Step, Result>,
  told: (step: Step) => Told,
): AsyncGenerator<Told, Result> {
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done) return step.value;
      yield told(step.value);
    }
  } finally {
    await steps.return(undefined as Result);
  }
}
