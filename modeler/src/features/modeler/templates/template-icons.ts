/** Between the strokes of the light and of the dark canvas, 3:1 on both: an icon of a template is a picture, which follows no theme. */
const stroke = '#12918a';

/** A picture of lines on a field of 18 by 18, as an address that holds it. */
function icon(lines: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="${stroke}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${lines}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The icons of the built-in templates. */
export const templateIcons = {
  card: icon('<rect x="2" y="4" width="14" height="10" rx="1.5"/><path d="M2 7.5h14M5 11h2.5"/>'),
  invoice: icon('<path d="M4 2h7l3 3v11H4zM6.5 8h5M6.5 11h5"/>'),
  reminder: icon('<path d="M9 2.5a4.2 4.2 0 0 1 4.2 4.2v3.3l1.3 2.5h-11l1.3-2.5V6.7A4.2 4.2 0 0 1 9 2.5zM7.5 15h3"/>'),
  goods: icon('<path d="M9 2l6 3v8l-6 3-6-3V5zM3 5l6 3 6-3M9 8v8"/>'),
  leave: icon(
    '<rect x="2.5" y="4" width="13" height="11.5" rx="1.5"/><path d="M2.5 7.5h13M6 2.5v3M12 2.5v3M6.5 11.5l1.7 1.7 3.3-3.400"/>',
  ),
  approval: icon('<circle cx="9" cy="9" r="6.5"/><path d="M6 9.2l2.2 2.2L12.2 7"/>'),
  answer: icon('<path d="M3 4h12v8H8l-3 3v-3H3zM6 8h6"/>'),
} as const;
