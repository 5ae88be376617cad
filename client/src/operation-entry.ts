/** What is known of an operation at run time; the generated tables hold one for each. */
export interface OperationEntry {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the root, parameters in braces. */
  readonly path: string;
  /** Fields of the input that go into the query. */
  readonly query?: readonly string[];
  /** What becomes of the rest of the input. (Default: nothing is sent.) */
  readonly body?: 'json' | 'upload';
  readonly answer: 'json' | 'nothing' | 'text' | 'bytes';
  /** Called with options only. (Default: false.) */
  readonly hasNoInput?: true;
  /** Takes an `Idempotency-Key`, so that repeating it does it once. (Default: false.) */
  readonly isRepeatable?: true;
  /** Changes nothing, or the same when it is done twice. (Default: false.) */
  readonly isSafe?: true;
}

/** What may be said of one call beside its input. */
export interface CallOptions {
  /** Gives the call up. */
  readonly signal?: AbortSignal;
  /** How long one attempt may take, milliseconds. (Default: that of the client, and longer where the call itself asks to wait.) */
  readonly timeoutMs?: number;
  /** How often the call is tried at most. (Default: that of the client.) */
  readonly attempts?: number;
  /** For commands that may be repeated: one that was sent before gets the first answer again. (Default: a random one for every call.) */
  readonly idempotencyKey?: string;
}

/** A file to deploy. The server tells its kind by its name. */
export interface UploadFile {
  /** With its ending: `order.bpmn`. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Files that are deployed together: all or none. */
export interface Upload {
  readonly resources: readonly UploadFile[];
  readonly tenantId?: string;
}

interface Operators<T> {
  readonly $eq: T;
  readonly $neq: T;
  readonly $exists: boolean;
  readonly $gt: T;
  readonly $gte: T;
  readonly $lt: T;
  readonly $lte: T;
  readonly $in: readonly T[];
  readonly $notIn: readonly T[];
  /** `*` stands for any text, `?` for one character, a backslash before them for themselves. */
  readonly $like: string;
}

/** A value, or operators that all have to hold. */
export type Condition<T, O extends keyof Operators<T>> = T | Partial<Pick<Operators<T>, O>>;
