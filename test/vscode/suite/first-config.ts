/** A window in which a config is the first that needs the server. */
import { runTests } from './run-tests';

/** The door that VS Code calls. */
export function run(): Promise<void> {
  return runTests(() => import('./first-config.test.js'));
}
