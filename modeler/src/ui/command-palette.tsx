import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { t } from '../language/texts';

export type PaletteCommand = SpotlightActionData;
export type PaletteGroup = SpotlightActionGroupData;

/** Opens the palette from a button. */
export function openCommandPalette(): void {
  spotlight.open();
}

export interface CommandPaletteProps {
  readonly groups: readonly PaletteGroup[];
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
}

/** The search and command palette; Ctrl+K or Cmd+K opens it anywhere, also inside a text field. */
export function CommandPalette({ groups, query, onQueryChange }: CommandPaletteProps) {
  return (
    <Spotlight
      actions={[...groups]}
      query={query}
      onQueryChange={onQueryChange}
      shortcut="mod + K"
      tagsToIgnore={[]}
      triggerOnContentEditable
      highlightQuery
      limit={24}
      maxHeight={440}
      scrollable
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      nothingFound={t('Nothing fits. Try a process name, a page or a key.')}
      searchProps={{
        styles: { input: { outline: 'none' } },
        leftSection: <IconSearch size={16} />,
        placeholder: t('Go to, create, start, or paste a key…'),
        'aria-label': t('Search and commands'),
      }}
    />
  );
}
