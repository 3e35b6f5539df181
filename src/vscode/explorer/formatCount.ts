/** A count or offset as people who read `locale` write it, with every digit: `9,007,199,254,740,993`. */
export const formatCount = (value: number | bigint, locale: string): string =>
  value.toLocaleString(locale);
