import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createMappingRule, deleteMappingRule, mappingRulesQuery, type MappingRule } from '../../api/mapping-rules';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconFilter, IconPlus, IconTrash } from '../../ui/icons';
import { TextInput } from '../../ui/text-input';
import { AdminTable, Id, type AdminColumn } from './admin-table';
import { FormDialog } from '../../ui/form-dialog';
import { SectionHead } from './section-head';
import { useChange } from './use-change';

const columns: readonly AdminColumn<MappingRule>[] = [
  { title: t('Name'), cell: ({ name }) => name },
  { title: t('Id'), cell: ({ mappingRuleId }) => <Id>{mappingRuleId}</Id> },
  { title: t('When the claim'), cell: ({ claimName }) => <Id>{claimName}</Id>, isMinor: true },
  { title: t('is or contains'), cell: ({ claimValue }) => <Id>{claimValue}</Id>, isMinor: true },
];

/** Rules by which claims of the identity provider become memberships. */
export function MappingRulesSection() {
  const [adding, setAdding] = useState(false);
  const query = useInfiniteQuery(mappingRulesQuery());
  const change = useChange();
  const remove = async ({ mappingRuleId, name }: MappingRule) => {
    const isSure = await confirm({
      title: t('Delete mapping rule “{{name}}”?', { name }),
      message: t('Whoever was a member by this rule is none any more, at once.'),
      action: t('Delete rule'),
    });
    if (isSure)
      await change(() => deleteMappingRule(mappingRuleId), t('The rule is deleted'), t('The rule was not deleted'));
  };
  return (
    <>
      <SectionHead
        title={t('Mapping rules')}
        about={t(
          'Whoever comes from the identity provider with a claim is a member of every group, role and tenant that the rule is a member of.',
        )}
      >
        <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          {t('New rule')}
        </Button>
      </SectionHead>
      <AdminTable
        label={t('Mapping rules')}
        query={query}
        columns={columns}
        keyOf={({ mappingRuleId }) => mappingRuleId}
        actions={(rule) => (
          <IconButton label={t('Delete {{name}}', { name: rule.name })} onClick={() => void remove(rule)}>
            <IconTrash size={15} />
          </IconButton>
        )}
        empty={
          <EmptyState
            icon={<IconFilter size={30} />}
            title={t('No mapping rules yet')}
            hint={t('For example: whoever has department = finance in their token is in the group Accounting.')}
          >
            <Button onClick={() => setAdding(true)}>{t('New rule')}</Button>
          </EmptyState>
        }
      />
      {adding && <RuleDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function RuleDialog({ onClose }: { readonly onClose: () => void }) {
  const [rule, setRule] = useState<MappingRule>({ mappingRuleId: '', name: '', claimName: '', claimValue: '' });
  const change = useChange();
  const field = (name: keyof MappingRule, label: string, hint?: string) => (
    <TextInput
      label={label}
      description={hint}
      value={rule[name]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setRule((before) => ({ ...before, [name]: value }));
      }}
      maxLength={256}
    />
  );
  return (
    <FormDialog
      title={t('New mapping rule')}
      action={t('Add rule')}
      isComplete={[rule.name, rule.mappingRuleId, rule.claimName, rule.claimValue].every(
        (value) => value.trim() !== '',
      )}
      onClose={onClose}
      onSubmit={() => change(() => createMappingRule(rule), t('The rule is there'), t('The rule was not added'))}
    >
      {field('name', t('Name'))}
      {field('mappingRuleId', t('Id'))}
      {field('claimName', t('Claim'), t('A path with dots goes into objects: realm_access.roles'))}
      {field('claimValue', t('Value'), t('Of a list, one entry has to be this.'))}
    </FormDialog>
  );
}
