import type { Database } from '../store/database.ts';
import { findCommenters } from '../store/searches/find-draft-comments.ts';
import { findUsersLike, findUsersNamed } from '../store/searches/find-people.ts';
import type { Person } from '../store/searches/find-people.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import { mayUse } from './components-of.ts';
import type { Identity } from './identity.ts';

type Knowing = Pick<Identity, 'directory' | 'isOn'>;
type Draft = Pick<DraftRow, 'id' | 'tenant_id'>;

/** What a mention begins with, and what a username is made of that can be mentioned: all but blanks. */
const mentionPattern = /(?<![\w@.])@([A-Za-z0-9_][A-Za-z0-9_~@.+\-:|/]{0,255})/g;
const mentionable = /^[A-Za-z0-9_][A-Za-z0-9_~@.+\-:|/]*$/;
/** Of one text so many are looked up. */
const maxMentions = 50;
/** A search looks at so many users at most, and answers so many. */
const maxLookedAt = 200;
const maxFound = 20;

/** Usernames that a text may mean by `@`: as they are written, and without the signs at their end that may be punctuation. */
export const mentionsIn = (text: string): readonly string[] => {
  const names = new Set<string>();
  for (const [, written = ''] of text.matchAll(mentionPattern)) {
    if (names.size >= maxMentions) break;
    names.add(written);
    const bare = written.replace(/[^A-Za-z0-9_]+$/, '');
    if (bare !== '') names.add(bare);
  }
  return [...names];
};

/** The users among `usernames` who can be told of a comment on a draft: they may open it. Nobody on a server that asks nobody. */
export const findMentioned = async (
  database: Database,
  identity: Knowing,
  draft: Draft,
  usernames: readonly string[],
): Promise<readonly Person[]> => {
  if (!identity.isOn || usernames.length === 0) return [];
  const [users, commenters] = await Promise.all([
    findUsersNamed(database, usernames),
    findCommenters(database, draft.id),
  ]);
  const others = commenters.filter(({ username }) => usernames.includes(username));
  return readersAmong(identity, draft, united(users, others), usernames.length);
};

/** Users who can be mentioned in a comment on a draft and have `part` in their username or name: at most 20. */
export const findPeople = async (
  database: Database,
  identity: Knowing,
  draft: Draft,
  part: string,
): Promise<readonly Person[]> => {
  if (!identity.isOn) return [];
  const [users, commenters] = await Promise.all([
    findUsersLike(database, part, maxLookedAt),
    findCommenters(database, draft.id),
  ]);
  const wanted = part.toLowerCase();
  const others = commenters.filter(({ username, name }) =>
    [username, name ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
  return readersAmong(identity, draft, united(users, others), maxFound);
};

const united = (users: readonly Person[], others: readonly Person[]): readonly Person[] => [
  ...new Map([...others, ...users].map((person) => [person.username, person])).values(),
];

/** Those who may open a draft. Of whom only the identity provider knows, nobody can tell here what they may when they are not there. */
const readersAmong = async (
  { directory }: Knowing,
  { tenant_id: tenantId }: Draft,
  people: readonly Person[],
  limit: number,
): Promise<readonly Person[]> => {
  const readers: Person[] = [];
  for (const { username, name } of people) {
    if (readers.length >= limit) break;
    if (!mentionable.test(username)) continue;
    const principal = await directory.principal({ type: 'USER', id: username, claims: null, groups: [] }, 'none');
    const sees = principal !== null && (principal.within === null || principal.within.includes(tenantId));
    if (sees && mayUse(principal, 'modeler')) readers.push({ username, name });
  }
  return readers;
};
