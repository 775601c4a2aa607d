/**
 * `npm run oracle -- --count N --seed S [--stage parse|create|kernel] [--files FOLDER]`: a long comparison with the real xl, of N generated
 * configs and of the configs in a folder. The stage `parse` spreads them over all properties; `create` prints figures for each kind of
 * difference, as `kernel` does for N made-up kernel images.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    stage: { type: 'string', default: 'parse' },
    files: { type: 'string' },
  },
});

const PARSE_TESTS = ['device-strings', 'libxlutil', 'safe-fixes', 'top-level-options', 'whole-configs'];
/** The tests of each stage, and how many properties share the configs. */
const STAGES = {
  parse: { tests: PARSE_TESTS.map((name) => `test/oracle/${name}.test.ts`), properties: 25 },
  create: { tests: ['test/oracle/create-stage.test.ts'], properties: 1 },
  kernel: { tests: ['test/oracle/kernel-images.test.ts'], properties: 1 },
};
const stage = STAGES[values.stage];
if (stage === undefined) {
  process.stderr.write(`There is no stage ${values.stage}; choose one of ${Object.keys(STAGES).join(', ')}\n`);
  process.exit(2);
}

const { status } = spawnSync(process.execPath, ['scripts/test-unit.mjs', ...stage.tests], {
  stdio: 'inherit',
  env: {
    ...process.env,
    XLCFG_ORACLE_COUNT: String(Math.ceil(Number(values.count) / stage.properties)),
    XLCFG_ORACLE_SEED: values.seed,
    ...(values.files === undefined ? {} : { XLCFG_ORACLE_FILES: values.files }),
  },
});
process.exit(status ?? 1);
