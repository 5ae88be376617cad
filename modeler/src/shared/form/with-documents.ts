import { storeDocument } from '../../api/documents';

/** Files that were chosen in a form, by what stands in its data for them. */
export type ChosenFiles = ReadonlyMap<string, readonly File[]>;

type Store = (file: File) => Promise<unknown>;

/**
 * The data of a form with its files stored as documents: where it named files stands a list of references then. Files that no field names any more are not
 * stored.
 *
 * @throws when a file cannot be stored; those before it stay
 */
export async function withDocuments(
  data: Readonly<Record<string, unknown>>,
  files: ChosenFiles,
  store: Store = storeDocument,
): Promise<Readonly<Record<string, unknown>>> {
  if (files.size === 0) return data;
  const replace = async (value: unknown): Promise<unknown> => {
    if (typeof value === 'string') {
      const chosen = files.get(value);
      return chosen === undefined ? value : Promise.all(chosen.map(store));
    }
    if (Array.isArray(value)) return Promise.all(value.map(replace));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(async ([name, each]) => [name, await replace(each)] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  return (await replace(data)) as Readonly<Record<string, unknown>>;
}
