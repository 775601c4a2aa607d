/** What an earlier version of a text had in common with this one is not checked again, and nobody can tell. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';
import { fuzzRuns } from '../support/fuzz-size';

const EXAMPLES = readdirSync('examples')
  .filter((file) => file.endsWith('.cfg'))
  .map((file) => readFileSync(join('examples', file), 'utf8'));

const DEVICES = `type = "hvm"
name = "a"
vif = [ "mac=00:16:3e", "type=ioemu,bridge=a model=e1000" ]
disk = [ "format=raw,target=/a", "/dev/b,,xvda,x" ]
vcpus = "070"
cpus = "0-3,^9"
vfb = [ "vnc=1,vncunused=yes" ]
`;

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(8),
  inserted: fc.constantFrom(
    '',
    '\n',
    'x',
    '"',
    '0',
    ' = 1\n',
    '# b\n',
    'type = "pv"\n',
    'name = "c"\n',
    'maxvcpus = 3\n',
    ', ',
    '# xlcfg: file=cpupool\n',
    'type = "pvh"; ',
  ),
});

test('findings are the same with and without an earlier version', () => {
  fc.assert(
    fc.property(fc.constantFrom(DEVICES, ...EXAMPLES), fc.array(edit, { minLength: 1, maxLength: 5 }), (start, edits) => {
      let [text, earlier] = [start, analyze(start)];
      for (const { at, removed, inserted } of edits) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + inserted + text.slice(offset + removed);
        earlier = service.analyze(text, DEFAULT_SETTINGS, undefined, earlier);
        assert.deepEqual(earlier.findings, service.analyze(text, DEFAULT_SETTINGS).findings);
      }
    }),
    fuzzRuns(300),
  );
});

test('a setting that moved keeps what was found in it', () => {
  const earlier = analyze(DEVICES);
  const moved = service.analyze(`# above\n${DEVICES}`, DEFAULT_SETTINGS, undefined, earlier);
  const messagesOf = ({ model }: typeof earlier): readonly unknown[] =>
    model.checks.map(({ problems }) => problems.map(({ data }) => data));
  messagesOf(earlier).forEach((data, index) => {
    assert.deepEqual(messagesOf(moved)[index], data);
  });
  const dataOf = ({ model }: typeof earlier): readonly object[] => model.valueProblems.map(({ problem }) => problem.data);
  assert.ok(
    dataOf(moved).every((data, index) => data === dataOf(earlier)[index]),
    'they are the very same, so nothing was checked again',
  );
});
