import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { javaProgram, kafkaArguments } from './kafkaJava.ts';

const run = promisify(execFile);

/** Kafka's own command-line tools, the judges of what we did. */
export const kafkaTools = {
  topics: 'org.apache.kafka.tools.TopicCommand',
  groups: 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand',
  consumer: 'org.apache.kafka.tools.consumer.ConsoleConsumer',
  producer: 'org.apache.kafka.tools.ConsoleProducer',
  configs: 'kafka.admin.ConfigCommand',
  leaders: 'org.apache.kafka.tools.LeaderElectionCommand',
  offsets: 'org.apache.kafka.tools.GetOffsetShell',
  acls: 'org.apache.kafka.tools.AclCommand',
  deleteRecords: 'org.apache.kafka.tools.DeleteRecordsCommand',
} as const;

/**
 * Runs one of Kafka's tools against a cluster and returns what it printed.
 *
 * @param bootstrap the runner's broker unless told
 */
export async function kafkaTool(
  tool: keyof typeof kafkaTools,
  args: readonly string[],
  bootstrap?: string,
): Promise<string> {
  const { stdout } = await run(javaProgram(), kafkaArguments(kafkaTools[tool], args, bootstrap), {
    timeout: 60_000,
    maxBuffer: 64e6,
  });
  return stdout;
}

/** How the groups of our own ConsoleConsumer runs start. */
const judges = 'judge-';

/** The ids of the cluster's consumer groups, those of {@link consoleConsume} left out. */
export async function consumerGroups(): Promise<string[]> {
  const text = await kafkaTool('groups', ['--list']);
  return text.split('\n').filter((id) => id !== '' && !id.startsWith(judges));
}

/**
 * The first records of a topic as ConsoleConsumer prints them, one line each, with every column:
 * `CreateTime:… Partition:… Offset:… Headers… key value`, tab-separated.
 */
export async function consoleConsume(topic: string, count: number): Promise<string[]> {
  const columns = ['timestamp', 'partition', 'offset', 'headers', 'key'];
  const text = await kafkaTool('consumer', [
    ...['--topic', topic, '--from-beginning', '--max-messages', String(count)],
    ...['--timeout-ms', '20000', '--group', `${judges}${randomUUID()}`],
    ...columns.flatMap((column) => ['--formatter-property', `print.${column}=true`]),
  ]);
  return text.split('\n').filter((line) => line !== '');
}
