/** `--defaults`: what holds where no project file says otherwise, as an editor passes its settings on. */
import { parseProjectFile } from '../project/project-file';
import type { OutsideSettings } from '../project/resolve-settings';
import type { Message } from '../text/message';

/**
 * Reads `xen`, `arch`, `rules` and `roots` as a project file has them; its other keys say nothing here.
 * @returns the first mistake
 */
export function parseDefaults(text: string): OutsideSettings | Message {
  const { settings, problems } = parseProjectFile(text);
  if (problems[0] !== undefined) return problems[0].message;
  const { xen, arch, rules, roots } = settings;
  return { target: { ...(xen === undefined ? {} : { xen }), ...(arch === undefined ? {} : { arch }) }, rules, roots };
}
