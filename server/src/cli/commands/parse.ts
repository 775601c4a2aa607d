/** `xlcfg parse`: shows what xl's own parser makes of a text. */
import { formatStoredValue, type LanguageService, type StoreResult } from '../../language-service';
import { oneLine, printableJson } from '../printable';
import { JSON_VERSION } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

/** Prints the stored settings of each file, or its errors. */
export async function parse(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  format: 'text' | 'json',
): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.fine;
  const files: ParsedFile[] = [];
  for (const path of paths) {
    const read = await terminal.read(path);
    if (read.kind !== 'text') {
      terminal.printFailure(path, read);
      status = EXIT.usage;
      continue;
    }
    const result = service.store(read.text);
    if (result.kind === 'errors' && status === EXIT.fine) status = EXIT.findings;
    files.push({ path, result });
  }
  terminal.print(format === 'json' ? printJson(files) : files.map(toText).join(''));
  return status;
}

interface ParsedFile {
  readonly path: string;
  readonly result: StoreResult;
}

/** One setting a line, whose value may nest deeper than JSON.stringify can follow. */
function printJson(files: readonly ParsedFile[]): string {
  return printableJson(`{"version":${JSON_VERSION},"files":[${files.map(toJson).join(',')}]}\n`);
}

function toJson({ path, result }: ParsedFile): string {
  const head = `{"path":${JSON.stringify(path)},`;
  if (result.kind === 'errors') return `${head}"errors":${JSON.stringify(result.errors)}}`;
  const settings = result.settings.map(({ name, operation, value, line }) => {
    const fields = [
      `"name":${JSON.stringify(name)}`,
      `"operation":"${operation}"`,
      `"value":${formatStoredValue(value)}`,
      `"line":${line}`,
    ];
    return `{${fields.join(',')}}`;
  });
  return `${head}"settings":[\n${settings.join(',\n')}\n]}`;
}

function toText({ path, result }: ParsedFile): string {
  const place = oneLine(path);
  if (result.kind === 'errors') return result.errors.map(({ line, code }) => `${place}:${line}: error: ${code}\n`).join('');
  return result.settings
    .map(({ name, operation, value, line }) => `${place}:${line}: ${name} ${operation} ${formatStoredValue(value)}\n`)
    .join('');
}
