import { Trans } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { infoQuery } from '../api/info';
import { t } from '../language/texts';
import { usePageTitle } from '../shared/page/page-title';
import { Anchor } from '../ui/anchor';
import { Page } from '../ui/page';
import { Stack } from '../ui/stack';
import { Text } from '../ui/text';
import { Title } from '../ui/title';

/** What Baton is, which version runs, and whose work it stands on. */
export function AboutPage() {
  usePageTitle(t('About'));
  const info = useQuery(infoQuery());
  return (
    <Page>
      <Stack gap="md" maw={640}>
        <Title order={1} size="h3">
          Baton
        </Title>
        <Text>
          {t(
            'An open BPMN 2.0 process engine with a modeler, a tasklist and an operations view. It runs what you draw and speaks the Camunda 8 REST API.',
          )}
        </Text>
        {info.data !== undefined && (
          <Text size="sm" c="dimmed">
            {t('Version {{version}}, on {{database}}', {
              version: info.data.version,
              database: info.data.database === 'sqlite' ? 'SQLite' : 'PostgreSQL',
            })}
          </Text>
        )}
        <Title order={2} size="h5">
          {t('Made with')}
        </Title>
        <Text size="sm">
          <Trans
            i18nKey="Diagrams, decisions and forms are drawn with bpmn-js, dmn-js and form-js by bpmn.io, used under the <license>bpmn.io license</license>; their logo is shown wherever they are used. React, Mantine, TanStack and the other libraries are used under the MIT license. Inter and JetBrains Mono are used under the SIL Open Font License."
            components={{
              license: (
                <Anchor href="https://bpmn.io/license/" target="_blank" rel="noreferrer" size="sm" underline="always" />
              ),
            }}
          />
        </Text>
      </Stack>
    </Page>
  );
}
