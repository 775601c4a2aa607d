/** `xlcfg init`: starts a project file. */
import { PROJECT_FILE_NAME } from '../../project/project-file';
import { projectSchema } from '../../project/project-schema';
import { type LanguageService, NEWEST_STABLE_VERSION, type Say } from '../../language-service';
import { message } from '../../text/message';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

const starter = (say: Say): string => `{
  // ${say(message('The Xen release and the architecture that these configs are for.'))}
  "xen": "${NEWEST_STABLE_VERSION}",
  "arch": "x86",

  // ${say(message('Severity by rule: {severities}.', { severities: '"off", "hint", "information", "warning", "error"' }))}
  "rules": {},

  // ${say(message("Names that a vendor's xl or a wrapper script reads."))}
  "allowOptions": [],

  // ${say(message('Settings for some of the files.'))}
  "overrides": []
}
`;

/** Writes `.xlcfg.json` into the working directory unless there is one, or prints the schema of such files. */
export async function init({ say }: LanguageService, terminal: Terminal, options: { readonly schema: boolean }): Promise<ExitStatus> {
  if (options.schema) {
    terminal.print(`${JSON.stringify(projectSchema(say), undefined, 2)}\n`);
    return EXIT.fine;
  }
  const problem = await terminal.create(PROJECT_FILE_NAME, starter(say));
  if (problem !== undefined) {
    terminal.printError(`${PROJECT_FILE_NAME} ${say(problem)}\n`);
    return EXIT.usage;
  }
  terminal.print(`${say(message('{file} written', { file: PROJECT_FILE_NAME }))}\n`);
  return EXIT.fine;
}
