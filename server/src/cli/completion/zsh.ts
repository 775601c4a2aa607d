/** Completion for zsh. */
import type { CommandDescription, FlagDescription, ProgramDescription, ValueDescription } from './describe-program';

/** A script to be sourced, or put into a folder of `fpath` as `_xlcfg`. */
export function zshCompletion({ commands }: ProgramDescription): string {
  return `#compdef xlcfg
_xlcfg() {
  local curcontext=$curcontext state line
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quote(`${name}:${description}`)}`).join('\n')}
  )
  _arguments -C '--help' '--version' '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $words[1] in
${commands.map(describeCommand).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _xlcfg ]]; then
  _xlcfg "$@"
else
  compdef _xlcfg xlcfg
fi
`;
}

function describeCommand({ name, values, flags }: CommandDescription): string {
  const specs = [...flags.map(describeFlag), ...values.map(describeValue)].map((spec) => `          ${quote(spec)}`);
  return `        ${name})\n          _arguments \\\n  ${specs.join(' \\\n  ')} ;;`;
}

function describeFlag({ name, value, description }: FlagDescription): string {
  const head = `*${name}[${escape(description)}]`;
  return value === undefined ? head : `${head}:${value.isRequired ? '' : ':'}${escape(value.name)}:${actionOf(value)}`;
}

function describeValue(value: ValueDescription): string {
  return `${value.isMany ? '*' : ''}:${escape(value.name)}:${actionOf(value)}`;
}

function actionOf({ words }: ValueDescription): string {
  return words.length === 0 ? '_files' : `(${words.join(' ')})`;
}

function escape(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
