import type { InstanceMoment } from '../../../api/moments';
import { t } from '../../../language/texts';
import { EmptyState } from '../../../ui/empty-state';
import { IconAlertTriangle, IconCircleCheck, IconPlayerPlay } from '../../../ui/icons';
import { momentDetail } from './moment-words';
import tree from '../element-tree.module.css';
import classes from './time-travel.module.css';

export interface MomentElementsProps {
  readonly moment: InstanceMoment;
  readonly nameOf: (elementId: string) => string;
  readonly chosenId: string | null;
  readonly onChoose: (elementId: string) => void;
}

/** What was active at that moment, and what it waited for. */
export function MomentElements({ moment, nameOf, chosenId, onChoose }: MomentElementsProps) {
  if (moment.elementInstances.length === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={28} />}
        title={t('Nothing was active')}
        hint={t('After this step the instance had come to its end.')}
      />
    );
  }
  return (
    <ul className={tree['tree']} aria-label={t('What was active')}>
      {moment.elementInstances.map((element) => {
        const Icon = element.incident === null ? IconPlayerPlay : IconAlertTriangle;
        return (
          <li key={element.elementInstanceKey}>
            <button
              type="button"
              className={tree['row']}
              aria-current={element.elementId === chosenId}
              onClick={() => onChoose(element.elementId)}
            >
              <Icon
                size={14}
                className={tree['icon'] ?? ''}
                data-state={element.incident === null ? 'ACTIVE' : 'INCIDENT'}
                aria-hidden
              />
              <span className={tree['name']}>{nameOf(element.elementId)}</span>{' '}
              <span className={classes['detail']}>{momentDetail(element)}</span>
            </button>
          </li>
        );
      })}
      {!moment.isComplete && (
        <li className={tree['more']}>{t('There was more than is listed here; the diagram counts it all.')}</li>
      )}
    </ul>
  );
}
