/**
 * @file The peers, each in a virtual environment of its own below `.peers`, installed by pip when it is first needed.
 */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of environments, inputs and built programs; not under version control. */
export const PEERS = '.peers';

/** The packages of each environment. There are several, because the peers pin different versions of the same packages. */
const REQUIREMENTS = {
  tensorcircuit: [
    'tensorcircuit-ng[jax]==1.10.0',
    'quimb==1.15.0',
    'cotengra==0.8.3',
    'cotengrust',
    'optuna',
    'opt_einsum==3.4.0',
    'optax',
    'jax==0.10.2',
    'threadpoolctl',
  ],
  pennylane: [
    'pennylane==0.45.1',
    'pennylane-lightning==0.45.0',
    'optax',
    'jax==0.10.2',
    'qulacs==0.6.14',
    'threadpoolctl',
  ],
  numpy: ['numpy==2.4.6'],
  thewalrus: ['thewalrus==0.22.0', 'scipy==1.17.1', 'numpy==2.4.6'],
  stim: ['stim==1.16.0', 'numpy==2.4.6'],
  tenpy: ['physics-tenpy==1.1.1', 'numpy==2.4.6'],
  quimb: ['quimb==1.15.0', 'numpy==2.4.6'],
  torch: ['torch', 'tensorkrowch', 'numpy==2.4.6'],
} as const;

/** Packages that peers use where pip can install them. */
const OPTIONAL: Partial<Record<EnvironmentName, readonly string[]>> = { tensorcircuit: ['kahypar'] };

export type EnvironmentName = keyof typeof REQUIREMENTS;

/** The packages of each environment that the table names. */
const SHOWN =
  /^(tensorcircuit-ng|quimb|cotengra|kahypar|opt_einsum|pennylane|pennylane_lightning|qulacs|jax|numpy|scipy|thewalrus|physics-tenpy|stim|torch|tensorkrowch)==/i;

/** An environment that can be used, or why it cannot. */
export type Environment =
  | { readonly python: string; readonly packages: readonly string[] }
  | { readonly missing: string };

/** The environment, installed if it is not there yet. */
export function environment(name: EnvironmentName): Environment {
  const folder = join(PEERS, name);
  const python = join(folder, 'bin', 'python');
  try {
    if (!existsSync(python)) quietly('python3', ['-m', 'venv', folder]);
    quietly(python, ['-m', 'pip', 'install', '--quiet', ...REQUIREMENTS[name]]);
    for (const extra of OPTIONAL[name] ?? []) {
      try {
        quietly(python, ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', extra]);
      } catch {
        // Without a wheel for this machine the peer goes without, and the page does not name the package.
      }
    }
    const frozen = quietly(python, ['-m', 'pip', 'freeze']).split('\n');
    return { python, packages: frozen.filter((line) => SHOWN.test(line)) };
  } catch (error) {
    const [, reason = 'pip failed'] = /ERROR: (.*)/.exec(String((error as { stderr?: unknown }).stderr ?? error)) ?? [];
    return { missing: reason };
  }
}

const quietly = (command: string, list: readonly string[]): string =>
  execFileSync(command, list, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
