import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  deleteElementTemplate,
  elementTemplatesQuery,
  storeElementTemplates,
  type ElementTemplate,
} from '../../../api/element-templates';
import { t } from '../../../language/texts';
import { decodeText } from '../../../shared/drafts/decode-text';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/confirm';
import { IconButton } from '../../../ui/icon-button';
import { IconPuzzle, IconTrash, IconUpload } from '../../../ui/icons';
import { Modal } from '../../../ui/modal';
import { ProblemNotice } from '../../../ui/problem-notice';
import { toastProblem, toastSuccess } from '../../../ui/toast';
import { builtInTemplates } from './built-in-templates';
import { readTemplateFile } from './read-template-file';
import type { Template } from './template';
import classes from './templates-dialog.module.css';

/** Larger files are refused before they are read (bytes); the server takes no larger body either. */
const maxBytes = 4 * 1024 * 1024;

async function readFile(file: File): Promise<readonly Template[]> {
  if (file.size > maxBytes)
    throw new Error(
      t('Expected {{name}} to have at most 4 MB, found more. Split it into several files.', { name: file.name }),
    );
  return readTemplateFile(file.name, decodeText(await file.arrayBuffer(), file.name));
}

/** The element templates: those that were added, to which files can be added, and those that Baton brings. */
export function TemplatesDialog({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const added = useQuery(elementTemplatesQuery());
  const refresh = () => queries.invalidateQueries({ queryKey: ['element-templates'] });

  const add = async (files: readonly File[]) => {
    setFailure(null);
    try {
      const templates = (await Promise.all(files.map(readFile))).flat();
      if (templates.length === 0) return;
      await storeElementTemplates(templates);
      toastSuccess({
        title: t('{{count}} templates can be chosen now', { count: templates.length }),
      });
    } catch (error) {
      setFailure(error);
    }
    await refresh();
  };
  const remove = async (template: ElementTemplate) => {
    const isSure = await confirm({
      title: t('Delete the template “{{name}}”?', { name: template.name }),
      message: t('It can no longer be chosen. Elements that were made with it stay as they are.'),
      action: t('Delete template'),
    });
    if (!isSure) return;
    try {
      await deleteElementTemplate(template);
    } catch (error) {
      toastProblem(error, t('The template was not deleted'));
    }
    await refresh();
  };

  return (
    <Modal opened onClose={onClose} title={t('Element templates')} size="lg">
      <p className={classes['about']}>
        {t(
          'A template turns an element into a small form: somebody who knows the worker writes it once, everybody else fills it in. Choose one under Template in the properties of an element.',
        )}
      </p>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept=".json"
        aria-label={t('Template files')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file can be chosen again after it was repaired.
          currentTarget.value = '';
          void add(files);
        }}
      />
      <div className={classes['head']}>
        <h3>{t('Added here')}</h3>
        <Button variant="default" leftSection={<IconUpload size={15} />} onClick={() => chooser.current?.click()}>
          {t('Add from file')}
        </Button>
      </div>
      {failure !== null && <ProblemNotice title={t('The templates were not added')} error={failure} />}
      {added.isError ? (
        <ProblemNotice
          title={t('The templates could not be read')}
          error={added.error}
          onRetry={() => void added.refetch()}
        />
      ) : added.data?.length === 0 ? (
        <p className={classes['empty']}>
          {t(
            'None yet. A file holds one template as JSON, or a list of them. One with the id and version of another takes its place.',
          )}
        </p>
      ) : (
        <ul className={classes['list']} aria-label={t('Added templates')}>
          {(added.data ?? []).map((each) => (
            <TemplateRow
              key={`${each.templateId} ${each.version ?? ''}`}
              template={each.template as unknown as Template}
              onDelete={() => void remove(each)}
            />
          ))}
        </ul>
      )}
      <div className={classes['head']}>
        <h3>{t('Built in')}</h3>
      </div>
      <ul className={classes['list']} aria-label={t('Built-in templates')}>
        {builtInTemplates.map((template) => (
          <TemplateRow key={template.id} template={template} />
        ))}
      </ul>
    </Modal>
  );
}

const iconOf = ({ icon }: Template): string | null =>
  typeof icon === 'object' && icon !== null && 'contents' in icon && typeof icon.contents === 'string'
    ? icon.contents
    : null;

function TemplateRow({ template, onDelete }: { readonly template: Template; readonly onDelete?: () => void }) {
  const { id, name, version, description } = template;
  const icon = iconOf(template);
  return (
    <li>
      {icon === null ? <IconPuzzle size={18} aria-hidden /> : <img src={icon} width={18} height={18} alt="" />}
      <span className={classes['words']}>
        <span className={classes['name']}>{name}</span>
        {description !== undefined && <span className={classes['description']}>{description}</span>}
      </span>
      <span className={classes['id']} title={id}>
        {id}
      </span>
      <span className={classes['version']}>{version === undefined ? '' : `v${version}`}</span>
      <span className={classes['tail']}>
        {onDelete !== undefined && (
          <IconButton label={t('Delete {{name}}', { name })} size="sm" onClick={onDelete}>
            <IconTrash size={15} />
          </IconButton>
        )}
      </span>
    </li>
  );
}
