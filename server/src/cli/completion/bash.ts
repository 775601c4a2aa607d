/** Completion for bash. Where nothing is offered, bash completes files. */
import type { CommandDescription, ProgramDescription } from './describe-program';

/** A script to be sourced. */
export function bashCompletion({ commands }: ProgramDescription): string {
  return `_xlcfg() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command= index words=
  for ((index = 1; index < COMP_CWORD; index++)); do
    if [[ \${COMP_WORDS[index]} != -* ]]; then
      command=\${COMP_WORDS[index]}
      break
    fi
  done
  case "$command $before" in
${commands.flatMap(describeValues).join('\n')}
    *)
      case $command in
        '') words='${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}' ;;
${commands.map(describeWords).join('\n')}
      esac
      ;;
  esac
  COMPREPLY=()
  if [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  fi
}
complete -o default -F _xlcfg xlcfg
`;
}

/** A case for each flag that takes a value: it offers what the value can be, and no flags. */
function describeValues({ name, flags }: CommandDescription): readonly string[] {
  return flags.flatMap((flag) => {
    if (flag.value?.isRequired !== true) return [];
    return [`    '${name} ${flag.name}') words='${flag.value.words.join(' ')}' ;;`];
  });
}

function describeWords({ name, values, flags }: CommandDescription): string {
  const words = values.flatMap((value) => value.words);
  const all = flags.map((flag) => flag.name).join(' ');
  return `        '${name}') if [[ $word == -* ]]; then words='${all}'; else words='${words.join(' ')}'; fi ;;`;
}
