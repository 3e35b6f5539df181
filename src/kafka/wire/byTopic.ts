/** Groups what is asked per partition into one entry a topic, as the protocol nests it; order is kept. */
export function byTopic<T extends { readonly topic: string }>(
  items: readonly T[],
): (readonly [topic: string, items: readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.topic);
    if (group) group.push(item);
    else groups.set(item.topic, [item]);
  }
  return [...groups];
}
