import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createDraft, draftsQuery } from '../../api/drafts';
import { deployExample, examplesQuery, type Example } from '../../api/examples';
import { latestProcessDefinitionsQuery, startFormQuery } from '../../api/process-definitions';
import { parseFormSchema } from '../../api/forms';
import { queryClient } from '../../api/query-client';
import { exampleText, t } from '../../language/texts';
import { openDraft } from '../../shared/drafts/create-draft';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { IconPlayerPlay, IconRocket, IconSchema } from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { toastProblem, toastSuccess } from '../../ui/toast';
import { currentTenant, useCurrentTenant } from '../../api/tenant';
import { DiagramThumbnail } from './diagram-thumbnail';
import { StartExampleDialog, type StartableExample } from './start-example-dialog';
import classes from './home.module.css';

/** Whether something belongs to a tenant; everything does where tenants are not told apart. */
const isFor =
  (tenant: string | undefined) =>
  ({ tenantId }: { readonly tenantId: string }): boolean =>
    tenant === undefined || tenantId === tenant;

/** The processes that come with Baton: see, deploy, start, or change a copy of them. */
export function ExampleGallery() {
  const examples = useQuery(examplesQuery());
  const definitions = useQuery(latestProcessDefinitionsQuery());
  const tenant = useCurrentTenant();
  const deployed = new Map(
    (definitions.data?.items ?? [])
      .filter(isFor(tenant))
      .map(({ processDefinitionId, version }) => [processDefinitionId, version]),
  );
  return (
    <section id="examples" aria-label={t('Examples')} tabIndex={-1} style={{ outline: 'none' }}>
      <div className={classes['sectionHead']}>
        <h2>{t('Examples')}</h2>
        <p>{t('Processes that run as they are.')}</p>
      </div>
      {examples.isPending ? (
        <div className={classes['gallery']} aria-busy="true">
          {[0, 1, 2].map((card) => (
            <Skeleton key={card} height={250} />
          ))}
        </div>
      ) : examples.isError ? (
        <ProblemNotice
          title={t('The examples could not be read')}
          error={examples.error}
          onRetry={() => void examples.refetch()}
        />
      ) : examples.data.length === 0 ? (
        <EmptyState
          icon={<IconSchema size={30} />}
          title={t('No examples')}
          hint={t('This server came without examples. Draw a process or open a file instead.')}
        />
      ) : (
        <ul className={classes['gallery']}>
          {examples.data.map((example) => (
            <ExampleCard key={example.exampleId} example={example} version={deployed.get(example.processId) ?? null} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Makes drafts of the example's forms, so that a changed copy is deployed with them; drafts that exist are left alone. */
async function addMissingForms({ forms }: Example): Promise<void> {
  const existing = new Set(
    (await queryClient.fetchQuery({ ...draftsQuery('form'), staleTime: 0 })).map(({ resourceId }) => resourceId),
  );
  for (const { name, content } of forms) {
    const { id } = JSON.parse(content) as { readonly id?: string };
    if (id === undefined || existing.has(id)) continue;
    await createDraft({ name: name.replace(/\.form$/, ''), kind: 'form', content });
  }
}

function ExampleCard({ example, version }: { readonly example: Example; readonly version: number | null }) {
  const { exampleId, description, elements, processId, bpmn } = example;
  const name = exampleText(example.name);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [starting, setStarting] = useState<StartableExample | null>(null);

  const run = async (problemTitle: string, act: () => Promise<void>) => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      toastProblem(error, problemTitle);
    } finally {
      setBusy(false);
    }
  };
  const deploy = () =>
    run(t('{{name}} was not deployed', { name }), async () => {
      await deployExample(exampleId);
      await queries.invalidateQueries({ queryKey: ['process-definitions'] });
      toastSuccess({ title: t('{{name}} is deployed', { name }), message: t('It can be started now.') });
    });
  const start = () =>
    run(t('{{name}} cannot be started', { name }), async () => {
      const { items } = await queries.fetchQuery({ ...latestProcessDefinitionsQuery(), staleTime: 0 });
      const definition = items.filter(isFor(currentTenant())).find((each) => each.processDefinitionId === processId);
      const form =
        definition?.hasStartForm === true
          ? await queries.fetchQuery(startFormQuery(definition.processDefinitionKey))
          : null;
      setStarting({ name, processId, schema: form === null ? null : parseFormSchema(form) });
    });
  const openInModeler = () =>
    run(t('The example could not be opened'), async () => {
      await addMissingForms(example);
      const draft = await createDraft({ name, kind: 'bpmn', content: bpmn });
      void queries.invalidateQueries({ queryKey: ['drafts'] });
      await openDraft(navigate, draft.draftId);
    });

  return (
    <li className={classes['example']}>
      <DiagramThumbnail xml={bpmn} label={t('Diagram of {{name}}', { name })} />
      <div className={classes['exampleBody']}>
        <h3>{name}</h3>
        <p>{exampleText(description)}</p>
        <span className={classes['tags']}>{elements.map(exampleText).join(' · ')}</span>
        <div className={classes['exampleActions']}>
          {version === null ? (
            <Button
              leftSection={<IconRocket size={15} />}
              loading={isBusy}
              aria-label={t('Deploy {{name}}', { name })}
              onClick={() => void deploy()}
            >
              {t('Deploy')}
            </Button>
          ) : (
            <Button
              leftSection={<IconPlayerPlay size={15} />}
              loading={isBusy}
              aria-label={t('Start {{name}}', { name })}
              onClick={() => void start()}
            >
              {t('Start')}
            </Button>
          )}
          <Button
            variant="default"
            disabled={isBusy}
            aria-label={t('Open in modeler: {{name}}', { name })}
            onClick={() => void openInModeler()}
          >
            {t('Open in modeler')}
          </Button>
          {version !== null && (
            <span className={classes['done']}>{t('Version {{version}} deployed', { version })}</span>
          )}
        </div>
      </div>
      {starting !== null && <StartExampleDialog example={starting} onClose={() => setStarting(null)} />}
    </li>
  );
}
