/** So many steps are made between two questions whether others are waiting. */
const stepsAtOnce = 8192;

/**
 * The numbers 0 … `count` − 1 in the order that `compare` says; equal ones stay as they are. What is in order already
 * costs next to nothing, and others have their turn in between.
 *
 * @param turn asked now and then: a promise to wait for, or undefined to go on at once
 */
export async function mergeSort(
  count: number,
  compare: (a: number, b: number) => number,
  turn: () => Promise<void> | undefined,
): Promise<Uint32Array> {
  let from = new Uint32Array(count);
  let to = new Uint32Array(count);
  let steps = 0;
  let runs = [0];
  for (let at = 0; at < count; at++) {
    from[at] = at;
    if (at > 0 && compare(at - 1, at) > 0) runs.push(at);
    if (++steps % stepsAtOnce === 0) await turn();
  }
  runs.push(count);
  while (runs.length > 2) {
    const merged = [0];
    for (let run = 0; run < runs.length - 1; run += 2) {
      let left = runs[run] ?? count;
      const middle = runs[run + 1] ?? count;
      let right = middle;
      const end = runs[run + 2] ?? middle;
      for (let at = left; at < end; at++) {
        const takesLeft =
          right >= end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
        to[at] = (takesLeft ? from[left++] : from[right++]) ?? 0;
        if (++steps % stepsAtOnce === 0) await turn();
      }
      merged.push(end);
    }
    [from, to] = [to, from];
    runs = merged;
  }
  return from;
}
