import type { Change } from '../../shared/model/compare-models';

/** Marks the fields of a drawn form that differ, as soon as they are drawn. Returns what ends that. */
export function markFields(parent: HTMLElement, changes: readonly Change[], selectedId: string | null): () => void {
  const mark = () => {
    for (const { id, kind } of changes) {
      // The viewer gives inputs an id that ends in that of the field; texts and images have none and are told in the list.
      const input = parent.querySelector(`[id$="-${CSS.escape(id)}"]`);
      const field = input?.closest<HTMLElement>('.fjs-form-field, .fjs-form-field-group');
      if (field === null || field === undefined) continue;
      if (field.dataset['change'] !== kind) field.dataset['change'] = kind;
      const isChosen = id === selectedId;
      if (isChosen !== 'chosen' in field.dataset) {
        if (isChosen) field.dataset['chosen'] = '';
        else delete field.dataset['chosen'];
        if (isChosen) field.scrollIntoView({ block: 'nearest' });
      }
    }
  };
  mark();
  const observer = new MutationObserver(mark);
  observer.observe(parent, { childList: true, subtree: true });
  return () => observer.disconnect();
}
