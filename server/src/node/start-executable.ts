/**
 * What a single executable starts, and each of its threads. Its build runs it with plain Node, which keeps what V8
 * compiles; the executable has that inside, and so writes nothing to the machine.
 */
import { basename, join } from 'node:path';
import { isSea } from 'node:sea';
import { loadCompiled } from './compile-cache';
import { EXECUTABLE_ASSETS, readAsset } from './executable-parts';
import { compileBundle, runBundle } from './run-bundle';

const { main, compiled } = EXECUTABLE_ASSETS;

if (isSea()) {
  const { execPath } = process;
  runBundle(compileBundle(execPath, readAsset(main), readAsset(compiled)), execPath);
} else {
  loadCompiled(join(__dirname, basename(main)));
}
