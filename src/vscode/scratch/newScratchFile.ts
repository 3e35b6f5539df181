import { l10n } from 'vscode';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { openScratch } from './openScratch.ts';

/** The text of a new scratch file: a record to send and a topic to read, on the selected cluster. */
export function scratchTemplate(cluster: string | undefined): string {
  return [
    l10n.t('-- Run a block with Ctrl+Enter (Cmd+Enter on macOS) or the line above it.'),
    ...(cluster === undefined ? [] : [`@cluster = ${cluster}`]),
    '',
    'PRODUCER',
    'topic: users',
    'key: User_1',
    '{ "userid": "User_1", "regionid": "Region_1", "gender": "OTHER", "registertime": {{$timestamp}} }',
    '###',
    '',
    l10n.t('-- Without a group name nothing is committed: reading leaves no trace.'),
    'CONSUMER',
    'topic: users',
    'from: earliest',
    '###',
    '',
  ].join('\n');
}

/** *New Scratch File*: an untitled `.kafka` file with two blocks to start from. */
export function newScratchFile(clusters: ClusterRegistry): Promise<void> {
  return openScratch(scratchTemplate(clusters.selected()?.name));
}
