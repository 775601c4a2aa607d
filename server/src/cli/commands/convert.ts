/** `xlcfg convert`: makes a config for xl of one that was a Python program for xm. */
import type { LanguageService } from '../../language-service';
import { NO_PROJECT } from '../../project/project-file';
import { NOTHING_SAID, resolveSettings } from '../../project/resolve-settings';
import { message } from '../../text/message';
import { oneLine } from '../printable';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

/** Prints the config for xl; the exit status tells whether lines are left that need a decision. */
export async function convert(service: LanguageService, terminal: Terminal, path: string): Promise<ExitStatus> {
  const read = await terminal.read(path);
  if (read.kind !== 'text') {
    terminal.printFailure(path, read);
    return EXIT.usage;
  }
  const converted = service.convertXm(service.analyze(read.text, resolveSettings(NO_PROJECT.settings, NOTHING_SAID, NOTHING_SAID)));
  if (converted === undefined) {
    terminal.printError(`${oneLine(path)}: ${service.say(message('this is not a Python config of xm'))}\n`);
    return EXIT.usage;
  }
  terminal.passOn({ text: converted.text, encoding: read.encoding });
  if (converted.marked === 0) return EXIT.fine;
  const count = String(converted.marked);
  terminal.printError(`${oneLine(path)}: ${service.say(message('lines that need a decision: {count}', { count }))}\n`);
  return EXIT.findings;
}
