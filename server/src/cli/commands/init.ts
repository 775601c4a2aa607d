/** `xlcfg init`: starts a project file. */
import { PROJECT_FILE_NAME } from '../../project/project-file';
import { projectSchema } from '../../project/project-schema';
import { NEWEST_STABLE_VERSION } from '../../language-service';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

const STARTER = `{
  // The Xen release and the architecture that these configs are for.
  "xen": "${NEWEST_STABLE_VERSION}",
  "arch": "x86",

  // Severity by rule: "off", "hint", "information", "warning" or "error".
  "rules": {},

  // Names that a vendor's xl or a wrapper script reads.
  "allowOptions": [],

  // Settings for some of the files.
  "overrides": []
}
`;

/** Writes `.xlcfg.json` into the working directory unless there is one, or prints the schema of such files. */
export async function init(terminal: Terminal, options: { readonly schema: boolean }): Promise<ExitStatus> {
  if (options.schema) {
    terminal.print(`${JSON.stringify(projectSchema(), undefined, 2)}\n`);
    return EXIT.fine;
  }
  const problem = await terminal.create(PROJECT_FILE_NAME, STARTER);
  if (problem !== undefined) {
    terminal.printError(`${PROJECT_FILE_NAME} ${problem}\n`);
    return EXIT.usage;
  }
  terminal.print(`${PROJECT_FILE_NAME} written\n`);
  return EXIT.fine;
}
