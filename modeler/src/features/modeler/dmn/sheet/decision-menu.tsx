import type { DmnElement, DmnView, DmnViewer } from 'dmn-js/lib/Modeler';
import { useState } from 'react';
import { t } from '../../../../language/texts';
import { chooseFiles } from '../../../../shared/browser/choose-files';
import { withFixedColors } from '../../../../shared/bpmn/renderer-colors';
import { fileNameOf } from '../../../../shared/drafts/new-documents';
import { Button } from '../../../../ui/button';
import { IconDownload } from '../../../../ui/icons';
import { Menu } from '../../../../ui/menu';
import { toastProblem } from '../../../../ui/toast';
import { downloadFile, pngOfSvg } from '../../bpmn/download';
import { ImportSheetDialog, type ReadFile } from './import-sheet-dialog';
import { fileOfRows, rowsOfFile, type SheetFormat } from './sheet-files';
import { rowsOfSheet } from './sheet-rows';
import { sheetOfTable } from './table-sheet';

interface DecisionMenuProps {
  /** Of the draft. */
  readonly name: string;
  readonly view: DmnView | null;
  readonly viewer: DmnViewer | undefined;
  /** Answers the file as of now; what is being typed is in it. */
  readonly currentXml: () => Promise<string>;
}

/** The table that a view shows; null for other views. */
const tableOf = (view: DmnView | null): DmnElement | null =>
  view?.type === 'decisionTable' ? (view.element.decisionLogic ?? null) : null;

/** What can be downloaded of decisions, and rules taken from a spreadsheet. */
export function DecisionMenu({ name, view, viewer, currentXml }: DecisionMenuProps) {
  const [file, setFile] = useState<ReadFile | null>(null);
  const table = tableOf(view);
  const shownName = view?.name ?? name;
  /** Runs one download; what goes wrong is told. */
  const attempt = (make: (xml: string) => Promise<void>) => () =>
    void currentXml()
      .then(make)
      .catch((error: unknown) => toastProblem(error, t('The file was not made')));

  const dmn = attempt(async (xml) =>
    downloadFile(fileNameOf(name, 'dmn'), new Blob([xml], { type: 'application/xml' })),
  );
  const picture = (format: 'svg' | 'png') =>
    attempt(async () => {
      const { svg } = (await viewer?.saveSVG?.()) ?? {};
      if (svg === undefined) return;
      const fixed = withFixedColors(svg);
      const content = format === 'svg' ? new Blob([fixed], { type: 'image/svg+xml' }) : await pngOfSvg(fixed);
      downloadFile(fileNameOf(name, format), content);
    });
  const sheet = (format: SheetFormat) =>
    attempt(async () => {
      if (table === null) return;
      downloadFile(fileNameOf(shownName, format), await fileOfRows(rowsOfSheet(sheetOfTable(table)), format));
    });
  const choose = async () => {
    const [chosen] = await chooseFiles({ accept: '.csv,.tsv,.txt,.xlsx', label: t('A spreadsheet with rules') });
    if (chosen === undefined) return;
    try {
      // What is being typed belongs to the table that the dialog compares with.
      await currentXml();
      setFile({ name: chosen.name, rows: await rowsOfFile(chosen) });
    } catch (error) {
      toastProblem(error, t('The file was not read'));
    }
  };

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconDownload size={16} />}>
            {t('Download')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={dmn}>{t('DMN file')}</Menu.Item>
          {view?.type === 'drd' && (
            <>
              <Menu.Item onClick={picture('svg')}>{t('SVG picture')}</Menu.Item>
              <Menu.Item onClick={picture('png')}>{t('PNG picture')}</Menu.Item>
            </>
          )}
          {table !== null && (
            <>
              <Menu.Item onClick={sheet('xlsx')}>{t('Excel sheet of this table')}</Menu.Item>
              <Menu.Item onClick={sheet('csv')}>{t('CSV file of this table')}</Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => void choose()}>{t('Take rules from Excel or CSV…')}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {file !== null && table !== null && (
        <ImportSheetDialog
          file={file}
          table={table}
          onClose={() => setFile(null)}
          onTake={(taken, mode) => viewer?.get('takeSheet').take(taken, mode)}
        />
      )}
    </>
  );
}
