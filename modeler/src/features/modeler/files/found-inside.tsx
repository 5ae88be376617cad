import { Link } from '@tanstack/react-router';
import type { DraftHit, DraftHitText } from '../../../api/draft-hits';
import type { Folder } from '../../../api/folders';
import { t } from '../../../language/texts';
import { typeInWords } from '../../../shared/diagram/element-words';
import { Highlight } from '../../../ui/highlight';
import { draftKinds } from './draft-row';
import { pathName } from './folder-tree';
import classes from './found-inside.module.css';

const roles: Readonly<Record<DraftHitText['role'], string>> = {
  name: t('Name'),
  id: t('Id'),
  documentation: t('Documentation'),
  text: t('Text'),
  expression: t('Expression'),
  jobType: t('Job type'),
  form: t('Form'),
  process: t('Called process'),
  decision: t('Called decision'),
  message: t('Message or error'),
  label: t('Label'),
  other: t('Property'),
};

export interface FoundInsideProps {
  readonly hits: readonly DraftHit[];
  readonly isComplete: boolean;
  readonly words: string;
  readonly folders: readonly Folder[];
}

/** Elements of drafts in which something was found; each leads to its place. */
export function FoundInside({ hits, isComplete, words, folders }: FoundInsideProps) {
  return (
    <section className={classes['found']} aria-label={t('Inside files')}>
      <h2>{t('Inside files')}</h2>
      <ul className={classes['files']}>
        {hits.map((hit) => (
          <FoundFile key={hit.draft.draftId} hit={hit} words={words} folders={folders} />
        ))}
      </ul>
      {!isComplete && <p className={classes['note']}>{t('There is more. Use more words to narrow it down.')}</p>}
    </section>
  );
}

function FoundFile({ hit, words, folders }: { readonly hit: DraftHit } & Pick<FoundInsideProps, 'words' | 'folders'>) {
  const { draft, texts, count } = hit;
  const { draftId, name, folderId } = draft;
  const Icon = draftKinds[draft.kind].icon;
  const others = count - texts.length;
  return (
    <li>
      <div className={classes['file']}>
        <Icon size={16} aria-hidden />
        <Link to="/modeler/$draftId" params={{ draftId }}>
          {name}
        </Link>
        <span className={classes['place']}>{folderId === null ? '' : pathName(folders, folderId)}</span>
      </div>
      <ul>
        {texts.map((text, index) => (
          <li key={index}>
            <Link
              to="/modeler/$draftId"
              params={{ draftId }}
              search={text.elementId === null ? {} : { element: text.elementId }}
              className={classes['hit']}
            >
              <span className={classes['role']}>{roles[text.role]}</span>
              <Highlight className={classes['text'] ?? ''} size="sm" highlight={words.split(' ')}>
                {text.text}
              </Highlight>
              <span className={classes['element']}>
                {text.elementType === null ? '' : typeInWords(text.elementType)}
                {text.role !== 'name' && text.elementName !== null && <b>{text.elementName}</b>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {others > 0 && <p className={classes['note']}>{t('{{count}} more in this file.', { count: others })}</p>}
    </li>
  );
}
