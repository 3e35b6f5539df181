import { l10n, window, type QuickPickItem } from 'vscode';
import { decoderLabel } from '../../messages/decoderTexts.ts';
import type { DecodedPart } from '../../protocol/tail.ts';

/**
 * Asks how a topic's keys or values are decoded; undefined where the user escapes.
 *
 * @param now what is chosen at the moment, absent for automatic
 */
export async function askDecoder(
  part: DecodedPart,
  now: string | undefined,
  { topic }: { readonly topic: string },
  names: readonly string[],
): Promise<{ readonly decoder?: string } | undefined> {
  const items: (QuickPickItem & { readonly decoder?: string })[] = [
    { label: l10n.t('Automatic'), detail: l10n.t('JSON, text or bytes, by what each record is') },
    ...names.map((decoder) => ({ label: decoderLabel(decoder, l10n.t), decoder })),
  ];
  const title =
    part === 'key'
      ? l10n.t('Decode the Keys of {0}', topic)
      : l10n.t('Decode the Values of {0}', topic);
  const marked = items.map((item) =>
    item.decoder === now ? { ...item, description: l10n.t('now') } : item,
  );
  const picked = await window.showQuickPick(marked, { title });
  return picked && (picked.decoder === undefined ? {} : { decoder: picked.decoder });
}
