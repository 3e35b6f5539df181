import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process was born, in the system's own words: with the id it names one process, for ids come back (in a
 * container soon). Undefined where the system does not tell, as on Windows, or has no such process.
 */
export function processBirth(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      // Field 22 of proc(5), in ticks since the boot; the name (field 2) may hold anything.
      const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
      const ticks = text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return ticks === undefined ? undefined : `${boot} ${ticks}`;
    }
    if (process.platform === 'darwin') {
      const ps = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
      return ps.trim() === '' ? undefined : ps.trim();
    }
  } catch {
    // No such process, or a system that tells nothing.
  }
  return undefined;
}
