/** @file The reply to one request of many: its answer, or what is wrong with it. */

import type { Issue } from '../src/issues.ts';
import { printable } from '../src/printable.ts';
import { type Answer, answered, checkedRequest, issuesLines } from '../train/compute/compute.ts';
import type { ComputeContext, ComputeStep } from '../train/compute/request.ts';
import { EXIT, type ExitCode, explain } from './exit-code.ts';

/** What went wrong: in words, and key by key where the request itself is wrong. */
export interface ReplyError {
  readonly message: string;
  readonly issues?: readonly Issue[];
  /** Exit code of a command that ends with it. */
  readonly code: ExitCode;
  /** Of a request that was broken off because it took too long. */
  readonly isLate?: true;
}

/** The reply, with the `id` of the request if it has one. */
export type Reply = { readonly id?: unknown } & (
  | (Answer & { readonly seconds: number })
  | { readonly error: ReplyError }
);

/** Whether a request was answered. */
export const isAnswer = (reply: Reply): reply is Reply & Answer & { readonly seconds: number } => 'result' in reply;

/** Exit code of a command that ends with a reply. */
export const codeOf = (reply: Reply): ExitCode => (isAnswer(reply) ? EXIT.success : reply.error.code);

/** The reply that tells of an error. */
export function failedReply(error: unknown, id?: unknown): Reply {
  const { message, code } = explain(error);
  return { ...(id !== undefined && { id }), error: { message: printable(message), code } };
}

/**
 * Computes the reply to a request, {"id"?: anything, "request": name, …options}. Never throws.
 *
 * @param onStep - called after every step
 * @param seconds - a clock
 */
export async function replyTo(
  json: unknown,
  context: ComputeContext,
  onStep: (step: ComputeStep) => void,
  seconds: () => number,
): Promise<Reply> {
  const begun = seconds();
  const { id, ...request } = Object(json) as { readonly id?: unknown };
  try {
    const found = await checkedRequest(id === undefined ? json : request);
    if ('issues' in found) {
      const error = { message: issuesLines(found.issues), issues: found.issues, code: EXIT.badInput };
      return { ...(id !== undefined && { id }), error };
    }
    const steps = answered(found.checked, context);
    for (;;) {
      const step = steps.next();
      if (step.done) return { ...(id !== undefined && { id }), ...step.value, seconds: seconds() - begun };
      onStep(step.value);
    }
  } catch (error) {
    return failedReply(error, id);
  }
}
