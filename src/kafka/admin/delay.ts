import { settle } from '../connection/settle.ts';

/** Waits, or rejects with the signal's AbortError at once. */
export async function delay(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const wait = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await settle(wait, { signals: [signal] });
  } finally {
    clearTimeout(timer);
  }
}
