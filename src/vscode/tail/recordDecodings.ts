import { internalTopicDecoder } from '../../core/serde/decoders/builtinDecoders.ts';
import type { DecoderRegistry } from '../../core/serde/decoderRegistry.ts';
import type { Decoding, RecordDecodings } from '../../core/serde/decoding.ts';
import { decodeSentence } from '../../messages/decoderTexts.ts';
import type { Translate } from '../../messages/translate.ts';
import type { ChosenDecoders } from '../../protocol/tailLook.ts';
import { topicsOf, type TailTarget } from './tailTarget.ts';

/** What a view's keys and values are decoded as: by the user's choice, else by what an internal topic holds. */
export function decodersOf(
  target: Pick<TailTarget, 'topic' | 'moreTopics'>,
  chosen: ChosenDecoders = {},
): ChosenDecoders {
  const [topic = '', ...more] = topicsOf(target);
  const name = more.length === 0 ? internalTopicDecoder(topic)?.name : undefined;
  return name === undefined ? chosen : { key: name, value: name, ...chosen };
}

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
