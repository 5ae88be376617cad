import { useEffect, useId, useRef, useState, type CSSProperties } from 'react';
import type { JsonEditorHandle } from './code-mirror';
import classes from './json-editor.module.css';

export interface JsonEditorProps {
  readonly value: string;
  readonly onChange?: (value: string) => void;
  /** Accessible name, for example `Value of amount`. */
  readonly label: string;
  readonly readOnly?: boolean;
  /** What is wrong with the text, in one sentence; shown below. */
  readonly problem?: string | null;
  readonly placeholder?: string;
  /** Least height in pixels. (Default: 120) */
  readonly minHeight?: number;
  /** Greatest height in pixels; longer text scrolls. (Default: 320) */
  readonly maxHeight?: number;
  readonly autoFocus?: boolean;
}

const ignore = () => undefined;

/** Edits or shows JSON with colors and marks the place of a mistake. Its code is loaded when the first one is shown. */
export function JsonEditor(props: JsonEditorProps) {
  const { value, onChange = ignore, label, readOnly = false, problem = null, placeholder = '' } = props;
  const { minHeight = 120, maxHeight = 320, autoFocus = false } = props;
  const parent = useRef<HTMLDivElement>(null);
  const handle = useRef<JsonEditorHandle | null>(null);
  const latest = useRef({ value, onChange, label, readOnly, placeholder, autoFocus });
  const [isOpen, setIsOpen] = useState(false);
  const problemId = useId();

  useEffect(() => {
    latest.current = { value, onChange, label, readOnly, placeholder, autoFocus };
  });

  useEffect(() => {
    let isGone = false;
    void import('./code-mirror').then(({ openJsonEditor }) => {
      if (isGone || parent.current === null) return;
      const now = latest.current;
      handle.current = openJsonEditor(parent.current, {
        text: now.value,
        label: now.label,
        readOnly: now.readOnly,
        placeholder: now.placeholder,
        onChange: (text) => latest.current.onChange(text),
      });
      setIsOpen(true);
      if (now.autoFocus) handle.current.focus();
    });
    return () => {
      isGone = true;
      handle.current?.destroy();
      handle.current = null;
      setIsOpen(false);
    };
  }, []);

  useEffect(() => handle.current?.setText(value), [value]);
  useEffect(() => handle.current?.setReadOnly(readOnly), [readOnly]);

  const size: CSSProperties = { minHeight, maxHeight };
  return (
    <div>
      <div className={classes['frame']} data-invalid={problem !== null} data-read-only={readOnly} style={size}>
        <div ref={parent} className={classes['editor']} style={{ maxHeight, display: isOpen ? 'block' : 'none' }} />
        {!isOpen && <pre className={classes['waiting']}>{value}</pre>}
      </div>
      {problem !== null && (
        <p className={classes['problem']} id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
