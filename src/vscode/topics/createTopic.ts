import { l10n, window } from 'vscode';
import { parseTopicConfigs } from '../../core/topicConfigText.ts';
import { validateTopicName } from '../../core/topicName.ts';
import { describeCluster } from '../../kafka/admin/describeCluster.ts';
import { topicNameProblem } from '../../messages/topicNameProblem.ts';
import { askSteps } from '../askSteps.ts';
import { refuseWriting } from '../clusters/allowWriting.ts';
import type { ClusterRegistry } from '../clusters/clusterRegistry.ts';
import { selectedOrPickedCluster } from '../clusters/pickCluster.ts';
import type { Explorer } from '../explorer/explorer.ts';
import type { ExplorerNode } from '../explorer/explorerNode.ts';
import { createTopicOn } from './createTopicOn.ts';

const limitMs = 30_000;
const maxPartitions = 10_000;

/** Asks for name, partitions, replication factor and configs, then creates the topic. */
export async function createTopic(
  clusters: ClusterRegistry,
  explorer: Explorer,
  node?: ExplorerNode,
): Promise<void> {
  const title = l10n.t('Create Topic');
  const cluster = node?.cluster ?? (await selectedOrPickedCluster(clusters, title))?.name;
  if (cluster === undefined) return;
  refuseWriting(clusters, cluster);
  const client = await clusters.client(cluster);
  const { brokers } = await describeCluster(client, AbortSignal.timeout(limitMs));
  const answers = await askTopic(`${title} · ${cluster}`, brokers.length);
  if (answers === undefined) return;
  const configs = parseTopicConfigs(answers.configs);
  const topic = {
    name: answers.name,
    partitions: Number(answers.partitions),
    replicationFactor: Number(answers.replicationFactor),
    ...('part' in configs ? {} : { configs: Object.fromEntries(configs) }),
  };
  if (!(await createTopicOn(clusters, cluster, topic))) return;
  explorer.refreshLists(cluster);
  void window.showInformationMessage(l10n.t('Created topic {0} on {1}.', answers.name, cluster));
}

function askTopic(title: string, brokers: number) {
  const initial = {
    name: '',
    partitions: '3',
    replicationFactor: String(Math.min(3, brokers)),
    configs: '',
  };
  return askSteps(title, initial, [
    {
      key: 'name',
      prompt: l10n.t('Name of the new topic'),
      check: (value) => {
        const problem = validateTopicName(value.trim());
        return problem === undefined ? undefined : topicNameProblem(problem, l10n.t);
      },
    },
    {
      key: 'partitions',
      prompt: l10n.t('Partitions: records with the same key always go to the same one'),
      check: (value) => checkWhole(value, maxPartitions),
    },
    {
      key: 'replicationFactor',
      prompt:
        brokers === 1
          ? l10n.t('Replication factor: copies of each partition. This cluster has 1 broker.')
          : l10n.t(
              'Replication factor: copies of each partition. This cluster has {0} brokers.',
              brokers,
            ),
      check: (value) => checkWhole(value, brokers),
    },
    {
      key: 'configs',
      prompt: l10n.t(
        'Configs, if any: name=value, separated by commas. Leave it empty for the defaults.',
      ),
      placeHolder: 'cleanup.policy=compact, retention.ms=604800000',
      check: (value) => {
        const configs = parseTopicConfigs(value);
        return 'part' in configs
          ? l10n.t('"{0}" is not of the form name=value.', configs.part)
          : undefined;
      },
    },
  ]);
}

function checkWhole(value: string, max: number): string | undefined {
  const whole = /^\d+$/.test(value.trim()) ? Number(value) : 0;
  return whole >= 1 && whole <= max
    ? undefined
    : l10n.t('Enter a whole number from 1 to {0}.', max);
}
