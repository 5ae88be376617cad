import classes from './slider.module.css';

export interface SliderProps {
  /** The accessible name. */
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The value in words, for those who hear it. */
  readonly valueText: string;
  readonly onChange: (value: number) => void;
}

/** Chooses a whole number by mouse, finger, arrow keys, Page up, Page down, Home and End: the browser's own slider in our colors. */
export function Slider({ label, value, min, max, valueText, onChange }: SliderProps) {
  return (
    <input
      type="range"
      className={classes['slider']}
      aria-label={label}
      aria-valuetext={valueText}
      min={min}
      max={max}
      step={1}
      value={value}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
