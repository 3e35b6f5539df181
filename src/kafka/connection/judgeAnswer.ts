import { greetingCorrelationId } from './greetings.ts';

/** What the first bytes of an answer show. */
export type Language = 'kafka' | 'http' | 'tls' | 'other';

const largestAnswerBytes = 1_000_000;
const tlsAlert = 0x15;
const tlsHandshake = 0x16;

/** Judges the first bytes that came back; `undefined` while there are too few. */
export function judgeAnswer(answer: Buffer): Language | undefined {
  if (isTls(answer)) return 'tls';
  if (answer.toString('latin1', 0, 5) === 'HTTP/') return 'http';
  if (answer.length < 8) return undefined;
  const size = answer.readInt32BE(0);
  const plausible = size >= 6 && size <= largestAnswerBytes;
  return plausible && answer.readInt32BE(4) === greetingCorrelationId ? 'kafka' : 'other';
}

/** A record's type and the major version, 3 in every TLS. */
function isTls(answer: Buffer): boolean {
  return (answer[0] === tlsAlert || answer[0] === tlsHandshake) && answer[1] === 3;
}
