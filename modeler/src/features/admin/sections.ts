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
  { id: 'users', label: 'Users', icon: IconUser },
  { id: 'groups', label: 'Groups', icon: IconUsers },
  { id: 'roles', label: 'Roles', icon: IconUserCheck },
  { id: 'permissions', label: 'Permissions', icon: IconShieldLock },
  { id: 'tenants', label: 'Tenants', icon: IconBuilding },
  { id: 'mapping-rules', label: 'Mapping rules', icon: IconFilter },
  { id: 'tokens', label: 'API tokens', icon: IconKey },
  { id: 'audit', label: 'Audit log', icon: IconHistory },
  { id: 'settings', label: 'Settings', icon: IconSettings },
] as const;

export type SectionId = (typeof sections)[number]['id'];
