/** Groups what is asked per partition into one entry a topic, as the protocol nests it; order is kept. */
export function byTopic<T extends { readonly topic: string }>(
  items: readonly T[],
): (readonly [topic: string, items: readonly T[]])[] {
  return [...Map.groupBy(items, ({ topic }) => topic)];
}
