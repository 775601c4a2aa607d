import { OPERATIONS } from '../test/support/hostile-operations';
import { FAMILIES } from '../test/support/hostile-families';
for (const name of ['wrong escapes in a string', 'a list without commas', 'a list with semicolons', 'values in a disk'])
  for (const n of [50_000, 200_000]) {
    if (n > 100_000 && name.startsWith('wrong')) continue;
    const text = FAMILIES[name]!(n);
    const start = performance.now();
    OPERATIONS.analyze({ text });
    console.log(name, n, (performance.now() - start).toFixed(0));
  }
