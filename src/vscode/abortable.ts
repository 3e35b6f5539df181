import type { CancellationToken } from 'vscode';

/** Bridges VS Code's cancellation to an AbortSignal, with a time limit in ms where one is given. */
export function signalOf(token: CancellationToken, timeoutMs?: number): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return timeoutMs === undefined
    ? controller.signal
    : AbortSignal.any([controller.signal, AbortSignal.timeout(timeoutMs)]);
}
