/** The shortest text that gives the same double; every zero, infinity and NaN keeps its look. */
export function doubleText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** The shortest text that gives the same 32-bit float: 0.1 and not 0.10000000149011612. */
export function floatText(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Object.is(Math.fround(short), value)) return doubleText(short);
  }
  return doubleText(Number.isFinite(value) && value !== 0 ? Number(value.toPrecision(9)) : value);
}
