/** Runs the tests inside the extension host of a real VS Code. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Where a host that shows nothing but an exit status reads that tests ran. */
const { XLCFG_SUITE_REPORT: report } = process.env;

/** The door that VS Code calls; rejects when a test failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'base' });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  // Loaded here, because the tests need mocha's globals when they load.
  await import('./extension.test.js');
  await import('./typing.test.js');
  await import('./asking.test.js');
  await new Promise<void>((pass, fail) => {
    let passed = 0;
    mocha
      .run((failures) => {
        console.log(`vscode: ${passed} passed, ${failures} failed`);
        if (failures === 0 && passed > 0) {
          if (report !== undefined) writeFileSync(report, 'passed');
          pass();
        } else fail(new Error(`${failures} of the tests in VS Code failed`));
      })
      .on('pass', (test) => {
        passed += 1;
        console.log(`✔ ${test.fullTitle()}`);
      })
      .on('fail', (test, error: Error) => {
        console.error(`✖ ${test.fullTitle()}\n${error.stack ?? error.message}`);
      });
  });
}
