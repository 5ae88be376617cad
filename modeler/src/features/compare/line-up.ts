/** A member of one list beside that of the other with the same id. */
export interface LinedUp<Member> {
  readonly before: Member | undefined;
  readonly after: Member | undefined;
}

/** Two lists as one: in the order of the later one, and what it lacks after what it followed in the earlier one. */
export function lineUp<Member extends { readonly id: string }>(
  before: readonly Member[],
  after: readonly Member[],
): readonly LinedUp<Member>[] {
  const known = new Map(before.map((member) => [member.id, member]));
  const kept = new Set(after.map(({ id }) => id));
  const goneAfter = new Map<string | null, Member[]>();
  let last: string | null = null;
  for (const member of before) {
    if (kept.has(member.id)) last = member.id;
    else goneAfter.set(last, [...(goneAfter.get(last) ?? []), member]);
  }
  const gone = (id: string | null): LinedUp<Member>[] =>
    (goneAfter.get(id) ?? []).map((member) => ({ before: member, after: undefined }));
  return [
    ...gone(null),
    ...after.flatMap((member) => [{ before: known.get(member.id), after: member }, ...gone(member.id)]),
  ];
}
