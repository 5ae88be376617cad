import type { MemberKind, NamedKind } from '../../api/named-entities';
import { t } from '../../language/texts';

/** What is said about groups, roles and tenants, which differ in words only. Whole sentences: languages bend their nouns. */
export const namedWords = {
  group: {
    title: t('Groups'),
    about: t(
      'Users and clients put together: a user task can be offered to a group, and a group can have roles and permissions.',
    ),
    hint: t('Put people together who share tasks, such as a department.'),
    search: t('Search groups'),
    none: t('No groups yet'),
    noneFits: t('No group fits'),
    create: t('New group'),
    add: t('Add group'),
    added: t('The group is there'),
    notAdded: t('The group was not added'),
    changed: t('The group is changed'),
    notChanged: t('The group was not changed'),
    delete: t('Delete group'),
    deleted: t('The group is deleted'),
    notDeleted: t('The group was not deleted'),
    question: (name: string) => t('Delete group “{{name}}”?', { name }),
    members: (name: string) => t('Members and roles of {{name}}', { name }),
  },
  role: {
    title: t('Roles'),
    about: t('Bundles of permissions. What a role permits is under Permissions; who has it, under its members.'),
    hint: t('A role is given to users, groups and clients.'),
    search: t('Search roles'),
    none: t('No roles yet'),
    noneFits: t('No role fits'),
    create: t('New role'),
    add: t('Add role'),
    added: t('The role is there'),
    notAdded: t('The role was not added'),
    changed: t('The role is changed'),
    notChanged: t('The role was not changed'),
    delete: t('Delete role'),
    deleted: t('The role is deleted'),
    notDeleted: t('The role was not deleted'),
    question: (name: string) => t('Delete role “{{name}}”?', { name }),
    members: (name: string) => t('Who has {{name}}', { name }),
  },
  tenant: {
    title: t('Tenants'),
    about: t(
      'Customers or departments on one server. With BATON_MULTI_TENANCY=on everybody sees only what belongs to their tenants.',
    ),
    hint: t('A tenant has its own users, groups and clients.'),
    search: t('Search tenants'),
    none: t('No tenants yet'),
    noneFits: t('No tenant fits'),
    create: t('New tenant'),
    add: t('Add tenant'),
    added: t('The tenant is there'),
    notAdded: t('The tenant was not added'),
    changed: t('The tenant is changed'),
    notChanged: t('The tenant was not changed'),
    delete: t('Delete tenant'),
    deleted: t('The tenant is deleted'),
    notDeleted: t('The tenant was not deleted'),
    question: (name: string) => t('Delete tenant “{{name}}”?', { name }),
    members: (name: string) => t('Members of {{name}}', { name }),
  },
} as const satisfies Readonly<Record<NamedKind['noun'], unknown>>;

/** What is said about those who can be members. */
export const memberWords: Readonly<
  Record<MemberKind['segment'], Readonly<Record<'title' | 'id' | 'toAdd' | 'none', string>>>
> = {
  users: { title: t('Users'), id: t('Username'), toAdd: t('User to add'), none: t('No users yet.') },
  clients: { title: t('Clients'), id: t('Id of the client'), toAdd: t('Client to add'), none: t('No clients yet.') },
  groups: { title: t('Groups'), id: t('Id of the group'), toAdd: t('Group to add'), none: t('No groups yet.') },
  roles: { title: t('Roles'), id: t('Id of the role'), toAdd: t('Role to add'), none: t('No roles yet.') },
  'mapping-rules': {
    title: t('Mapping rules'),
    id: t('Id of the mapping rule'),
    toAdd: t('Mapping rule to add'),
    none: t('No mapping rules yet.'),
  },
};
