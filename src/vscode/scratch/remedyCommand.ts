import { l10n, type Command, type Uri } from 'vscode';
import { remedyTitle, type Remedy } from '../../messages/remedyTitle.ts';
import { commands } from '../ids.ts';

/** The command that carries out a remedy for a block; of a whole file, `block` is undefined. */
export function remedyCommand(remedy: Remedy, uri: Uri, block: number | undefined): Command {
  const title = remedyTitle(remedy, l10n.t);
  switch (remedy.action) {
    case 'createTopic': {
      const command = commands.createMissingTopic;
      return { title, command, arguments: [uri, block, remedy.topic] };
    }
    case 'sendRest':
      return { title, command: commands.sendRest, arguments: [uri, block] };
    case 'addCluster':
      return { title, command: commands.addCluster, arguments: [remedy.name] };
    case 'editCluster':
      return { title, command: commands.editCluster, arguments: [{ cluster: remedy.cluster }] };
    case 'setAccess':
      return { title, command: commands.setAccess, arguments: [{ cluster: remedy.cluster }] };
  }
}
