import { l10n } from 'vscode';
import { parseBootstrapServers } from '../../kafka/connection/clusterProfile.ts';
import { toUserError } from '../../messages/userError.ts';
import { askSteps } from '../askSteps.ts';

/** What the Add and Edit dialogs ask for. */
export interface ClusterAnswers {
  readonly name: string;
  readonly bootstrapServers: string;
}

/**
 * Two input boxes with Back: the name, the bootstrap servers. Undefined when the user escapes.
 * @param taken names that other clusters have.
 */
export function askCluster(
  title: string,
  initial: ClusterAnswers,
  taken: readonly string[],
): Promise<ClusterAnswers | undefined> {
  return askSteps(title, initial, [
    {
      key: 'name',
      prompt: l10n.t('A name of your choice, such as "Local" or "orders staging"'),
      check: (value) => {
        const name = value.trim();
        if (name === '') return l10n.t('A cluster needs a name.');
        return taken.includes(name)
          ? l10n.t('Another cluster is already named "{0}".', name)
          : undefined;
      },
    },
    {
      key: 'bootstrapServers',
      prompt: l10n.t('Bootstrap servers: host:port of one or more brokers, separated by commas'),
      placeHolder: 'localhost:9092',
      check: (value) => {
        try {
          parseBootstrapServers(value);
          return undefined;
        } catch (error) {
          return toUserError(error, l10n.t).text;
        }
      },
    },
  ]);
}
