/** Where a command writes to. */
export interface Out {
  write(text: string): void;
  /** Resolves when so much is gone that more may follow; for long outputs. */
  drained(): Promise<void>;
  /** Whether a person reads it: colors, cut tables and progress are for people only. */
  readonly isTerminal: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
}

/** What a command has of the world around it; tests make their own. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Out;
  readonly err: Out;
  /** All that is piped in. */
  readStdin(): Promise<string>;
  /** Folder of the settings of the person: `~/.config`. */
  readonly configFolder: string;
  /** Aborts when the command is to end (Ctrl-C). */
  readonly signal: AbortSignal;
}
