import type { GroupOffset } from '../../kafka/admin/listGroupOffsets.ts';
import type { ClusterAccess } from '../../kafka/connection/clusterProfile.ts';
import { toUserError } from '../../messages/userError.ts';
import type { Translate } from '../../messages/translate.ts';
import type { ClusterState } from '../clusters/clusterState.ts';
import type { ExplorerNode, FailureNode, NoteNode } from './explorerNode.ts';
import { formatCount } from './formatCount.ts';
import type { NodeLook } from './look.ts';
import { partitionLook, topicLook } from './topicLook.ts';
import type { ListCount, Visibility } from './visibleChildren.ts';

/** What a look depends on beside its node. */
export interface LookContext {
  readonly t: Translate;
  /** The language that numbers are written in: `en`, `de`. */
  readonly locale: string;
  readonly state: ClusterState;
  readonly selected: boolean;
  readonly bootstrapServers: string;
  readonly access?: ClusterAccess | undefined;
  readonly count?: ListCount;
  readonly visibility: Visibility;
}

/** The label, description, tooltip, icon and menu tokens of a node. */
export function nodeLook(node: ExplorerNode, context: LookContext): NodeLook {
  const { t } = context;
  switch (node.kind) {
    case 'cluster':
      return clusterLook(node.cluster, context);
    case 'list':
      return listLook(node.list, context);
    case 'topic':
      return topicLook(node.topic, t);
    case 'partition':
      return partitionLook(node, context);
    case 'group': {
      const { group } = node;
      const type = group.type === 'unknown' ? group.protocolType : group.type;
      const facts = [group.state, type].filter((fact) => fact !== undefined && fact !== '');
      return {
        label: group.id === '' ? t('(empty group id)') : group.id,
        description: facts.join(' · '),
        tooltip: t('{0}: {1} group, coordinator broker {2}', group.id, type, group.coordinator),
        icon: 'organization',
        context: 'group named refreshable',
        expandable: true,
      };
    }
    case 'members': {
      const { members, assignor } = node.description;
      return {
        label: t('Members'),
        description: [formatCount(members.length, context.locale), assignor ?? '']
          .filter((s) => s !== '')
          .join(' · '),
        icon: 'person',
        context: 'members',
        expandable: true,
      };
    }
    case 'member': {
      const { member } = node;
      const assigned = member.assignments
        .map(({ topic, partitions }) => `${topic}[${partitions.join(',')}]`)
        .join(' ');
      return {
        label: member.clientId === '' ? member.memberId : member.clientId,
        description: [member.host, assigned === '' ? t('no partitions') : assigned].join(' · '),
        tooltip: [member.memberId, member.instanceId ?? '', assigned].filter(Boolean).join('\n'),
        icon: 'account',
        context: 'member named',
        expandable: false,
      };
    }
    case 'groupOffsets':
      return {
        label: t('Committed Offsets'),
        description: totalLag(node.offsets, context),
        icon: 'bookmark',
        context: 'groupOffsets',
        expandable: true,
      };
    case 'groupOffset':
      return groupOffsetLook(node.offset, context);
    case 'broker': {
      const { broker } = node;
      const facts = [
        broker.isController ? t('controller') : '',
        broker.rack === undefined ? '' : t('rack {0}', broker.rack),
      ].filter((fact) => fact !== '');
      return {
        label: `${broker.host}:${String(broker.port)}`,
        description: [t('broker {0}', broker.id), ...facts].join(' · '),
        icon: broker.isController ? 'server-process' : 'server',
        context: 'broker named',
        expandable: false,
      };
    }
    case 'failure':
      return failureLook(node, t);
    case 'note':
      return { label: noteText(node.note, t), icon: 'info', context: 'note', expandable: false };
  }
}

