import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { draftsQuery } from '../../api/drafts';
import { CommandPalette, type PaletteGroup } from '../../ui/command-palette';
import { useColorScheme } from '../../ui/color-scheme';
import {
  IconHash,
  IconInfoCircle,
  IconKeyboard,
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
            group: 'Open by key',
            actions: [
              {
                id: 'key-instance',
                label: `Process instance ${key}`,
                leftSection: <IconHash size={17} />,
                onClick: () =>
                  void navigate({
                    to: '/operations/instances/$processInstanceKey',
                    params: { processInstanceKey: key },
                  }),
              },
              {
                id: 'key-task',
                label: `User task ${key}`,
                leftSection: <IconHash size={17} />,
                onClick: () => void navigate({ to: '/tasklist/$userTaskKey', params: { userTaskKey: key } }),
              },
            ],
          },
        ]
      : []),
    {
      group: 'Go to',
      actions: [
        ...destinations.map(({ to, label, icon: Icon }) => ({
          id: `go-${to}`,
          label,
          leftSection: <Icon size={17} />,
          onClick: () => void navigate({ to }),
        })),
        {
          id: 'go-about',
          label: 'About Baton',
          leftSection: <IconInfoCircle size={17} />,
          keywords: ['version', 'license'],
          onClick: () => void navigate({ to: '/about' }),
        },
      ],
    },
    {
      group: 'Do',
      actions: [
        ...(mayModel ? drawing(navigate) : []),
        {
          id: 'shortcuts',
          label: 'Keyboard shortcuts',
          leftSection: <IconKeyboard size={17} />,
          keywords: ['keys', 'help'],
          onClick: () => setShortcutsOpen(true),
        },
        {
          id: 'theme',
          label: effective === 'dark' ? 'Use the light theme' : 'Use the dark theme',
          leftSection: effective === 'dark' ? <IconSun size={17} /> : <IconMoon size={17} />,
          onClick: () => choose(effective === 'dark' ? 'light' : 'dark'),
        },
      ],
    },
    {
      group: 'Drafts',
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
      label: 'New process',
      description: 'Draw a BPMN diagram',
      leftSection: <IconPlus size={17} />,
      keywords: ['create', 'draw', 'bpmn', 'diagram'],
      onClick: () => void createProcessDraft(navigate),
    },
    {
      id: 'new-form',
      label: 'New form',
      description: 'Build a form for a user task',
      leftSection: <IconForms size={17} />,
      keywords: ['create'],
      onClick: () => void createFormDraft(navigate),
    },
    {
      id: 'new-decision',
      label: 'New decision',
      description: 'Draw requirements and decision tables',
      leftSection: <IconTable size={17} />,
      keywords: ['create', 'dmn', 'rules', 'table'],
      onClick: () => void createDecisionDraft(navigate),
    },
    {
      id: 'open-file',
      label: 'Open file…',
      description: '.bpmn, .form or .dmn from this computer',
      leftSection: <IconUpload size={17} />,
      keywords: ['import', 'upload'],
      onClick: () => openFileChooser(navigate),
    },
  ];
}
