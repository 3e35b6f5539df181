import type { DecodeProblem } from '../core/serde/decoder.ts';
import type { Translate } from './translate.ts';

/** What a decoder is called; its own name where it is none of ours. */
export function decoderLabel(name: string, t: Translate): string {
  const labels: Readonly<Record<string, string>> = {
    text: t('Text'),
    json: t('JSON'),
    xml: t('XML'),
    int8: t('Integer, 8 bits'),
    int16: t('Integer, 16 bits'),
    int32: t('Integer, 32 bits'),
    int64: t('Integer, 64 bits'),
    float: t('Float, 32 bits'),
    double: t('Double, 64 bits'),
    int16le: t('Integer, 16 bits, little-endian'),
    int32le: t('Integer, 32 bits, little-endian'),
    int64le: t('Integer, 64 bits, little-endian'),
    floatle: t('Float, 32 bits, little-endian'),
    doublele: t('Double, 64 bits, little-endian'),
    uuid: t('UUID'),
    msgpack: t('MessagePack'),
    cbor: t('CBOR'),
    hex: t('Hex'),
    base64: t('Base64'),
    'consumer-offsets': t('Consumer Offsets (internal)'),
    'transaction-state': t('Transaction State (internal)'),
  };
  return labels[name] ?? name;
}

/** Why bytes could not be decoded as the user chose. */
export function decodeSentence(decoder: string, problem: DecodeProblem, t: Translate): string {
  return t('Not decoded as {0}: {1}', decoderLabel(decoder, t), problemText(problem, t));
}

/** Why bytes are not of a format, as the end of a sentence. */
export function problemText(problem: DecodeProblem, t: Translate): string {
  switch (problem.kind) {
    case 'size':
      return t('it takes {0} B, and there are {1} B.', problem.wanted, problem.actual);
    case 'utf8':
      return t('the bytes are not valid UTF-8.');
    case 'uuid':
      return t('it takes 16 bytes, or a UUID as text.');
    case 'syntax':
      return problem.message;
    case 'invalid':
      return t('what is at position {0} cannot be there.', problem.at);
    case 'endsEarly':
      return t('it should go on where the bytes end, at {0}.', problem.at);
    case 'trailing':
      return t('it ends at byte {0}, and more bytes follow.', problem.at);
    case 'tooDeep':
      return t('it is nested deeper than {0} levels.', problem.limit);
  }
}
