import DmnNavigatedViewer from 'dmn-js/lib/NavigatedViewer';
import type { DmnView as View } from 'dmn-js/lib/Modeler';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../../language/texts';
import { ProblemNotice } from '../../../ui/problem-notice';
import { toastProblem } from '../../../ui/toast';
import { dmnViewOptions } from '../dmn/dmn-view-options';
import { useDecisionForFrame } from '../dmn/use-decision-for-frame';
import { ViewTabs } from '../dmn/view-tabs';
import classes from './read-only-model.module.css';

import '../dmn/dmn-styles';

type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | {
      readonly kind: 'open';
      readonly viewer: DmnNavigatedViewer;
      readonly views: readonly View[];
      readonly active: View | null;
    };

export interface DmnViewProps {
  readonly xml: string;
  readonly label: string;
  /** The draft that it is of, where comments lie beside it. */
  readonly draftId?: string | null;
}

/** Decisions, only to be looked at: requirements, tables and expressions. */
export function DmnView({ draftId = null, xml, label }: DmnViewProps) {
  const parent = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown>({ kind: 'loading' });

  useEffect(() => {
    if (parent.current === null) return;
    const container = document.createElement('div');
    container.style.height = '100%';
    parent.current.append(container);
    const viewer = new DmnNavigatedViewer({
      container,
      ...dmnViewOptions,
    });
    let isGone = false;
    const show = () => {
      if (!isGone)
        setShown({ kind: 'open', viewer, views: [...viewer.getViews()], active: viewer.getActiveView() ?? null });
    };
    const done = viewer.importXML(xml).then(
      () => {
        viewer.on('views.changed', show);
        show();
      },
      (error: unknown) => {
        if (!isGone) setShown({ kind: 'failed', error });
      },
    );
    return () => {
      isGone = true;
      // Destroying during the import crashes it.
      void done.finally(() => {
        viewer.destroy();
        container.remove();
      });
    };
  }, [xml]);

  const isOpen = shown.kind === 'open';
  useDecisionForFrame(draftId, isOpen ? shown.viewer : null, isOpen ? shown.active : null);

  const open = (view: View) => {
    if (shown.kind !== 'open') return;
    void shown.viewer.open(view).catch((error: unknown) => toastProblem(error, t('This view could not be opened')));
  };
  return (
    <section className={`${classes['decision']} b-dmn`} aria-label={label}>
      {shown.kind === 'open' && <ViewTabs views={shown.views} active={shown.active} onOpen={open} />}
      {shown.kind === 'failed' && <ProblemNotice title={t('This decision cannot be drawn')} error={shown.error} />}
      <div ref={parent} className={classes['picture']} />
    </section>
  );
}
