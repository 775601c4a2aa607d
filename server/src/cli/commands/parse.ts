/** `xlcfg parse`: shows what xl's own parser makes of a text. */
import type { LanguageService, StoredValue, StoreResult } from '../../language-service';
import { printJson } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

/** Prints the stored settings of each file, or its errors. */
export async function parse(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  format: 'text' | 'json',
): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.fine;
  const results: { readonly path: string; readonly result: StoreResult }[] = [];
  for (const path of paths) {
    const read = await terminal.read(path);
    if (read.kind !== 'text') {
      terminal.printError(`${path}: ${read.kind === 'missing' ? 'no such file' : read.reason}\n`);
      status = EXIT.usage;
      continue;
    }
    const result = service.store(read.text);
    if (result.kind === 'errors' && status === EXIT.fine) status = EXIT.findings;
    results.push({ path, result });
  }
  terminal.print(format === 'json' ? printJson(results.map(toJson)) : results.map(toText).join(''));
  return status;
}

function toJson({ path, result }: { readonly path: string; readonly result: StoreResult }): unknown {
  return result.kind === 'settings' ? { path, settings: result.settings } : { path, errors: result.errors };
}

function toText({ path, result }: { readonly path: string; readonly result: StoreResult }): string {
  if (result.kind === 'errors') return result.errors.map(({ line, code }) => `${path}:${line}: error: ${code}\n`).join('');
  return result.settings
    .map(({ name, operation, value, line }) => `${path}:${line}: ${name} ${operation} ${formatValue(value)}\n`)
    .join('');
}

function formatValue(value: StoredValue): string {
  return typeof value === 'string' ? JSON.stringify(value) : `[ ${value.map(formatValue).join(', ')} ]`;
}
