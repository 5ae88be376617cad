import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { namedKinds } from '../../api/named-entities';
import { t } from '../../language/texts';
import { usePageTitle } from '../../shared/page/page-title';
import { EmptyState } from '../../ui/empty-state';
import { AuditSection } from './audit-section';
import { MappingRulesSection } from './mapping-rules-section';
import { NamedSection } from './named-section';
import { PermissionsSection } from './permissions-section';
import { sections, type SectionId } from './sections';
import { SettingsSection } from './settings-section';
import { TokensSection } from './tokens-section';
import { UsersSection } from './users-section';
import classes from './admin-page.module.css';

const route = getRouteApi('/admin/$section');

const contents: Readonly<Record<SectionId, ComponentType>> = {
  users: UsersSection,
  groups: () => <NamedSection kind={namedKinds.groups} />,
  roles: () => <NamedSection kind={namedKinds.roles} />,
  permissions: PermissionsSection,
  tenants: () => <NamedSection kind={namedKinds.tenants} />,
  'mapping-rules': MappingRulesSection,
  tokens: TokensSection,
  audit: AuditSection,
  settings: SettingsSection,
};

/** On a narrow screen the sections are in one row, which may begin elsewhere. */
const showItself = (item: HTMLElement | null): void => item?.scrollIntoView({ block: 'nearest', inline: 'center' });

/** Who there is, what they may, and what was done. */
export function AdminPage() {
  const { section } = route.useParams();
  const known = sections.find(({ id }) => id === section);
  usePageTitle(known?.label ?? t('Admin'));
  const Content = known === undefined ? null : contents[known.id];
  return (
    <div className={classes['frame']}>
      <nav className={classes['nav']} aria-label={t('Administration')}>
        {sections.map(({ id, label, icon: Icon }) => (
          <Link
            key={id}
            to="/admin/$section"
            params={{ section: id }}
            className={classes['item']}
            ref={id === section ? showItself : undefined}
            aria-current={id === section ? 'page' : undefined}
          >
            <Icon size={16} stroke={1.7} aria-hidden />
            {label}
          </Link>
        ))}
      </nav>
      <div className={classes['content']} tabIndex={0} role="region" aria-label={known?.label ?? t('Administration')}>
        {Content === null ? (
          <EmptyState title={t('There is no such part of the administration')} hint={t('Choose one of the list.')} />
        ) : (
          <Content key={section} />
        )}
      </div>
    </div>
  );
}