function clusterLook(name: string, context: LookContext): NodeLook {
  const { t, state, selected, bootstrapServers, access } = context;
  const marks = { readOnly: t('read-only'), production: t('production') };
  const mark = [access === undefined ? '' : marks[access], selected ? t('selected') : '']
    .filter((text) => text !== '')
    .join(' · ');
  const look = (description: string, tokens: string, icon: string, color?: string): NodeLook => ({
    label: name,
    description: [description, mark].filter((text) => text !== '').join(' · '),
    tooltip: `${name}\n${bootstrapServers}\n${description}`,
    icon,
    ...(color === undefined ? {} : { color }),
    context: `cluster named ${tokens}`,
    expandable: true,
    spoken: t('Cluster {0}, {1}', name, [description, mark].filter(Boolean).join(', ')),
  });
  switch (state.kind) {
    case 'disconnected':
      return look(t('not connected'), 'connectable', 'plug');
    case 'connecting':
      return look(t('connecting…'), 'connecting', 'loading~spin');
    case 'failed':
      return look(
        t('failed: {0}', toUserError(state.error, t).text),
        'connectable failed',
        'error',
        'testing.iconFailed',
      );
    case 'connected': {
      const { brokers, featureLevel } = state.description;
      const count = brokers.length === 1 ? t('1 broker') : t('{0} brokers', brokers.length);
      const level = featureLevel === undefined ? '' : `Kafka ${featureLevel}`;
      const text = [count, level].filter((part) => part !== '').join(' · ');
      return look(text, 'connected refreshable', 'server-environment', 'testing.iconPassed');
    }
  }
}

function listLook(list: 'topics' | 'groups' | 'brokers', context: LookContext): NodeLook {
  const { t, locale, count, visibility } = context;
  const labels = { topics: t('Topics'), groups: t('Consumer Groups'), brokers: t('Brokers') };
  const icons = { topics: 'list-tree', groups: 'organization', brokers: 'server' };
  const { filter } = visibility;
  let description: string | undefined;
  if (filter !== undefined) {
    description =
      count === undefined
        ? t('filter "{0}"', filter)
        : t(
            'filter "{0}" · {1} of {2}',
            filter,
            formatCount(count.shown, locale),
            formatCount(count.total, locale),
          );
  } else if (count !== undefined) {
    description = formatCount(count.total, locale);
  }
  return {
    label: labels[list],
    ...(description === undefined ? {} : { description }),
    icon: icons[list],
    context: `${list} list refreshable ${filter === undefined ? 'unfiltered' : 'filtered'}`,
    expandable: true,
  };
}

function groupOffsetLook(offset: GroupOffset, { t, locale }: LookContext): NodeLook {
  const count = (value: bigint): string => formatCount(value, locale);
  const facts = [t('committed {0}', count(offset.committed))];
  if (offset.end !== undefined) facts.push(t('end {0}', count(offset.end)));
  facts.push(offset.lag === undefined ? t('lag unknown') : t('lag {0}', count(offset.lag)));
  return {
    label: `${offset.topic}[${String(offset.partition)}]`,
    description: facts.join(' · '),
    ...(offset.error === undefined ? {} : { tooltip: toUserError(offset.error, t).text }),
    icon: offset.error === undefined ? 'symbol-number' : 'warning',
    context: 'groupOffset named',
    expandable: false,
  };
}

function totalLag(offsets: readonly GroupOffset[], { t, locale }: LookContext): string {
  const known = offsets.flatMap(({ lag }) => (lag === undefined ? [] : [lag]));
  if (offsets.length === 0) return '';
  const total = known.reduce((sum, lag) => sum + lag, 0n);
  return known.length === offsets.length
    ? t('total lag {0}', formatCount(total, locale))
    : t('total lag at least {0}', formatCount(total, locale));
}

function failureLook(node: FailureNode, t: Translate): NodeLook {
  const { text } = toUserError(node.error, t);
  return {
    label: text,
    tooltip: text,
    icon: 'error',
    color: 'testing.iconFailed',
    context: 'failure failed',
    expandable: false,
    spoken: t('Failed: {0}', text),
  };
}

function noteText(kind: NoteNode['note'], t: Translate): string {
  switch (kind) {
    case 'noTopics':
      return t('No topics yet');
    case 'noGroups':
      return t('No consumer groups');
    case 'noMembers':
      return t('No members');
    case 'noOffsets':
      return t('No committed offsets');
    case 'nothingMatches':
      return t('Nothing matches the filter');
    case 'onlyName':
      return t('Groups of this type are listed by name, state and type only');
  }
}
