import type { DmnElement } from 'dmn-js/lib/Modeler';
import { useMemo, useState } from 'react';
import { t } from '../../../../language/texts';
import { Checkbox } from '../../../../ui/checkbox';
import { FormDialog } from '../../../../ui/form-dialog';
import { SegmentedControl } from '../../../../ui/segmented-control';
import { Select } from '../../../../ui/select';
import { Text } from '../../../../ui/text';
import { guessedSheet, ordered, sheetOfRows, withQuotes, type Rows } from './sheet-rows';
import type { TakeMode } from './take-sheet-module';
import { sheetOfTable, type ColumnKind, type TableSheet } from './table-sheet';
import classes from './import-sheet-dialog.module.css';

/** A file that was read. */
export interface ReadFile {
  readonly name: string;
  readonly rows: Rows;
}

interface ImportSheetDialogProps {
  readonly file: ReadFile;
  readonly table: DmnElement;
  readonly onClose: () => void;
  readonly onTake: (sheet: TableSheet, mode: TakeMode) => void;
}

type Use = ColumnKind | 'none';

const uses: readonly { readonly value: Use; readonly label: string }[] = [
  { value: 'input', label: t('Input') },
  { value: 'output', label: t('Output') },
  { value: 'annotation', label: t('Annotation') },
  { value: 'none', label: t('Leave out') },
];

/** The most rules that a table takes from a file. */
const maxRules = 5_000;
const shownRules = 8;

/** Shows what is in a spreadsheet and what each column becomes, before it is put into the table. */
export function ImportSheetDialog({ file, table, onClose, onTake }: ImportSheetDialogProps) {
  const current = useMemo(() => sheetOfTable(table), [table]);
  const own = useMemo(() => sheetOfRows(file.rows), [file]);
  const read = useMemo(() => own ?? guessedSheet(file.rows, current), [own, file, current]);
  const [chosen, setChosen] = useState<readonly Use[]>(() => read.columns.map(({ kind }) => kind));
  const [isQuoting, setQuoting] = useState(own === null);
  const [mode, setMode] = useState<TakeMode>('replace');

  const sheet = useMemo(() => {
    const kept = chosen.flatMap((use, at) => (use === 'none' ? [] : [{ use, at }]));
    const picked: TableSheet = {
      hitPolicy: read.hitPolicy,
      columns: kept.flatMap(({ use, at }) => {
        const column = read.columns[at];
        return column === undefined ? [] : [{ ...column, kind: use }];
      }),
      rules: read.rules.map((rule) => kept.map(({ at }) => rule[at] ?? '')),
    };
    return ordered(isQuoting ? withQuotes(picked) : picked);
  }, [chosen, read, isQuoting]);

  const isAppendable = namesOf(sheet) === namesOf(current);
  const problem = problemOf(sheet);
  const effectiveMode = isAppendable ? mode : 'replace';

  return (
    <FormDialog
      title={t('Take rules from {{file}}', { file: file.name })}
      action={
        effectiveMode === 'append'
          ? t('Add {{count, number}} rules', { count: sheet.rules.length })
          : t('Replace by {{count, number}} rules', { count: sheet.rules.length })
      }
      size="xl"
      isComplete={problem === null}
      onClose={onClose}
      onSubmit={async () => {
        onTake(sheet, effectiveMode);
        return true;
      }}
    >
      <SegmentedControl
        aria-label={t('What happens to the rules that are there')}
        value={effectiveMode}
        onChange={(value) => setMode(value)}
        data={[
          { value: 'replace', label: t('Replace the rules') },
          { value: 'append', label: t('Add below the rules'), disabled: !isAppendable },
        ]}
      />
      {!isAppendable && (
        <Text size="sm" c="dimmed">
          {t(
            'The columns differ from those of the table, so the file replaces its columns and rules. That can be undone.',
          )}
        </Text>
      )}
      <div className={classes['frame']} tabIndex={0} role="region" aria-label={t('The first rules of the file')}>
        <table className={classes['table']}>
          <thead>
            <tr>
              {read.columns.map((column, at) => (
                <th key={at} scope="col">
                  <span className={classes['name']}>
                    {column.label || column.expression || t('Column {{at}}', { at: at + 1 })}
                  </span>
                  <Select
                    size="xs"
                    aria-label={t('What column {{name}} is', {
                      name: column.label || column.expression || `${at + 1}`,
                    })}
                    allowDeselect={false}
                    data={uses}
                    value={chosen[at] ?? 'none'}
                    onChange={(use) => setChosen(chosen.map((one, place) => (place === at ? (use as Use) : one)))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(isQuoting ? withQuotes(read) : read).rules.slice(0, shownRules).map((rule, row) => (
              <tr key={row}>
                {rule.map((cell, at) => (
                  <td key={at} data-out={chosen[at] === 'none' || undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sheet.rules.length > shownRules && (
        <Text size="sm" c="dimmed">
          {t('{{count, number}} more rules are not shown here.', { count: sheet.rules.length - shownRules })}
        </Text>
      )}
      <Checkbox
        label={t('Put quotes around plain words in columns of text')}
        checked={isQuoting}
        onChange={(event) => setQuoting(event.currentTarget.checked)}
      />
      {problem !== null && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
    </FormDialog>
  );
}

const namesOf = ({ columns }: TableSheet): string =>
  JSON.stringify(columns.filter(({ kind }) => kind !== 'annotation').map(({ kind, expression }) => [kind, expression]));

/** What stands in the way; null where nothing does. */
function problemOf({ columns, rules }: TableSheet): string | null {
  if (rules.length === 0) return t('The file has no rules below its heading.');
  if (rules.length > maxRules)
    return t('The file has {{rules, number}} rules; a table takes at most {{limit, number}}.', {
      rules: rules.length,
      limit: maxRules,
    });
  if (!columns.some(({ kind }) => kind === 'output')) return t('Choose the column that is the output.');
  if (columns.filter(({ kind }) => kind === 'annotation').length > 1)
    return t('A table has one annotation; leave the others out.');
  return null;
}
