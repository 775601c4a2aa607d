/** Completion for fish. */
import type { CommandDescription, FlagDescription, ProgramDescription, ValueDescription } from './describe-program';

/** A script to be sourced, or put into `~/.config/fish/completions`. */
export function fishCompletion({ commands }: ProgramDescription): string {
  const lines = commands.map(
    ({ name, description }) => `complete -c xlcfg -n __fish_use_subcommand -f -a ${name} -d ${quote(description)}`,
  );
  return [...lines, ...commands.flatMap(describeCommand), ''].join('\n');
}

function describeCommand({ name, values, flags }: CommandDescription): readonly string[] {
  const head = `complete -c xlcfg -n '__fish_seen_subcommand_from ${name}'`;
  const words = values.flatMap((value) => value.words);
  const files = values.some((value) => value.words.length === 0)
    ? []
    : [`${head} -f${words.length === 0 ? '' : ` -a ${quote(words.join(' '))}`}`];
  return [...files, ...flags.map((flag) => `${head} ${describeFlag(flag)}`)];
}

function describeFlag({ name, value, description }: FlagDescription): string {
  return `-l ${name.slice(2)}${value === undefined ? '' : describeValue(value)} -d ${quote(description)}`;
}

function describeValue({ isRequired, words }: ValueDescription): string {
  if (words.length > 0) return ` -x -a ${quote(words.join(' '))}`;
  return isRequired ? ' -r -F' : '';
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
