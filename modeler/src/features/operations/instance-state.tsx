import type { ProcessInstance } from '../../api/process-instances';
import { t } from '../../language/texts';
import { StateBadge, type VisualState } from '../../ui/state-badge';

const visual: Readonly<Record<string, VisualState>> = {
  ACTIVE: 'running',
  SUSPENDED: 'suspended',
  COMPLETED: 'completed',
  TERMINATED: 'terminated',
};

const words: Readonly<Record<string, string>> = {
  ACTIVE: t('Active'),
  SUSPENDED: t('Suspended'),
  COMPLETED: t('Completed'),
  TERMINATED: t('Terminated'),
};

/** The state of an instance; an incident is shown in its place, because it is what matters then. */
export function InstanceState({ instance }: { readonly instance: Pick<ProcessInstance, 'state' | 'hasIncident'> }) {
  if (instance.state === 'ACTIVE' && instance.hasIncident) return <StateBadge state="incident" />;
  return <StateBadge state={visual[instance.state] ?? 'running'}>{words[instance.state] ?? instance.state}</StateBadge>;
}
