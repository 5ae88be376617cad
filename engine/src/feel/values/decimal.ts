/**
 * Arithmetic on decimals. FEEL numbers are decimals of 34 digits, JSON numbers binary: `0.1 + 0.2` would not be `0.3`. Numbers of up to 15
 * digits are therefore scaled to whole numbers, for which binary arithmetic is exact, and scaled back; beyond that the result is the
 * nearest binary number to what the exact decimal result is. Not finite results are for the caller to turn into null.
 */
export const add = (a: number, b: number): number => {
  const plain = a + b;
  if (Number.isSafeInteger(plain) && Number.isInteger(a)) return plain;
  const scaleA = scaleOf(a);
  const scaleB = scaleOf(b);
  if (scaleA === undefined || scaleB === undefined) return plain;
  const scale = Math.max(scaleA, scaleB);
  const sum = scaled(a, scale) + scaled(b, scale);
  if (Number.isSafeInteger(sum) && Math.abs(sum) < 1e15) return sum / scale;
  return nearest(
    BigInt(scaled(a, scaleA)) * BigInt(scale / scaleA) + BigInt(scaled(b, scaleB)) * BigInt(scale / scaleB),
    scale,
  );
};

export const subtract = (a: number, b: number): number => add(a, -b);

export const multiply = (a: number, b: number): number => {
  const plain = a * b;
  if (Number.isSafeInteger(plain) && Number.isInteger(a) && Number.isInteger(b)) return plain;
  const scaleA = scaleOf(a);
  const scaleB = scaleOf(b);
  if (scaleA === undefined || scaleB === undefined || scaleA * scaleB > 1e22) return plain;
  const product = scaled(a, scaleA) * scaled(b, scaleB);
  if (Number.isSafeInteger(product)) return product / (scaleA * scaleB);
  return nearest(BigInt(scaled(a, scaleA)) * BigInt(scaled(b, scaleB)), scaleA * scaleB);
};

export const divide = (a: number, b: number): number => {
  const scale = commonScale(a, b);
  return scale === undefined ? a / b : scaled(a, scale) / scaled(b, scale);
};

/** Powers with a small whole exponent are repeated multiplications, exact as long as these are. */
export const power = (a: number, b: number): number => {
  if (!Number.isInteger(b) || b < 0 || b > 64 || Number.isInteger(a)) return a ** b;
  let result = 1;
  for (let index = 0; index < b; index += 1) result = multiply(result, a);
  return result;
};

/** The power of ten that makes a number whole, if it has at most 15 digits. */
export const scaleOf = (value: number): number | undefined => {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? 1 : undefined;
  for (let scale = 10; scale <= 1e15; scale *= 10) {
    const whole = Math.round(value * scale);
    if (whole / scale === value) return Number.isSafeInteger(whole) ? scale : undefined;
  }
  return undefined;
};

/** The binary number next to whole / scale; scale is a power of ten. */
const nearest = (whole: bigint, scale: number): number => Number(`${whole}e-${Math.round(Math.log10(scale))}`);

const commonScale = (a: number, b: number): number | undefined => {
  const scaleA = scaleOf(a);
  const scaleB = scaleOf(b);
  if (scaleA === undefined || scaleB === undefined) return undefined;
  const scale = Math.max(scaleA, scaleB);
  return Number.isSafeInteger(scaled(a, scale)) && Number.isSafeInteger(scaled(b, scale)) ? scale : undefined;
};

/** The whole number that a decimal is at a scale that {@link scaleOf} found. */
export const scaled = (value: number, scale: number): number => Math.round(value * scale);

/** Decimal digits without an exponent, as FEEL writes numbers: `0.0000001`, `1000000000000000000000`. */
export const numberText = (value: number): string => {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text === '-0' ? '0' : text;
  const [, sign = '', first = '', rest = '', exponent = '0'] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
};
