import type { DmnView } from 'dmn-js/lib/Modeler';
import { t } from '../../../language/texts';
import classes from './dmn-editor.module.css';

const kinds = {
  drd: t('Requirements'),
  decisionTable: t('Decision table'),
  literalExpression: t('Expression'),
  boxedExpression: t('Function'),
} as const;

export interface ViewTabsProps {
  readonly views: readonly DmnView[];
  readonly active: DmnView | null;
  readonly onOpen: (view: DmnView) => void;
}

/** The pictures of a file: its requirements, and the logic of each decision. */
export function ViewTabs({ views, active, onOpen }: ViewTabsProps) {
  return (
    <div className={classes['tabs']} role="tablist" aria-label={t('Views')}>
      {views.map((view) => (
        <button
          key={view.id}
          type="button"
          role="tab"
          aria-selected={view.id === active?.id}
          title={kinds[view.type]}
          onClick={() => onOpen(view)}
        >
          {view.type === 'drd' ? t('Requirements') : (view.name ?? view.element.id)}
        </button>
      ))}
    </div>
  );
}
