import { t } from '../../language/texts';
import {
  IconBuilding,
  IconFilter,
  IconHistory,
  IconKey,
  IconSettings,
  IconShieldLock,
  IconUser,
  IconUserCheck,
  IconUsers,
} from '../../ui/icons';

/** The parts of the administration; `id` is in the address. */
export const sections = [
  { id: 'users', label: t('Users'), icon: IconUser },
  { id: 'groups', label: t('Groups'), icon: IconUsers },
  { id: 'roles', label: t('Roles'), icon: IconUserCheck },
  { id: 'permissions', label: t('Permissions'), icon: IconShieldLock },
  { id: 'tenants', label: t('Tenants'), icon: IconBuilding },
  { id: 'mapping-rules', label: t('Mapping rules'), icon: IconFilter },
  { id: 'tokens', label: t('API tokens'), icon: IconKey },
  { id: 'audit', label: t('Audit log'), icon: IconHistory },
  { id: 'settings', label: t('Settings'), icon: IconSettings },
] as const;

export type SectionId = (typeof sections)[number]['id'];
