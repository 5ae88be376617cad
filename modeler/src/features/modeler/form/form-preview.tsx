import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../../language/texts';
import { useStoredState } from '../../../shared/browser/use-stored-state';
import { FormView, type FormResult, type FormViewHandle } from '../../../shared/form/form-view';
import { JsonEditor } from '../../../shared/json/json-editor';
import { parseJsonObject } from '../../../shared/json/parse-json';
import { Button } from '../../../ui/button';
import classes from './form-editor.module.css';

/** Milliseconds of silence before the preview is drawn anew. */
const previewDelayMs = 300;

function parseSchema(content: string): object | null {
  try {
    const schema: unknown = JSON.parse(content);
    return typeof schema === 'object' ? schema : null;
  } catch {
    return null;
  }
}

function useCalm<Value>(value: Value): Value {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), previewDelayMs);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}

const noData = {};

export interface FormPreviewProps {
  readonly draftId: string;
  /** The form as JSON text. */
  readonly content: string;
}

/** The form as people will fill it in: with sample data of one's own, kept with the draft, and with what it would submit. */
export function FormPreview({ draftId, content }: FormPreviewProps) {
  const form = useRef<FormViewHandle>(null);
  const [sample, setSample] = useStoredState(`baton.form.sample.${draftId}`, '');
  const [result, setResult] = useState<FormResult | null>(null);
  const calm = useCalm(content);
  const calmSample = useCalm(sample);
  const parsed = parseJsonObject(sample);
  const { schema, data } = useMemo(() => {
    const read = parseJsonObject(calmSample);
    return { schema: parseSchema(calm), data: read.ok ? read.value : noData };
  }, [calm, calmSample]);
  const isEmpty =
    schema !== null && 'components' in schema && Array.isArray(schema.components) && schema.components.length === 0;
  const wrong = result === null ? 0 : Object.keys(result.errors).length;
  return (
    <section className={classes['preview']} aria-label={t('Preview')}>
      <h2>{t('Preview')}</h2>
      {isEmpty ? (
        <p className={classes['hint']}>
          {t('Drag components onto the form. Here you see it as people will fill it in.')}
        </p>
      ) : (
        schema !== null && (
          <>
            <FormView ref={form} schema={schema} data={data} onSubmit={setResult} />
            <div className={classes['submit']}>
              <Button size="compact-sm" variant="default" onClick={() => setResult(form.current?.submit() ?? null)}>
                {t('Try to submit')}
              </Button>
              {result !== null && (
                <span role="status">
                  {wrong === 0 ? t('It would be submitted.') : t('It would be refused; the fields say why.')}
                </span>
              )}
            </div>
            <h2 className={classes['part']}>{t('Sample data')}</h2>
            <JsonEditor
              label={t('Sample data')}
              value={sample}
              onChange={setSample}
              placeholder={'{ "amount": 120 }'}
              problem={parsed.ok ? null : parsed.message}
            />
            {result !== null && (
              <>
                <h2 className={classes['part']}>{t('Submitted data')}</h2>
                <pre className={classes['submitted']} aria-label={t('Submitted data')} tabIndex={0}>
                  {JSON.stringify(result.data, null, 2)}
                </pre>
              </>
            )}
          </>
        )
      )}
    </section>
  );
}
