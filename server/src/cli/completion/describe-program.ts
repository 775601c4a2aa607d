/** The commands and flags as plain data, for completion in shells and for the manual. */
import type { Command } from 'commander';
import { type LanguageService, XEN_VERSIONS } from '../../language-service';

export interface FlagDescription {
  /** With its dashes. */
  readonly name: string;
  readonly value: ValueDescription | undefined;
  readonly description: string;
}

/** What a flag or a command takes. */
export interface ValueDescription {
  readonly name: string;
  readonly description: string;
  /** What it can be; anything, such as a file, where there are none. */
  readonly words: readonly string[];
  readonly isRequired: boolean;
  readonly isMany: boolean;
}

export interface CommandDescription {
  readonly name: string;
  readonly description: string;
  readonly values: readonly ValueDescription[];
  readonly flags: readonly FlagDescription[];
}

/** The program, without its name, and its commands. */
export interface ProgramDescription {
  readonly description: string;
  readonly commands: readonly CommandDescription[];
}

/** Reads the declarations. */
export function describeProgram(program: Command, service: LanguageService): ProgramDescription {
  /** What values can be whose flags read them themselves. */
  const words: Readonly<Record<string, readonly string[]>> = {
    version: XEN_VERSIONS,
    'rule-id': service.listRules().map(({ id }) => id),
  };
  const describe = (command: Command): CommandDescription => ({
    name: command.name(),
    description: command.description(),
    values: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      description: argument.description,
      words: argument.argChoices ?? words[argument.name()] ?? [],
      isRequired: argument.required,
      isMany: argument.variadic,
    })),
    flags: command
      .createHelp()
      .visibleOptions(command)
      .map((option) => {
        const name = /[<[]([^>\]]*)[>\]]/.exec(option.flags)?.[1];
        const value =
          name === undefined ? undefined : { name, description: option.description, words: option.argChoices ?? words[name] ?? [] };
        return {
          name: option.long ?? option.flags,
          value: value === undefined ? undefined : { ...value, isRequired: option.required, isMany: option.variadic },
          description: option.description,
        };
      }),
  });
  return { description: program.description(), commands: program.commands.map(describe) };
}
