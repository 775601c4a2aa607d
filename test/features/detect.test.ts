/** Recognising domain configs by their content. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canBeConfig } from '../../recognition/recognize';
import { listForeignNames } from '../../server/src/options/foreign-names';
import { OPTIONS, optionsOf } from '../../server/src/options/index';
import { service } from '../support/check';

const CONFIG = 'name = "web1"\nmemory = 512\nvcpus = 2\ndisk = [ "phy:/dev/vg/a,xvda,w" ]\n';

const OTHERS: Readonly<Record<string, string>> = {
  'an ini file': '[section]\nname = "x"\nmemory = 512\nvcpus = 2\ndisk = ["a"]\n',
  'a setup.cfg': '[metadata]\nname = attr: x\nversion = 1\n',
  'a shell script': '#!/bin/sh\nname="x"\nmemory=512\nexport FOO=1\nrun\n',
  'a shell script that sets the same names': 'name=$1\nmemory=$2\nvcpus=$3\nkernel=$4\n',
  'a Nagios config': 'log_file=/var/log/nagios.log\ncfg_file=/etc/a.cfg\nname=x\n',
  'too little to tell': 'name = "x"\n',
  'mostly other names': `${CONFIG}foo = 1\nbar = 2\nbaz = 3\nqux = 4\nquux = 5\n`,
  nothing: '',
};

test('a domain config', () => {
  assert.equal(service.detect(CONFIG), 'config');
  assert.equal(service.detect(`# -*- mode: python; -*-\n\n${CONFIG}`), 'config');
});

for (const directive of ['# xlcfg: xen=4.17', '#xlcfg: fragment', 'memory = 1 # xlcfg-disable-line octal-number', '## xlcfg-disable']) {
  test(`a file that says so by ${directive}`, () => {
    assert.equal(service.detect(`foo = 1\n${directive}\n`), 'declared');
  });
}

test('not a file that only speaks of it', () => {
  assert.equal(service.detect('This is about xlcfg: a tool.\n# about xlcfg-files\n'), 'other');
});

const TEMPLATES: Readonly<Record<string, string>> = {
  Jinja2: '{% if x %}\nname = {{ name }}\n{% endif %}\nmemory = {{ memory }}\nvcpus = {{ vcpus }}\nfoo = 1\n',
  ERB: 'name = <%= @name %>\nmemory = <%= @memory %>\nvcpus = <%= @vcpus %>\n',
  'what autoconf fills in': 'name = @NAME@\nmemory = @MEMORY@\nvcpus = @VCPUS@\n',
  'a place in a list': `${CONFIG}virtio = [\n[VIRTIO_DRIVES]\n]\n`,
};

for (const [what, text] of Object.entries(TEMPLATES)) {
  test(`a template: ${what}`, () => {
    assert.equal(service.detect(text), 'config');
  });
}

test('a config for xm, in Python', () => {
  assert.equal(service.detect(`import os\n${CONFIG}`), 'python-config');
});

for (const [what, text] of Object.entries(OTHERS)) {
  test(`not ${what}`, () => {
    assert.equal(service.detect(text), 'other');
  });
}

const name = fc.oneof(
  fc.constantFrom('kernel', 'disk', 'vcpus', ...OPTIONS.map((option) => option.name)),
  fc.constantFrom(...listForeignNames().map(([foreign]) => foreign)),
  fc.stringMatching(/^[a-z][._0-9a-z]{0,8}$/),
);
const value = fc.constantFrom('1', '"a"', "'a'", '[ "a" ]', '[', '', 'word', '$(x)');
const assignment = fc.tuple(name, fc.constantFrom(' = ', '=', ' += '), value).map((parts) => parts.join(''));
const other = fc.oneof(fc.constantFrom('[section]', '# xlcfg: fragment', 'import os', '# a comment', '', '\tindented = 1'), fc.string());
const otherFile = fc
  .constantFrom('xl.conf' as const, 'cpupool' as const)
  .chain((kind) =>
    fc.tuple(fc.constantFrom(...optionsOf(kind).map((option) => option.name)), fc.constantFrom('1', '"credit"', '[ "1" ]', 'x')),
  )
  .map((parts) => parts.join(' = '));
/** Some are configs of each kind, and some are none. */
const someText = fc
  .tuple(
    fc.oneof(
      fc.array(fc.oneof({ weight: 15, arbitrary: assignment }, { weight: 1, arbitrary: other })),
      fc.array(otherFile, { maxLength: 4 }),
    ),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([lines, end]) => lines.join(end));

test('what is a config is one that the client does not turn away', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(someText, (text) => {
      const detected = service.detect(text);
      seen.add(`${detected} ${canBeConfig(text)}`);
      assert.ok(detected === 'other' || canBeConfig(text), text);
    }),
    { seed: 1, numRuns: 6000 },
  );
  assert.deepEqual([...seen].sort(), [
    ...['config true', 'cpupool true', 'declared true', 'other false', 'other true', 'python-config true', 'xl.conf true'],
  ]);
});

for (const [what, text] of Object.entries({
  'settings of the kernel of Linux': 'kernel.panic = 10\nnet.ipv4.ip_forward = 1\nvm.swappiness = 60\n',
  'settings of a database': "port = 5432\nlisten_addresses = '*'\nmax_connections = 100\nshared_buffers = 128MB\n",
  'an ini file': OTHERS['an ini file'] ?? '',
  prose: 'The kernel of this guest has a disk.\n',
})) {
  test(`the client turns away ${what}`, () => {
    assert.equal(canBeConfig(text), false);
  });
}
