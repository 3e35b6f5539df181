import type { Translate } from './translate.ts';

/** What can be done about what keeps a block from running, besides changing the file. */
export type Remedy =
  | { readonly action: 'createTopic'; readonly topic: string }
  /** `name`: of the cluster that the file names and that is not saved. */
  | { readonly action: 'addCluster'; readonly name: string }
  /** `cluster`: the saved one. */
  | { readonly action: 'editCluster' | 'setAccess'; readonly cluster: string }
  | { readonly action: 'sendRest' };

/** The title of a remedy, for a quick fix; names in full. */
export function remedyTitle(remedy: Remedy, t: Translate): string {
  switch (remedy.action) {
    case 'createTopic':
      return t('Create Topic “{0}”', remedy.topic);
    case 'addCluster':
      return t('Add Cluster “{0}”…', remedy.name);
    case 'editCluster':
      return t('Edit Cluster “{0}”…', remedy.cluster);
    case 'setAccess':
      return t('Set Access to “{0}”…', remedy.cluster);
    case 'sendRest':
      return t('Send Only What Was Not Written');
  }
}

/** The same in few words, for a lens: a row of them is no wider than half an editor. */
export function remedyLens({ action }: Remedy, t: Translate): string {
  switch (action) {
    case 'createTopic':
      return t('Create Topic');
    case 'addCluster':
      return t('Add Cluster…');
    case 'editCluster':
      return t('Edit Cluster…');
    case 'setAccess':
      return t('Set Access…');
    case 'sendRest':
      return t('Send the Rest');
  }
}
