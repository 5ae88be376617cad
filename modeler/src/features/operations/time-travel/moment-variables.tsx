import type { InstanceMoment } from '../../../api/moments';
import { language, t } from '../../../language/texts';
import { EmptyState } from '../../../ui/empty-state';
import { IconVariable } from '../../../ui/icons';
import variables from '../variables-panel.module.css';
import classes from './time-travel.module.css';

export interface MomentVariablesProps {
  readonly moment: InstanceMoment;
  readonly processInstanceKey: string;
  readonly nameOf: (elementId: string) => string;
}

/** What the instance knew at that moment, all scopes together; what this very step set is marked. */
export function MomentVariables({ moment, processInstanceKey, nameOf }: MomentVariablesProps) {
  const elementOf = new Map(moment.elementInstances.map((each) => [each.elementInstanceKey, each.elementId]));
  const scopeName = (scopeKey: string) => {
    if (scopeKey === processInstanceKey) return null;
    const elementId = elementOf.get(scopeKey);
    return elementId === undefined ? scopeKey : nameOf(elementId);
  };
  const byName = moment.variables.toSorted((one, other) => one.name.localeCompare(other.name, language));
  if (byName.length === 0) {
    return (
      <EmptyState
        icon={<IconVariable size={28} />}
        title={t('No variables yet')}
        hint={t('At this step the instance did not know any. Go on in time to see them come.')}
      />
    );
  }
  return (
    <table className={variables['table']} aria-label={t('Variables at this step')}>
      <tbody>
        {byName.map((variable) => (
          <tr key={`${variable.scopeKey} ${variable.name}`} data-news={variable.isNews}>
            <td className={variables['name']}>
              {variable.name}
              {scopeName(variable.scopeKey) !== null && (
                <span className={classes['scope']}>{scopeName(variable.scopeKey)}</span>
              )}
            </td>
            <td className={variables['value']} title={variable.value.slice(0, 1000)}>
              {variable.value}
              {variable.isTruncated ? '…' : ''}
            </td>
            <td className={variables['tools']}>
              {variable.isNews && <span className={classes['news']}>{t('set by this step')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
