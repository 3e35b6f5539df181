/**
 * The command that reads this one record with kcat. Without the security settings of a saved cluster: a
 * command is passed around, secrets are not.
 */
export function kcatCommand(
  bootstrapServers: readonly string[],
  record: { readonly topic: string; readonly partition: number; readonly offset: bigint },
): string {
  const { topic, partition, offset } = record;
  const from = `-p ${String(partition)} -o ${String(offset)} -c 1`;
  return `kcat -C -b ${shellWord(bootstrapServers.join(','))} -t ${shellWord(topic)} ${from}`;
}

/** A word that a POSIX shell takes as it stands. */
function shellWord(text: string): string {
  return /^[\w.,:@/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
