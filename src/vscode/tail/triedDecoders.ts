import { contentOf } from '../../core/serde/content.ts';
import type { DecoderRegistry } from '../../core/serde/decoderRegistry.ts';
import { hasControls } from '../../core/serde/readableText.ts';
import { utf8Of } from '../../core/serde/utf8.ts';
import { problemText } from '../../messages/decoderTexts.ts';
import type { Translate } from '../../messages/translate.ts';
import type { TriedDecoder } from '../../protocol/recordDetails.ts';
import type { DecodedPart } from '../../protocol/tail.ts';

/** A decoder need not look further: this is a glance at each of them. */
const maxBytes = 256 * 1024;
const maxChars = 100;

/**
 * What each decoder makes of a key or value, in the order in which they are offered, after what is shown without a
 * choice and why. Nothing where there are no bytes.
 */
export function triedDecoders(
  bytes: Uint8Array | null | undefined,
  part: DecodedPart,
  registry: DecoderRegistry,
  t: Translate,
): readonly TriedDecoder[] {
  if (!bytes || bytes.length === 0) return [];
  const tried = registry.names.flatMap((name): TriedDecoder[] => {
    const found = registry.get(name)?.decode(bytes, { part, maxBytes, maxChars });
    if (found === undefined) return [];
    return found.ok
      ? [{ name, fits: true, text: found.text.slice(0, maxChars) }]
      : [{ name, fits: false, text: problemText(found.problem, t) }];
  });
  return [{ fits: true, text: looks(bytes, t) }, ...tried];
}

/** What bytes look like, and by what. */
function looks(bytes: Uint8Array, t: Translate): string {
  const { kind, text, json } = contentOf(bytes);
  if (json) return t('JSON: an object or a list from end to end');
  if (kind === 'text') {
    return hasControls(text)
      ? t('text: valid UTF-8 with a few control characters')
      : t('text: valid UTF-8 without control characters');
  }
  return utf8Of(bytes) === undefined
    ? t('bytes: they are not valid UTF-8')
    : t('bytes: as text they would hold NUL or many control characters');
}
