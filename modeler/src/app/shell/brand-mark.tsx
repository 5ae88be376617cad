/** Baton's sign: the staff that is handed on. */
export function BrandMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="7" fill="#0f766e" />
      <g transform="rotate(-38 16 16)">
        <rect x="5" y="12.5" width="22" height="7" rx="3.5" fill="#fff" />
        <rect x="10" y="12.5" width="2.6" height="7" fill="#0f766e" />
        <rect x="19.4" y="12.5" width="2.6" height="7" fill="#0f766e" />
      </g>
    </svg>
  );
}
