import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/** Waits for the end of its input, then ends process $1: kindly, and after ten seconds by force. */
const script = `cat >/dev/null
kill -TERM "$1" 2>/dev/null || exit 0
i=0
while [ $i -lt 40 ]; do
  kill -0 "$1" 2>/dev/null || exit 0
  sleep 0.25
  i=$((i+1))
done
kill -KILL "$1" 2>/dev/null`;

/**
 * Ends process `pid` when our own process ends, however it ends: a shell in a session of its own holds the
 * other side of a pipe that closes with us. Not on Windows, where a local cluster runs in containers.
 *
 * @returns a call that dismisses the watchdog; for when the process has ended
 */
export function watchOver(pid: number): () => void {
  if (process.platform === 'win32') return () => undefined;
  const shell = spawn('/bin/sh', ['-c', script, 'watchdog', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  // A pipe is a Socket, whatever its declared type: it must not keep our process alive.
  (shell.stdin as unknown as Socket).unref();
  return () => void shell.kill('SIGKILL');
}
