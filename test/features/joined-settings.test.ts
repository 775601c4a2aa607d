/** Settings that are written in several statements: each part is looked at where it stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeItem } from '../../server/src/linter/fixes/remove-item';
import { deviceItems } from '../../server/src/model/queries/device-items';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, completionsAt, hoverAt, REPORTING_SETTINGS, service } from '../support/check';

/** The text after the fix of that title. */
function afterFix(text: string, title: string): string {
  const fixes = analyze(text, REPORTING_SETTINGS).findings.flatMap((finding) => finding.fixes);
  const fix = fixes.find((each) => each.title === title);
  assert.ok(fix, `There is no fix "${title}"`);
  return applyEdits(text, fix.edits);
}

const USB = [2, 3, 4].map((address) => `"hostbus=1,hostaddr=${address}"`);
const AROUND = `type = "hvm"\nname = "win1"\nusbdev = [ ${USB[0]} ]\nmemory = 512\nusbdev += [ ${USB[1]}, ${USB[2]} ]\nvcpus = 2\n`;

test('the removal of a device leaves the statements around it alone', () => {
  const { model } = analyze(AROUND, REPORTING_SETTINGS);
  const usbdev = model.byName.get('usbdev');
  assert.ok(usbdev !== undefined);
  const removed = deviceItems(model, 'usbdev').map(({ wholeRange }) => applyEdits(AROUND, removeItem(usbdev, wholeRange, AROUND).edits));
  assert.deepEqual(removed, [
    `type = "hvm"\nname = "win1"\nmemory = 512\nusbdev += [ ${USB[1]}, ${USB[2]} ]\nvcpus = 2\n`,
    `type = "hvm"\nname = "win1"\nusbdev = [ ${USB[0]} ]\nmemory = 512\nusbdev += [ ${USB[2]} ]\nvcpus = 2\n`,
    `type = "hvm"\nname = "win1"\nusbdev = [ ${USB[0]} ]\nmemory = 512\nusbdev += [ ${USB[1]} ]\nvcpus = 2\n`,
  ]);
});

test('an option is not renamed in one of several statements', () => {
  const text = 'name = "a"\nkernel = "/k"\nroot = "/dev/xvda"\nroot += "1"\n';
  const titles = analyze(text).findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
  assert.deepEqual(titles, []);
  assert.ok(afterFix('name = "a"\nbuilder = "hvm"\n', 'Write `type = "hvm"`').includes('type = "hvm"'));
});

test('each part has its tokens once, also where a later statement overrules it', () => {
  const text = 'vif = [ "bridge=a" ]\nvif = [ "bridge=b" ]\nvif += [ "bridge=c" ]\nvif += "bridge=d"\n';
  const words = service.semanticTokens(analyze(text)).map(({ range }) => text.slice(range.start, range.end));
  assert.deepEqual(words, ['vif', 'bridge', 'a', 'vif', 'bridge', 'b', 'vif', 'bridge', 'c', 'vif']);
});

test('a thousand statements of one list have their tokens once', () => {
  const lines = Array.from({ length: 1000 }, (_, index) => `disk += [ "format=raw,vdev=sd${index},target=/dev/vg/${index}" ]\n`);
  assert.equal(service.semanticTokens(analyze(lines.join(''))).length, 7 * 1000);
});

test('completion and hover work in every part', () => {
  assert.ok(completionsAt('vif = [ "bridge=a" ]\nmemory = 1\nvif += [ "$0" ]\n').includes('mac'));
  assert.ok(completionsAt('vif = [ "$0" ]\nmemory = 1\nvif += [ "bridge=a" ]\n').includes('mac'));
  assert.match(hoverAt('extra = "a"\nmemory = 1\next$0ra += "b"\n') ?? '', /\*\*extra\*\*/);
  assert.match(hoverAt('ext$0ra = "a"\nmemory = 1\nextra += "b"\n') ?? '', /\*\*extra\*\*/);
});
