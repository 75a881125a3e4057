/** @file Redis and Slurm of their own for the tests: servers on this machine, with all their files in a folder that is removed. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a program can be found. */
export const isInstalled = (name: string): boolean =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].some((folder) => existsSync(join(folder, name)));

/** A port on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Waits until something holds; fails after two minutes. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > 120_000) throw new Error(`${what}: did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.on('close', () => resolve());
  });

/** A Redis that keeps nothing on the disk. */
export async function startRedis(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const port = await freePort();
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  await until('redis-server', () => said.includes('Ready to accept connections'));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone(child);
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

/** A Slurm of one node that says it has four processors; its commands find it by SLURM_CONF. */
export async function startSlurm(): Promise<{ readonly configuration: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'bulkweave-slurm-'));
  const [controller, node] = [await freePort(), await freePort()];
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name));
  const configuration = join(folder, 'slurm.conf');
  writeFileSync(
    configuration,
    `ClusterName=test
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmctldPort=${controller}
SlurmdPort=${node}
AuthType=auth/none
AuthInfo=cred_expire=5
CredType=cred/none
SlurmUser=root
SlurmdUser=root
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
MpiDefault=none
ReturnToService=2
KillWait=5
SchedulerParameters=sched_min_interval=100000,batch_sched_delay=0,sched_interval=1,bf_interval=1,requeue_delay=0
MaxArraySize=4
NodeName=${hostname()} NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
PartitionName=test Nodes=${hostname()} Default=YES MaxTime=INFINITE State=UP
`,
  );
  const options = { stdio: 'ignore', env: { ...process.env, SLURM_CONF: configuration } } as const;
  const daemons = [
    spawn('slurmctld', ['-D', '-f', configuration], options),
    spawn('slurmd', ['-D', '-f', configuration], options),
  ];
  const stop = async (): Promise<void> => {
    for (const daemon of daemons) daemon.kill('SIGKILL');
    await Promise.all(daemons.map(gone));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until('a node of Slurm', async () => {
      const answer = await run('sinfo', ['--noheader', '--format=%T'], { env: options.env }).catch(() => ({
        stdout: '',
      }));
      return answer.stdout.trim() === 'idle';
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { configuration, stop };
}
