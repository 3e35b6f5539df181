import { connect } from 'node:net';
import type { HostAndPort } from './clusterProfile.ts';
import { judgeAnswer, type Language } from './judgeAnswer.ts';

/** How a first conversation went; `failed` when no connection came about. */
export type Finding =
  | { readonly kind: Language | 'closed' | 'silent' }
  | { readonly kind: 'failed'; readonly error: Error };

/**
 * Connects, says `greeting` and judges the first bytes that come back. Aborting ends the wait: what was not
 * connected until then has failed, what did not answer is silent. Never rejects.
 */
export function askAddress(
  { host, port }: HostAndPort,
  greeting: Buffer,
  signal: AbortSignal,
  onConnect: () => void = () => undefined,
): Promise<Finding> {
  return new Promise((resolve) => {
    let connected = false;
    let answer = Buffer.alloc(0);
    const socket = connect({ host, port });
    const settle = (finding: Finding): void => {
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve(finding);
    };
    const onAbort = (): void => {
      if (connected) settle({ kind: answer.length > 0 ? 'other' : 'silent' });
      else settle({ kind: 'failed', error: new Error('Connection timeout') });
    };
    signal.addEventListener('abort', onAbort, { once: true });
    socket.on('connect', () => {
      connected = true;
      socket.write(greeting);
      onConnect();
    });
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      const kind = judgeAnswer(answer);
      if (kind) settle({ kind });
    });
    socket.on('error', (error) => {
      if (connected) settle({ kind: 'closed' });
      else settle({ kind: 'failed', error });
    });
    socket.on('close', () => {
      settle({ kind: answer.length > 0 ? 'other' : 'closed' });
    });
    if (signal.aborted) onAbort();
  });
}
