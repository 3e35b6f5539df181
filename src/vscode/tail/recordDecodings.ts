import type { DecoderRegistry } from '../../core/serde/decoderRegistry.ts';
import type { Decoding, RecordDecodings } from '../../core/serde/decoding.ts';
import { decodeSentence } from '../../messages/decoderTexts.ts';
import type { Translate } from '../../messages/translate.ts';
import type { ChosenDecoders } from '../../protocol/tailLook.ts';

/** The user's choice, as far as there are such decoders. */
export function recordDecodings(
  chosen: ChosenDecoders & { readonly header?: string },
  registry: DecoderRegistry,
  t: Translate,
): RecordDecodings {
  const found: RecordDecodings = {};
  for (const part of ['key', 'value', 'header'] as const) {
    const decoder = registry.get(chosen[part]);
    if (decoder === undefined) continue;
    const explain: Decoding['explain'] = (name, problem) => decodeSentence(name, problem, t);
    found[part] = { decoder, part, explain };
  }
  return found;
}
