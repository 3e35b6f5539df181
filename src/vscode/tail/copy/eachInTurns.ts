/** So many are made before others have their turn. */
const atOnce = 200;

/** What `make` gives for each item, in order; others have their turn all the time. */
export async function eachInTurns<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made | Promise<Made>,
  signal: AbortSignal,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(await make(item));
    if (made.length % atOnce === 0) {
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
  }
  return made;
}
