/** Runs tests inside the extension host of a real VS Code. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Where a host that shows nothing but an exit status reads that tests ran. */
const { XLCFG_SUITE_REPORT: report } = process.env;

/**
 * Rejects when a test failed.
 * @param load loads the tests, which need mocha's globals then
 */
export async function runTests(load: () => Promise<unknown>): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'base' });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  await load();
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
