/** A count or offset as people read it, with every digit: `9,007,199,254,740,993`. */
export const formatCount = (value: number | bigint): string => value.toLocaleString('en');
