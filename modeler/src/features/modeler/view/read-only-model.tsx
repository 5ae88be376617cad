import { lazy, Suspense, useMemo } from 'react';
import type { DraftKind } from '../../../api/drafts';
import { t } from '../../../language/texts';
import { Diagram } from '../../../shared/diagram/diagram';
import { FormView } from '../../../shared/form/form-view';
import { EmptyState } from '../../../ui/empty-state';
import { IconForms } from '../../../ui/icons';
import { Skeleton } from '../../../ui/skeleton';
import { CommentedDiagram } from '../comments/commented-diagram';
import classes from './read-only-model.module.css';

const DmnView = lazy(() => import('./dmn-view').then((module) => ({ default: module.DmnView })));

export interface ReadOnlyModelProps {
  readonly kind: DraftKind;
  readonly name: string;
  readonly content: string;
  /** The element of a process that is lit. */
  readonly elementId?: string | null;
  /** Told which element of a process was clicked. */
  readonly onSelect?: (elementId: string | null) => void;
  /** The draft that it is of, where comments lie beside it. */
  readonly draftId?: string | null;
}

/** A process, decision or form that can be looked at and not changed. */
export function ReadOnlyModel(props: ReadOnlyModelProps) {
  const { kind, name, content, elementId = null, onSelect, draftId = null } = props;
  if (kind === 'bpmn') {
    const diagram = { xml: content, label: t('Diagram of {{name}}', { name }), selectedId: elementId };
    const hears = onSelect === undefined ? {} : { onSelect };
    return draftId === null ? (
      <Diagram {...diagram} {...hears} />
    ) : (
      <CommentedDiagram draftId={draftId} {...diagram} {...hears} />
    );
  }
  if (kind === 'form') return <FormPicture content={content} label={t('Form {{name}}', { name })} />;
  return (
    <Suspense fallback={<Skeleton height="100%" aria-busy="true" />}>
      <DmnView xml={content} label={t('Decisions of {{name}}', { name })} draftId={draftId} />
    </Suspense>
  );
}

const noData = {};

function FormPicture({ content, label }: { readonly content: string; readonly label: string }) {
  const schema = useMemo(() => {
    try {
      const value: unknown = JSON.parse(content);
      return typeof value === 'object' ? value : null;
    } catch {
      return null;
    }
  }, [content]);
  return (
    <section className={classes['form']} aria-label={label}>
      {schema === null ? (
        <EmptyState
          icon={<IconForms size={28} />}
          title={t('This form cannot be drawn')}
          hint={t('Its content is no JSON.')}
        />
      ) : (
        <FormView schema={schema} data={noData} readOnly />
      )}
    </section>
  );
}
