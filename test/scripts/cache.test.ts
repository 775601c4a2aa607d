/** The cache of tests, when several processes fill it or one is stopped on the way. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fillOnce } from '../../scripts/cache.mjs';

let cache = '';
let folder = '';
describe('The cache', () => {
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'xlcfg-'));
    folder = join(cache, 'sub/things');
  });
  afterEach(() => {
    rmSync(cache, { recursive: true });
  });

  function fillWith(text: string, meanwhile: () => void = () => undefined): (temporary: string) => undefined {
    return (temporary) => {
      writeFileSync(join(temporary, 'first'), text);
      meanwhile();
      writeFileSync(join(temporary, 'second'), text);
    };
  }

  test('a folder is filled once, and never seen half full', () => {
    assert.equal(
      fillOnce(
        folder,
        'second',
        fillWith('a', () => {
          assert.equal(existsSync(folder), false);
        }),
      ),
      undefined,
    );
    fillOnce(folder, 'second', () => assert.fail('it is full already'));
    assert.deepEqual(readdirSync(folder).sort(), ['first', 'second']);
  });

  test('of two that fill at once the first to end wins, and nothing is mixed', () => {
    fillOnce(
      folder,
      'second',
      fillWith('slow', () => {
        fillOnce(folder, 'second', fillWith('quick'));
      }),
    );
    assert.deepEqual(
      ['first', 'second'].map((name) => readFileSync(join(folder, name), 'utf8')),
      ['quick', 'quick'],
    );
    assert.deepEqual(readdirSync(join(cache, 'sub')), ['things']);
  });

  test('a filling that fails leaves nothing, and says why', () => {
    assert.equal(
      fillOnce(folder, 'second', () => 'no network'),
      'no network',
    );
    assert.throws(() =>
      fillOnce(folder, 'second', () => {
        throw new Error('stopped');
      }),
    );
    assert.deepEqual(readdirSync(join(cache, 'sub')), []);
  });

  test('what an older version or a killed process left half full is replaced', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'old'), '');
    const [abandoned, recent] = [`${folder}.new-abcdef`, `${folder}.new-ghijkl`];
    for (const path of [abandoned, recent]) mkdirSync(path);
    utimesSync(abandoned, 0, 0);
    fillOnce(folder, 'second', fillWith('a'));
    assert.deepEqual(readdirSync(folder).sort(), ['first', 'second']);
    assert.deepEqual(readdirSync(join(cache, 'sub')).sort(), ['things', 'things.new-ghijkl']);
  });
});
