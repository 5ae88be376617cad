/**
 * What can be seen of a running instance from outside, in one form for the engine and the oracle: the tree of what lives, with the tokens
 * that wait at joins, incidents, variables and what the environment may do. Two views are equal exactly when their texts are.
 */
export interface View {
  readonly outcome: 'active' | 'completed' | 'terminated';
  readonly root: ViewNode | null;
  readonly text: string;
}

export interface ViewNode {
  readonly id: string;
  /** The oracle's frame or the engine's element instance. */
  readonly handle: number;
  readonly incident: string | null;
  /** `user`, `job`, or the id of a catching event that may fire. */
  readonly offers: readonly string[];
  readonly parked: readonly string[];
  readonly variables: Readonly<Record<string, number>>;
  readonly children: readonly ViewNode[];
  readonly text: string;
}

/** Sorts what has no order of its own and writes the text. */
export const viewNode = (node: Omit<ViewNode, 'text'>): ViewNode => {
  const children = [...node.children].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const offers = [...node.offers].sort();
  const parked = [...node.parked].sort();
  const variables = Object.entries(node.variables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`);
  const parts = [
    node.incident === null ? '' : `!${node.incident}`,
    offers.length > 0 ? `{${offers.join(' ')}}` : '',
    parked.length > 0 ? `<${parked.join(' ')}>` : '',
    variables.length > 0 ? `[${variables.join(' ')}]` : '',
    children.length > 0 ? `(${children.map((child) => child.text).join(' ')})` : '',
  ];
  return { ...node, children, offers, parked, text: node.id + parts.join('') };
};

export const viewOf = (outcome: View['outcome'], root: ViewNode | null): View => ({
  outcome,
  root,
  text: `${outcome} ${root?.text ?? ''}`.trim(),
});

/** The nodes of a view in an order that is the same for equal views. */
export const nodesOf = (view: View): readonly ViewNode[] => {
  const list: ViewNode[] = [];
  const add = (node: ViewNode): void => {
    list.push(node);
    node.children.forEach(add);
  };
  if (view.root) add(view.root);
  return list;
};

/** One thing that the environment does; `at` is the place of the node in `nodesOf`. */
export interface Choice {
  readonly at: number;
  readonly act: Act;
  readonly text: string;
}

export type Act =
  | { readonly do: 'complete-user' | 'complete-job'; readonly n: number }
  | { readonly do: 'throw'; readonly code: string }
  | { readonly do: 'fail' | 'resolve' }
  | { readonly do: 'fire'; readonly target: string };

const values = [0, 1, 2];
export const errorCodes = ['E1', 'E2', 'E3'];

/** Everything that the environment may do in this view. */
export const choicesOf = (view: View): readonly Choice[] =>
  nodesOf(view).flatMap((node, at) => {
    const acts: Act[] = node.offers.flatMap((offer): Act[] => {
      if (offer === 'user') return values.map((n) => ({ do: 'complete-user', n }));
      if (offer === 'job')
        return [
          ...values.map((n): Act => ({ do: 'complete-job', n })),
          ...errorCodes.map((code): Act => ({ do: 'throw', code })),
          { do: 'fail' },
        ];
      return [{ do: 'fire', target: offer }];
    });
    if (node.incident !== null) acts.push({ do: 'resolve' });
    return acts.map((act) => ({ at, act, text: `${node.id}: ${Object.values(act).join(' ')}` }));
  });
