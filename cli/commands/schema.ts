/** @file bulkweave schema: JSON Schema of the files that the commands read, for editors and programs. */

import { DomainError } from '../../src/errors.ts';
import { isRequestName, REQUESTS, type RequestName } from '../../train/compute/catalogue.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { fileJsonSchema, requestJsonSchema, sweepJsonSchema } from '../file-schema.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Prints the schema of an experiment file, for 'sweep' of a sweep, or for 'compute' of requests.
 *
 * @param name - of one request
 * @throws {DomainError} no such subject or request
 */
export async function schemaCommand(
  subject: string | undefined,
  name: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.out(`${JSON.stringify(await schemaOf(subject ?? 'experiment', name), null, 2)}\n`);
  return EXIT.success;
}

async function schemaOf(subject: string, name: string | undefined): Promise<unknown> {
  const all = Object.keys(REQUESTS) as RequestName[];
  if (subject === 'experiment' && name === undefined) return fileJsonSchema();
  if (subject === 'sweep' && name === undefined) return sweepJsonSchema();
  if (subject !== 'compute') throw new DomainError(`schema: experiment, sweep or compute required, got '${subject}'`);
  if (name === undefined) return await requestJsonSchema(all);
  if (isRequestName(name)) return await requestJsonSchema([name]);
  throw new DomainError(`schema compute: one of ${all.join(', ')} required, got '${name}'`);
}
