import { groupReset } from '../values/groupReset.ts';
import { partitionList } from '../values/partitionList.ts';
import { topicNameValue } from '../values/topicNameValue.ts';
import { property } from './propertySpec.ts';

const filled = { templates: 'before' } as const;

/** Every property of a GROUP block. */
export const groupProperties = {
  topic: property(
    'topic',
    topicNameValue,
    { kind: 'topic' },
    'The topic whose committed offsets are meant; all of the group’s topics where it is left out.',
    filled,
  ),
  partitions: property(
    'partitions',
    partitionList,
    { kind: 'partitions', examples: ['0', '0-2'] },
    'The partitions that are meant; all where it is left out.',
    filled,
  ),
  reset: property(
    'reset',
    groupReset,
    {
      kind: 'reset',
      examples: [
        'earliest',
        'latest',
        'offset 0',
        'shift -100',
        '-15m',
        '0=120,1=98',
        'like other-group',
      ],
    },
    'Where the committed offsets go; shown before it is done, and refused while the group has members.',
    filled,
  ),
};
