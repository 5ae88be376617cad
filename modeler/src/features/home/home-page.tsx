import { useNavigate } from '@tanstack/react-router';
import { t } from '../../language/texts';
import { createProcessDraft } from '../../shared/drafts/create-draft';
import { openFileChooser } from '../../shared/drafts/import-files';
import { useMayUse } from '../../shared/user/use-may-use';
import { usePageTitle } from '../../shared/page/page-title';
import { IconFileImport, IconPencil, IconRocket } from '../../ui/icons';
import { Page } from '../../ui/page';
import { Counters } from './counters';
import { ExampleGallery } from './example-gallery';
import { MyTasks } from './my-tasks';
import { OpenIncidents } from './open-incidents';
import { RecentDrafts } from './recent-drafts';
import classes from './home.module.css';

/** The first page: three ways to begin, what is mine to do, what needs repair, and examples that run. */
export function HomePage() {
  usePageTitle(t('Home'));
  const navigate = useNavigate();
  const mayModel = useMayUse('modeler');
  const mayOperate = useMayUse('operate');
  return (
    <Page>
      <h1 className="b-visually-hidden">{t('Home')}</h1>
      {mayModel && (
        <div className={classes['starts']}>
          <button type="button" className={classes['start']} onClick={() => void createProcessDraft(navigate)}>
            <IconPencil size={22} stroke={1.6} aria-hidden />
            <span>
              <strong>{t('Draw a process')}</strong>
              <span>{t('Start with an empty diagram; it is saved as you draw.')}</span>
            </span>
          </button>
          <button type="button" className={classes['start']} onClick={() => openFileChooser(navigate)}>
            <IconFileImport size={22} stroke={1.6} aria-hidden />
            <span>
              <strong>{t('Open a file')}</strong>
              <span>{t('Choose a .bpmn, .form or .dmn file, or drop it anywhere on this window.')}</span>
            </span>
          </button>
          <button
            type="button"
            className={classes['start']}
            onClick={() => {
              const gallery = document.getElementById('examples');
              gallery?.scrollIntoView({ behavior: 'smooth' });
              gallery?.focus({ preventScroll: true });
            }}
          >
            <IconRocket size={22} stroke={1.6} aria-hidden />
            <span>
              <strong>{t('Open an example')}</strong>
              <span>{t('Five processes that run: deploy one and start it.')}</span>
            </span>
          </button>
        </div>
      )}
      {mayOperate && <Counters />}
      <div className={classes['columns']}>
        <MyTasks />
        {mayOperate && <OpenIncidents />}
        {mayModel && <RecentDrafts />}
      </div>
      {mayModel && <ExampleGallery />}
    </Page>
  );
}
