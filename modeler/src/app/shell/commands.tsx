import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { draftsQuery } from '../../api/drafts';
import { languages, type Language } from '../../language/languages';
import { language, t } from '../../language/texts';
import { CommandPalette, type PaletteGroup } from '../../ui/command-palette';
import { useColorScheme } from '../../ui/color-scheme';
import {
  IconHash,
  IconInfoCircle,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconPlus,
  IconSchema,
  IconForms,
  IconTable,
  IconSun,
  IconUpload,
} from '../../ui/icons';
import { createDecisionDraft, createFormDraft, createProcessDraft } from '../../shared/drafts/create-draft';
import { openFileChooser } from '../../shared/drafts/import-files';
import { useMayUse } from '../../shared/user/use-may-use';
import { changeLanguage } from './change-language';
import { useDestinations } from './destinations';
import { ShortcutsDialog } from './shortcuts-dialog';

/** A key as the server gives them: a positive whole number. */
const keyPattern = /^\d{1,19}$/;

/** What the command palette offers: places, drafts, things to create, and whatever a pasted key leads to. */
export function Commands() {
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const { effective, choose } = useColorScheme();
  const destinations = useDestinations();
  const mayModel = useMayUse('modeler');
  const drafts = useQuery({ ...draftsQuery(), enabled: mayModel });
  const key = query.trim();
  const [isShortcutsOpen, setShortcutsOpen] = useState(false);

  const groups: PaletteGroup[] = [
    ...(keyPattern.test(key)
      ? [
          {
            group: t('Open by key'),
            actions: [
              {
                id: 'key-instance',
                label: t('Process instance {{key}}', { key }),
                leftSection: <IconHash size={17} />,
                onClick: () =>
                  void navigate({
                    to: '/operations/instances/$processInstanceKey',
                    params: { processInstanceKey: key },
                  }),
              },
              {
                id: 'key-task',
                label: t('User task {{key}}', { key }),
                leftSection: <IconHash size={17} />,
                onClick: () => void navigate({ to: '/tasklist/$userTaskKey', params: { userTaskKey: key } }),
              },
            ],
          },
        ]
      : []),
    {
      group: t('Go to'),
      actions: [
        ...destinations.map(({ to, label, icon: Icon }) => ({
          id: `go-${to}`,
          label,
          leftSection: <Icon size={17} />,
          onClick: () => void navigate({ to }),
        })),
        {
          id: 'go-about',
          label: t('About Baton'),
          leftSection: <IconInfoCircle size={17} />,
          keywords: [t('version'), t('license')],
          onClick: () => void navigate({ to: '/about' }),
        },
      ],
    },
    {
      group: t('Do'),
      actions: [
        ...(mayModel ? drawing(navigate) : []),
        {
          id: 'shortcuts',
          label: t('Keyboard shortcuts'),
          leftSection: <IconKeyboard size={17} />,
          keywords: [t('keys'), t('help')],
          onClick: () => setShortcutsOpen(true),
        },
        {
          id: 'theme',
          label: effective === 'dark' ? t('Use the light theme') : t('Use the dark theme'),
          leftSection: effective === 'dark' ? <IconSun size={17} /> : <IconMoon size={17} />,
          onClick: () => choose(effective === 'dark' ? 'light' : 'dark'),
        },
        ...Object.entries(languages)
          .filter(([code]) => code !== language)
          .map(([code, name]) => ({
            id: `language-${code}`,
            label: t('Language: {{name}}', { name }),
            leftSection: <IconLanguage size={17} />,
            // In all of them: who looks for it may not read the one that is shown.
            keywords: ['language', 'Sprache', 'langue', 'idioma'],
            onClick: () => changeLanguage(code as Language),
          })),
      ],
    },
    {
      group: t('Drafts'),
      actions: (drafts.data ?? []).slice(0, 50).map(({ draftId, name, kind, resourceId }) => ({
        id: `draft-${draftId}`,
        label: name,
        leftSection: kind === 'form' ? <IconForms size={17} /> : <IconSchema size={17} />,
        keywords: resourceId === null ? [kind] : [kind, resourceId],
        onClick: () => void navigate({ to: '/modeler/$draftId', params: { draftId } }),
      })),
    },
  ].filter(({ actions }) => actions.length > 0);

  return (
    <>
      <CommandPalette groups={groups} query={query} onQueryChange={setQuery} />
      <ShortcutsDialog opened={isShortcutsOpen} onChange={setShortcutsOpen} />
    </>
  );
}

/** What begins something in the modeler. */
function drawing(navigate: ReturnType<typeof useNavigate>): PaletteGroup['actions'] {
  return [
    {
      id: 'new-process',
      label: t('New process'),
      description: t('Draw a BPMN diagram'),
      leftSection: <IconPlus size={17} />,
      keywords: [t('create'), t('draw'), 'bpmn', t('diagram')],
      onClick: () => void createProcessDraft(navigate),
    },
    {
      id: 'new-form',
      label: t('New form'),
      description: t('Build a form for a user task'),
      leftSection: <IconForms size={17} />,
      keywords: [t('create')],
      onClick: () => void createFormDraft(navigate),
    },
    {
      id: 'new-decision',
      label: t('New decision'),
      description: t('Draw requirements and decision tables'),
      leftSection: <IconTable size={17} />,
      keywords: [t('create'), 'dmn', t('rules'), t('table')],
      onClick: () => void createDecisionDraft(navigate),
    },
    {
      id: 'open-file',
      label: t('Open file…'),
      description: t('.bpmn, .form or .dmn from this computer'),
      leftSection: <IconUpload size={17} />,
      keywords: [t('import'), t('upload')],
      onClick: () => openFileChooser(navigate),
    },
  ];
}
