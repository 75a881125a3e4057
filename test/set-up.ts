/** @file The engine of the tests: with the threads and memory of the environment, if it names any. */

import { settingsOf } from '../cli/environment.ts';
import { createEngine, useEngine } from '../src/engine/engine.ts';

const { threads, memory } = settingsOf(process.env);
if (threads !== undefined || memory !== undefined) useEngine(createEngine({ threads, memory }));
