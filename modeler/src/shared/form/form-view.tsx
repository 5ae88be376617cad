import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { t } from '../../language/texts';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import type { FormResult, OpenedForm } from './open-form';

export type { FormResult } from './open-form';

/** What the page around a form may ask of it. */
export interface FormViewHandle {
  /** Validates, shows what is wrong in the fields and gives the data; null while the form is not there yet. */
  readonly submit: () => FormResult | null;
}

export interface FormViewProps {
  /** The form-js schema. A new object draws the form anew and forgets what was typed. */
  readonly schema: object;
  /** What the fields start with, by variable name; read when the form is drawn. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly readOnly?: boolean;
  readonly onChange?: (data: Readonly<Record<string, unknown>>) => void;
  /** Enter in a field submitted the form. */
  readonly onSubmit?: (result: FormResult) => void;
  readonly ref?: Ref<FormViewHandle>;
}

const ignore = () => undefined;

/** A form-js form with the look of Baton. Its code is loaded when the first form is shown. */
export function FormView({ schema, data, readOnly = false, onChange = ignore, onSubmit = ignore, ref }: FormViewProps) {
  const parent = useRef<HTMLDivElement>(null);
  const opened = useRef<OpenedForm | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const latest = useRef({ data, readOnly, onChange, onSubmit });
  useEffect(() => {
    latest.current = { data, readOnly, onChange, onSubmit };
  });

  useEffect(() => {
    const container = parent.current;
    if (container === null) return;
    let isGone = false;
    const open = async () => {
      const { openForm } = await import('./open-form');
      if (isGone) return;
      const now = latest.current;
      const form = await openForm(container, {
        schema,
        data: now.data,
        readOnly: now.readOnly,
        onChange: (next) => latest.current.onChange(next),
        onSubmit: (result) => latest.current.onSubmit(result),
      });
      // Gone while the schema was being read: nobody else would take it down.
      if (isGone) {
        form.destroy();
        return;
      }
      form.setReadOnly(latest.current.readOnly);
      opened.current = form;
      setFailure(null);
      setIsOpen(true);
    };
    open().catch((error: unknown) => {
      if (!isGone) setFailure(error);
    });
    return () => {
      isGone = true;
      opened.current?.destroy();
      opened.current = null;
      setIsOpen(false);
    };
  }, [schema]);

  useEffect(() => opened.current?.setReadOnly(readOnly), [readOnly]);
  useImperativeHandle(ref, () => ({ submit: () => opened.current?.submit() ?? null }), []);

  return (
    <div data-form={failure !== null ? 'failed' : isOpen ? 'open' : 'opening'}>
      <div ref={parent} className="baton-form" />
      {failure !== null && <ProblemNotice title={t('This form cannot be drawn')} error={failure} />}
      {!isOpen && failure === null && (
        <Stack gap="sm" aria-busy="true">
          <Skeleton height={14} width={120} />
          <Skeleton height={30} />
          <Skeleton height={14} width={160} />
          <Skeleton height={30} />
        </Stack>
      )}
    </div>
  );
}
