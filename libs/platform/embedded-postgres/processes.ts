import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A running process as the system tells it. */
export interface ProcessFacts {
  readonly parent: number;
  readonly arguments: readonly string[];
}

/** Null when no such process runs (a zombie does not). Not for Windows, which tells too little. */
export function lookUpProcess(pid: number): ProcessFacts | null {
  if (!isAlive(pid)) return null;
  if (process.platform === 'linux') return fromProc(pid);
  const told = spawnSync('/bin/ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(told) ?? [];
  return parent === undefined ? null : { parent: Number(parent), arguments: (command ?? '').split(' ') };
}

function fromProc(pid: number): ProcessFacts | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    if (/^State:\s+[ZX]/m.test(status)) return null;
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
    return { parent, arguments: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') };
  } catch (error) {
    if (!existsSync(`/proc/${pid}`)) return null;
    throw error;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function isPostgres({ arguments: [program] }: ProcessFacts): boolean {
  return program !== undefined && basename(program).startsWith('postgres');
}
