/**
 * When checksums are verified. `whenShown`: that of an uncompressed batch waits until one of its records is
 * asked for, for a sink that only counts or searches; compressed batches are always verified first. Such a sink may
 * look at a batch until `batch` returns: then its memory is used for the next answer. Records that a filter has found
 * are copies and stay.
 */
export type Checksums = 'always' | 'whenShown';
