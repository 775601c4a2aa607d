/** `npm run fuzz -- --count N --seed S`: everything in test/fuzz, with N damaged kernel images and as many times more of the rest as that is more than usual. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { count: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' } } });
const { status } = spawnSync(process.execPath, ['scripts/test-unit.mjs', 'test/fuzz'], {
  stdio: 'inherit',
  env: { ...process.env, XLCFG_FUZZ_COUNT: values.count, XLCFG_FUZZ_SEED: values.seed },
});
process.exit(status ?? 1);
