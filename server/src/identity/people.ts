import type { Database } from '../store/database.ts';
import { findCommenters } from '../store/searches/find-draft-comments.ts';
import { findMembersOf, findUsersLike, findUsersNamed } from '../store/searches/find-people.ts';
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
  return usersAmong(identity, draft, united(users, others), usernames.length, 'modeler');
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
  return usersAmong(identity, draft, united(users, others), maxFound, 'modeler');
};

/** Whom a task is offered to, and the tenant that it is of. */
interface OfferedTask {
  readonly tenant_id: string;
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

/** Somebody whom a task can be given to. */
export interface TaskPerson extends Person {
  /** Whether it is offered to them, or to a group of theirs. */
  readonly isCandidate: boolean;
}

/** Users whom a task can be given to and who have `part` in their username or name, candidates first: at most 20. Without sign-in only the candidate users are known. */
export const findTaskPeople = async (
  database: Database,
  identity: Knowing,
  task: OfferedTask,
  part: string,
): Promise<readonly TaskPerson[]> => {
  const wanted = part.toLowerCase();
  const isMeant = ({ username, name }: Person): boolean =>
    [username, name ?? ''].some((text) => text.toLowerCase().includes(wanted));
  const named = task.users.map((username) => ({ username, name: null }));
  if (!identity.isOn)
    return named
      .filter(isMeant)
      .slice(0, maxFound)
      .map((person) => ({ ...person, isCandidate: true }));
  const [users, known, members] = await Promise.all([
    findUsersLike(database, part, maxLookedAt),
    findUsersNamed(database, task.users),
    findMembersOf(database, task.groups, maxLookedAt),
  ]);
  const offered = new Set([...task.users, ...members.map(({ username }) => username)]);
  const candidates = [...united(known, members)].sort((a, b) => (a.username < b.username ? -1 : 1)).filter(isMeant);
  const others = users.filter(({ username }) => !offered.has(username));
  const people = await usersAmong(identity, task, [...candidates, ...others], maxFound, 'tasklist');
  return people.map((person) => ({ ...person, isCandidate: offered.has(person.username) }));
};

const united = (users: readonly Person[], others: readonly Person[]): readonly Person[] => [
  ...new Map([...others, ...users].map((person) => [person.username, person])).values(),
];

/** Those who may use a part of the web app, in this tenant. Of whom only the identity provider knows, nobody can tell here what they may when they are not there. */
const usersAmong = async (
  { directory }: Knowing,
  { tenant_id: tenantId }: { readonly tenant_id: string },
  people: readonly Person[],
  limit: number,
  component: 'modeler' | 'tasklist',
): Promise<readonly Person[]> => {
  const users: Person[] = [];
  for (const { username, name } of people) {
    if (users.length >= limit) break;
    if (!mentionable.test(username)) continue;
    const principal = await directory.principal({ type: 'USER', id: username, claims: null, groups: [] }, 'none');
    const sees = principal !== null && (principal.within === null || principal.within.includes(tenantId));
    if (sees && mayUse(principal, component)) users.push({ username, name });
  }
  return users;
};
