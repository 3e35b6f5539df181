import { isSlow } from '../../core/filter/recordFilter.ts';
import { KafkaError } from '../../core/kafkaError.ts';
import { FilterThread } from '../../kafka/read/filterThread.ts';
import type { FilterProblem } from '../../protocol/tail.ts';
import type { TailFilter } from '../../protocol/tailPlan.ts';
import { filterTerm } from './filterTerm.ts';

/** What is wrong with a filter; undefined where it can be understood. It is tried in a worker, as it is when it runs. */
export async function checkFilter(filter: TailFilter): Promise<FilterProblem | undefined> {
  const term = filterTerm(filter);
  if (!isSlow(term) || filter.text === '') return undefined;
  try {
    const thread = await FilterThread.start([term]);
    thread.close();
    return undefined;
  } catch (error) {
    if (!(error instanceof KafkaError) || error.reason !== 'filterInvalid') throw error;
    const { message, position } = error.details;
    return {
      message: typeof message === 'string' ? message : error.message,
      ...(typeof position === 'number' ? { position } : {}),
    };
  }
}
