/** No file makes anybody ask another machine. */
import assert from 'node:assert/strict';
import { sayInEnglish } from '../../server/src/messages/say';
import { test } from 'node:test';
import { parseProjectFile } from '../../server/src/project/project-file';
import { analyze, service } from '../support/check';

/** As the text of a config writes them. */
const REMOTE = ['//host/share/x', '\\\\\\\\host\\\\share\\\\x', '/\\\\host/share/x', '///host/x'];

for (const path of REMOTE) {
  test(`${path} is not worth a look, wherever it is named`, async () => {
    const text = [
      'name = "a"',
      `kernel = "${path}"`,
      `ramdisk = "${path}"`,
      `device_tree = "${path}"`,
      `disk = [ "format=raw, vdev=xvda, access=rw, target=${path}" ]`,
    ].join('\n');
    const analysis = analyze(text);
    const looked: string[] = [];
    await service.gatherFacts(analysis, {
      inspect: (each) => {
        looked.push(each);
        return Promise.resolve({ state: 'not-checked' });
      },
      listBeside: () => Promise.resolve([]),
      hasPlace: () => Promise.resolve(undefined),
    });
    assert.deepEqual([looked, service.hasFactsToGather(analysis), service.watchedFiles(analysis)], [[], false, []]);
  });
}

test('a root on another machine is a mistake, and counts for nothing', () => {
  const roots = { '/boot': '//host/share', '/srv': '\\\\host\\share', '/usr': './usr' };
  const { settings, problems } = parseProjectFile(JSON.stringify({ roots }));
  assert.deepEqual(settings.roots, { '/usr': './usr' });
  assert.deepEqual(
    problems.map(({ message }) => sayInEnglish(message)),
    ['/boot', '/srv'].map((prefix) => `roots["${prefix}"] names another machine, where nothing is looked at`),
  );
});
