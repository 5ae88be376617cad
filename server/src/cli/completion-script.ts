import type { Command } from 'commander';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What can follow on a command. */
interface Words {
  /** `list`, or `profile add`. */
  readonly path: string;
  readonly summary: string;
  readonly words: readonly string[];
  readonly options: readonly { readonly flag: string; readonly description: string }[];
}

/** A script by which a shell completes the commands of a program, their options and what their arguments may be. */
export const completionScript = (program: Command, shell: Shell): string => scripts[shell](wordsOf(program, ''));

const wordsOf = (command: Command, path: string): readonly Words[] => {
  const children = command.commands.filter((child) => child.name() !== 'help');
  const own: Words = {
    path,
    summary: command.summary() || command.description(),
    words: [
      ...children.map((child) => child.name()),
      ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    ],
    options: [...command.options, ...(command.parent?.options ?? [])].flatMap(({ long, description }) =>
      long == null ? [] : [{ flag: long, description }],
    ),
  };
  return [own, ...children.flatMap((child) => wordsOf(child, path === '' ? child.name() : `${path} ${child.name()}`))];
};

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const bash = (all: readonly Words[]): string => {
  const cases = all.map(
    ({ path, words, options }) =>
      `    ${quoted(path)}) words=${quoted([...words, ...options.map(({ flag }) => flag)].join(' '))} ;;`,
  );
  return `# bash completion for baton
_baton() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path='' word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ "$word" == -* ]] && continue
    case " ${all.map(({ path }) => path).join(' | ')} " in
      *" \${path:+$path }$word "*) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ \${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _baton baton
`;
};

const zsh = (all: readonly Words[]): string => `#compdef baton
autoload -U +X bashcompinit && bashcompinit
${bash(all)}`;

const fish = (all: readonly Words[]): string => {
  const lines = all.flatMap(({ path, words, options }) => {
    const condition = path === '' ? '__fish_use_subcommand' : conditionOf(path);
    return [
      ...words.map((word) => {
        const about = all.find((each) => each.path === (path === '' ? word : `${path} ${word}`))?.summary ?? '';
        return `complete -c baton -n ${quoted(condition)} -f -a ${quoted(word)} -d ${quoted(about)}`;
      }),
      ...options.map(
        ({ flag, description }) =>
          `complete -c baton -n ${quoted(condition)} -l ${flag.slice(2)} -d ${quoted(description)}`,
      ),
    ];
  });
  return `# fish completion for baton\n${lines.join('\n')}\n`;
};

const conditionOf = (path: string): string =>
  path
    .split(' ')
    .map((word) => `__fish_seen_subcommand_from ${word}`)
    .join('; and ');

const scripts: Readonly<Record<Shell, (all: readonly Words[]) => string>> = { bash, zsh, fish };
