/** A window in which tasks run before any config is open: what they find is told by VS Code alone then. */
import { runTests } from './run-tests';

/** The door that VS Code calls. */
export function run(): Promise<void> {
  return runTests(() => import('./tasks.test.js'));
}
