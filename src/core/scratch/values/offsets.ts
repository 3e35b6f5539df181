/** An offset as written: digits that fit Kafka's signed 64 bits. Undefined where the text is none. */
export function offsetValue(text: string): bigint | undefined {
  if (!/^\d{1,19}$/.test(text)) {
    return undefined;
  }
  const value = BigInt(text);
  return value < 1n << 63n ? value : undefined;
}

/** `0=120,1=98`: one offset a partition. Undefined where the text is none or names a partition twice. */
export function partitionOffsets(text: string): ReadonlyMap<number, bigint> | undefined {
  const offsets = new Map<number, bigint>();
  for (const entry of text.split(',')) {
    const match = /^\s*(\d{1,9})\s*=\s*(\d{1,19})\s*$/.exec(entry);
    const offset = offsetValue(match?.[2] ?? '');
    const partition = Number(match?.[1]);
    if (offset === undefined || offsets.has(partition)) {
      return undefined;
    }
    offsets.set(partition, offset);
  }
  return offsets;
}
