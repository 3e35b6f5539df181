import type { ReadPlan } from '../../kafka/read/readPlan.ts';
import type { ReadProgress } from '../../kafka/read/readProgress.ts';
import { resumePlan } from '../../kafka/read/resumePlan.ts';

/** The reads of each topic that go on where a read of them has stopped; undefined where one cannot. */
export function resumePlans(
  plans: readonly ReadPlan[],
  progress: ReadProgress,
): readonly ReadPlan[] | undefined {
  const resumed = plans.map((plan) => {
    const partitions = progress.partitions.filter(({ topic }) => topic === plan.topic);
    return resumePlan(plan, { ...progress, partitions });
  });
  return resumed.every((plan) => plan !== undefined) ? resumed : undefined;
}
