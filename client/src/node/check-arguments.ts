/** What a task of the type `xlcfg` asks the command line for. */

/** The keys that `taskDefinitions` in package.json declares. */
export interface CheckDefinition {
  readonly check: 'all' | 'changed';
  /** Relative to the folder of the workspace; all of that where it is left out. */
  readonly folder?: string;
  /** What changed files differ from; the last commit where it is left out. */
  readonly since?: string;
  readonly xen?: string;
  readonly arch?: string;
}

/** The settings of the editor that say how configs are judged. */
export interface JudgingSettings {
  readonly xenVersion: string;
  readonly architecture: string;
  readonly rules: Readonly<Record<string, unknown>>;
  readonly roots: Readonly<Record<string, unknown>>;
}

/** Reads what stands in tasks.json, where people write anything; undefined where it asks for nothing. */
export function readDefinition(definition: Readonly<Record<string, unknown>>): CheckDefinition | undefined {
  const { check } = definition;
  if (check !== 'all' && check !== 'changed') return undefined;
  const text = (key: string): Readonly<Record<string, string>> => {
    const value = definition[key];
    return typeof value === 'string' && value !== '' ? { [key]: value } : {};
  };
  return { check, ...text('folder'), ...text('since'), ...text('xen'), ...text('arch') };
}

/** The arguments of the command line. */
export function checkArguments({ check, folder = '.', since, xen, arch }: CheckDefinition, settings: JudgingSettings): readonly string[] {
  const changed = since === undefined ? '--changed' : `--changed=${since}`;
  return [
    'check',
    ...(check === 'changed' ? [changed] : []),
    ...(xen === undefined ? [] : ['--xen', xen]),
    ...(arch === undefined ? [] : ['--arch', arch]),
    ...defaultsOf(settings),
    '--',
    folder,
  ];
}

/** Project files come before the settings, as they do in the editor. */
function defaultsOf({ xenVersion, architecture, rules, roots }: JudgingSettings): readonly string[] {
  const said = {
    ...(xenVersion === '' ? {} : { xen: xenVersion }),
    ...(architecture === '' ? {} : { arch: architecture }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
    ...(Object.keys(roots).length === 0 ? {} : { roots }),
  };
  return Object.keys(said).length === 0 ? [] : ['--defaults', JSON.stringify(said)];
}

/** Whether VS Code would put something else, or what a command gives, in the place of a part of a task. */
export function hasVariable(text: string): boolean {
  return text.includes('${');
}
