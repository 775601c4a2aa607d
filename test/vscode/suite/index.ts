/** The window in which most is tested. */
import { runTests } from './run-tests';

/** The door that VS Code calls. */
export function run(): Promise<void> {
  return runTests(async () => {
    // It comes first, because the server runs in the others.
    await import('./starting.test.js');
    await import('./extension.test.js');
    await import('./assists.test.js');
    await import('./typing.test.js');
    await import('./finding.test.js');
    await import('./new-domain.test.js');
    await import('./asking.test.js');
    await import('./writing.test.js');
    await import('./host.test.js');
    await import('./formatting.test.js');
    await import('./domains.test.js');
  });
}
