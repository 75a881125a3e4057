import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The tests that `npm run mutants` runs against changed code. */
export default mergeConfig(base, defineConfig({ test: { include: process.env.BULKWEAVE_TESTS?.split(' ') ?? [] } }));
