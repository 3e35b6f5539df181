import { basename } from 'node:path';
import { commands, env, l10n, ProgressLocation, Uri, window } from 'vscode';
import type { KafkaError } from '../../core/kafkaError.ts';
import type { RecordView } from '../../core/record/recordView.ts';
import type { RecordDecodings } from '../../core/serde/decoding.ts';
import { exportRecords } from '../../run/export/exportRecords.ts';
import { signalOf } from '../abortable.ts';
import { formatCount } from '../explorer/formatCount.ts';
import type { ExportTarget } from './askExport.ts';

/** What is exported. */
export interface ExportSource {
  /** What the records are of: "orders". */
  readonly topic: string;
  readonly cluster: string;
  /** @param told what of it was read, 0 to 1, where that is known */
  records(
    signal: AbortSignal,
    told: (part: number) => void,
  ): AsyncIterable<RecordView | KafkaError>;
  readonly decodings: RecordDecodings;
}

/** Exports with a notification that shows how far it is and has a Cancel, and then says what was written. */
export async function exportWithProgress(
  source: ExportSource,
  { path, format, guarded = false }: ExportTarget,
): Promise<void> {
  const name = basename(path);
  const title = l10n.t('Exporting {0} to {1}', source.topic, name);
  const summary = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      const signal = signalOf(token);
      let done = 0;
      const records = source.records(signal, (part) => {
        const increment = Math.floor((part - done) * 100);
        if (increment < 1) return;
        done += increment / 100;
        progress.report({ increment });
      });
      const options = {
        ...{ path, format, guarded },
        comment: l10n.t(
          'Records of {0}, exported from {1}. Name another topic to copy them there.',
          source.topic,
          source.cluster,
        ),
        decodings: source.decodings,
        progress: (count: number) =>
          progress.report({ message: l10n.t('{0} records', formatCount(count, env.language)) }),
      };
      return exportRecords(records, options, signal);
    },
  );
  const sentences = [
    l10n.t('{0} records exported to {1}.', formatCount(summary.records, env.language), name),
  ];
  if (summary.missing > 0) {
    sentences.push(
      l10n.t(
        '{0} places are missing: damaged batches, or records dropped from memory meanwhile.',
        formatCount(summary.missing, env.language),
      ),
    );
  }
  const open = l10n.t('Open');
  // Not awaited: the export is over, whether or not its message is read.
  void window
    .showInformationMessage(sentences.join(' '), open)
    .then((chosen) =>
      chosen === open ? commands.executeCommand('vscode.open', Uri.file(path)) : undefined,
    );
}
