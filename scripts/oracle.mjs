/** `npm run oracle -- --count N --seed S [--files FOLDER]`: a long comparison with the real xl, of N generated configs spread over all properties, and of the configs in a folder. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, files: { type: 'string' } },
});
/** How many properties share the configs: each mini-language, options, mixtures, damaged configs. */
const PROPERTIES = 25;

const { status } = spawnSync(process.execPath, ['scripts/test-unit.mjs', 'test/oracle'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    XLCFG_ORACLE_COUNT: String(Math.ceil(Number(values.count) / PROPERTIES)),
    XLCFG_ORACLE_SEED: values.seed,
    ...(values.files === undefined ? {} : { XLCFG_ORACLE_FILES: values.files }),
  },
});
process.exit(status ?? 1);
