/** Runs the text of a bundle as `require` does, with what V8 compiled of it earlier. */
import { isAscii } from 'node:buffer';
import nodeModule, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * @param path where the bundle says that it lies
 * @param compiled not taken where it is of another text or another V8: `cachedDataRejected` tells
 */
export function compileBundle(path: string, bytes: Buffer, compiled: Buffer | undefined): Script {
  // Most bundles are, and are decoded in a tenth of the time so.
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  return new Script(nodeModule.wrap(source), { filename: path, ...(compiled === undefined ? {} : { cachedData: compiled }) });
}

export function runBundle(script: Script, path: string): void {
  const run: unknown = script.runInThisContext();
  const module = { exports: {} };
  if (typeof run === 'function') Reflect.apply(run, module.exports, [module.exports, createRequire(path), module, path, dirname(path)]);
}
