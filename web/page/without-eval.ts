/** @file Schemas are not compiled to code, which the policy of the page forbids; imported before all else. */

import { config } from 'zod';

config({ jitless: true });
