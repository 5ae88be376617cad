import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createMappingRule, deleteMappingRule, mappingRulesQuery, type MappingRule } from '../../api/mapping-rules';
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
  { title: 'Name', cell: ({ name }) => name },
  { title: 'Id', cell: ({ mappingRuleId }) => <Id>{mappingRuleId}</Id> },
  { title: 'When the claim', cell: ({ claimName }) => <Id>{claimName}</Id>, isMinor: true },
  { title: 'is or contains', cell: ({ claimValue }) => <Id>{claimValue}</Id>, isMinor: true },
];

/** Rules by which claims of the identity provider become memberships. */
export function MappingRulesSection() {
  const [adding, setAdding] = useState(false);
  const query = useInfiniteQuery(mappingRulesQuery());
  const change = useChange();
  const remove = async ({ mappingRuleId, name }: MappingRule) => {
    const isSure = await confirm({
      title: `Delete mapping rule “${name}”?`,
      message: 'Whoever was a member by this rule is none any more, at once.',
      action: 'Delete rule',
    });
    if (isSure) await change(() => deleteMappingRule(mappingRuleId), 'The rule is deleted', 'The rule was not deleted');
  };
  return (
    <>
      <SectionHead
        title="Mapping rules"
        about="Whoever comes from the identity provider with a claim is a member of every group, role and tenant that the rule is a member of."
      >
        <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          New rule
        </Button>
      </SectionHead>
      <AdminTable
        label="Mapping rules"
        query={query}
        columns={columns}
        keyOf={({ mappingRuleId }) => mappingRuleId}
        actions={(rule) => (
          <IconButton label={`Delete ${rule.name}`} onClick={() => void remove(rule)}>
            <IconTrash size={15} />
          </IconButton>
        )}
        empty={
          <EmptyState
            icon={<IconFilter size={30} />}
            title="No mapping rules yet"
            hint="For example: whoever has department = finance in their token is in the group Accounting."
          >
            <Button onClick={() => setAdding(true)}>New rule</Button>
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
      title="New mapping rule"
      action="Add rule"
      isComplete={[rule.name, rule.mappingRuleId, rule.claimName, rule.claimValue].every(
        (value) => value.trim() !== '',
      )}
      onClose={onClose}
      onSubmit={() => change(() => createMappingRule(rule), 'The rule is there', 'The rule was not added')}
    >
      {field('name', 'Name')}
      {field('mappingRuleId', 'Id')}
      {field('claimName', 'Claim', 'A path with dots goes into objects: realm_access.roles')}
      {field('claimValue', 'Value', 'Of a list, one entry has to be this.')}
    </FormDialog>
  );
}
