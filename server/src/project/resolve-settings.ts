/** Merges what is said about a config outside of it: defaults, editor or flag, project file. */
import { NO_NEIGHBOURS } from '../workspace/neighbours';
import type { Surroundings } from './assemble';
import type { RuleSettings } from '../linter/run';
import type { Severity } from '../linter/rule';
import type { ConfigKind } from '../schema/config-kind';
import { DEFAULT_TARGET, type Target, type WantedTarget } from '../schema/target';
import { mergeStyles, type PartialStyle } from '../format/style';
import type { MigrationPolicy, ProjectSettings } from './project-settings';

/** What a command line flag or an editor setting says; absent means nothing. */
export interface OutsideSettings {
  readonly target: Partial<Target>;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Local folders for paths of dom0, by prefix. */
  readonly roots?: Readonly<Record<string, string>>;
  readonly format?: PartialStyle;
}

/**
 * The settings for one config.
 * @param weak what an editor says, which the project file overrules
 * @param strong what a command line flag says, which overrules the project file
 */
export function resolveSettings(project: ProjectSettings, weak: OutsideSettings, strong: OutsideSettings): ResolvedDocumentSettings {
  const { xen, arch } = project;
  const projectTarget = { ...(xen === undefined ? {} : { xen }), ...(arch === undefined ? {} : { arch }) };
  return {
    target: { xen: DEFAULT_TARGET.xen, ...weak.target, ...projectTarget, ...strong.target },
    rules: {
      severities: { ...weak.rules, ...project.rules, ...strong.rules },
      allowOptions: project.allowOptions,
      allowFields: new Map(Object.entries(project.allowFields)),
      migration: project.migration ?? 'report',
      ...(project.hosts === undefined ? {} : { neighbours: { ...NO_NEIGHBOURS, hosts: project.hosts } }),
    },
    roots: { ...weak.roots, ...project.roots, ...strong.roots },
    migration: project.migration ?? 'report',
    format: mergeStyles(strong.format, project.format, weak.format),
    ...(project.kind === undefined ? {} : { kind: project.kind }),
    ...(project.isPart === true ? { isPart: true } : {}),
    wholes: project.wholes ?? [],
  };
}

export interface ResolvedDocumentSettings {
  readonly target: WantedTarget;
  readonly rules: RuleSettings;
  readonly roots: Readonly<Record<string, string>>;
  readonly migration: MigrationPolicy;
  /** What is said of the layout. */
  readonly format: PartialStyle;
  /** What kind of file it is, where the project says so. */
  readonly kind?: ConfigKind;
  readonly isPart?: true;
  readonly wholes: readonly Surroundings[];
}

export const NOTHING_SAID: OutsideSettings = { target: {}, rules: {} };
