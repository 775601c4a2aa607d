/** A window in which a command is the first that needs the server. */
import { runTests } from './run-tests';

/** The door that VS Code calls. */
export function run(): Promise<void> {
  return runTests(() => import('./first-command.test.js'));
}
