import { boundedText, field } from './bodyChecks.ts';
import type { NotebookTarget } from './notebookOutput.ts';
import { tailPlan } from './planChecks.ts';

const maxCluster = 1_000;
const maxTopic = 249;

/**
 * Checks what a notebook's output asks to open: outputs share their page with those of other extensions.
 *
 * @throws Error naming the field that is wrong
 */
export function notebookTarget(value: unknown): NotebookTarget {
  return {
    cluster: boundedText(field(value, 'cluster'), 'cluster', maxCluster),
    topic: boundedText(field(value, 'topic'), 'topic', maxTopic),
    plan: tailPlan(field(value, 'plan')),
  };
}
