/** `npm run oracle -- --count N --seed S`: a long comparison with the real xl; counts are for each property. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } });
const { status } = spawnSync(process.execPath, ['scripts/test-unit.mjs', 'test/oracle'], {
  stdio: 'inherit',
  env: { ...process.env, XLCFG_ORACLE_COUNT: values.count, XLCFG_ORACLE_SEED: values.seed },
});
process.exit(status ?? 1);
