import { language } from '../../language/texts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

const formats = new Map(
  [...units.map(([unit]) => unit), 'millisecond' as const].map((unit) => [
    unit,
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }),
  ]),
);

/** How long something took, by its two largest units: `2 hr 5 min`; under a second in milliseconds. */
export function durationWords(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  if (whole < 1_000) return formats.get('millisecond')?.format(whole) ?? String(whole);
  const first = units.findIndex(([, length]) => whole >= length);
  let rest = whole;
  return units
    .slice(first, first + 2)
    .flatMap(([unit, length]) => {
      const count = Math.floor(rest / length);
      rest -= count * length;
      return count === 0 ? [] : [formats.get(unit)?.format(count) ?? ''];
    })
    .join(' ');
}
