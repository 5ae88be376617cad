import { useEffect, useMemo, useRef } from 'react';
import { t } from '../../language/texts';
import { useIsNarrow } from '../../shared/browser/use-media';
import { FormView } from '../../shared/form/form-view';
import { SplitView } from '../../shared/split/split-view';
import type { Change } from '../../shared/model/compare-models';
import { markFields } from './mark-fields';
import type { ReadComparable } from './read-comparable';
import classes from './compare-page.module.css';
import './compared-forms.css';

const noData = {};

function MarkedForm(props: {
  readonly words: string;
  readonly form: ReadComparable;
  readonly changes: readonly Change[];
  readonly selectedId: string | null;
}) {
  const { words, form, changes, selectedId } = props;
  const frame = useRef<HTMLDivElement>(null);
  const schema = useMemo(() => JSON.parse(form.content) as object, [form.content]);
  useEffect(() => {
    const parent = frame.current;
    return parent === null ? undefined : markFields(parent, changes, selectedId);
  }, [changes, selectedId, schema]);
  return (
    <section className={classes['side']} aria-label={`${words}: ${form.name}, ${form.edition}`}>
      <div ref={frame} className={`${classes['scroll']} baton-compared-form`}>
        <FormView schema={schema} data={noData} readOnly />
      </div>
      <span className={classes['caption']}>
        {words} · {form.edition}
      </span>
    </section>
  );
}

/** Two versions of a form beside each other, as people see them, with the fields marked that differ. */
export function ComparedForms(props: {
  readonly left: ReadComparable;
  readonly right: ReadComparable;
  readonly changes: readonly Change[];
  readonly selectedId: string | null;
}) {
  const { left, right, ...rest } = props;
  const isNarrow = useIsNarrow();
  return (
    <SplitView
      name="compare-sides"
      direction={isNarrow ? 'column' : 'row'}
      first={<MarkedForm words={t('Before')} form={left} {...rest} />}
      second={<MarkedForm words={t('After')} form={right} {...rest} />}
    />
  );
}
