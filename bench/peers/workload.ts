/** @file What a workload is: its cases, and the programs of every library for it. */

import type { EnvironmentName } from './environments.ts';
import type { Inputs } from './inputs.ts';
import type { Program } from './run-program.ts';

/** One case of a workload. */
export interface Case {
  readonly label: string;
  readonly inputs: () => Inputs;
  /** Default 2. */
  readonly threads?: number;
  /** Names of peers that are left out, because they would take minutes. */
  readonly without?: readonly string[];
  /** Part of a quick run. */
  readonly quick?: boolean;
  /** Left out unless asked for. */
  readonly slow?: boolean;
}

export interface Workload {
  /** Name on the command line. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Whether ours runs by every engine asked for, the default, or uses none. */
  readonly engines?: boolean;
  /** Relative difference of numbers that count as the same; default 1e-8. */
  readonly tolerance?: number;
  /** The number that is shown in the last column. */
  readonly shown?: string;
  /** Ours first. */
  readonly programs: readonly Program[];
  readonly cases: readonly Case[];
}

export const ours = (file: string): Program => ({ name: 'bulkweave', file });

export const peer = (name: string, environment: EnvironmentName, file: string): Program => ({
  name,
  environment,
  file,
});
