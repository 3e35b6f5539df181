const multiplier = 0x5bd1e995;
const seed = 0x9747b28c;

/**
 * Murmur2 in 32 bits as Kafka's Java clients hash keys with it (`org.apache.kafka.common.utils.Utils.murmur2`);
 * a signed number, as there.
 */
export function murmur2(bytes: Uint8Array): number {
  const length = bytes.length;
  let hash = seed ^ length;
  const whole = length & ~3;
  for (let at = 0; at < whole; at += 4) {
    let part = byte(bytes, at) | (byte(bytes, at + 1) << 8);
    part |= (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24);
    part = Math.imul(part, multiplier);
    part ^= part >>> 24;
    part = Math.imul(part, multiplier);
    hash = Math.imul(hash, multiplier) ^ part;
  }
  const rest = length - whole;
  if (rest === 3) hash ^= byte(bytes, whole + 2) << 16;
  if (rest >= 2) hash ^= byte(bytes, whole + 1) << 8;
  if (rest >= 1) hash = Math.imul(hash ^ byte(bytes, whole), multiplier);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, multiplier);
  return hash ^ (hash >>> 15);
}

/** The partition that Java's default partitioner gives a key, so that one key always meets itself again. */
export function partitionOfKey(key: Uint8Array, partitions: number): number {
  return (murmur2(key) & 0x7fffffff) % partitions;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
