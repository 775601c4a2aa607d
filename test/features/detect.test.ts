/** Recognising domain configs by their content. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../support/check';

const CONFIG = 'name = "web1"\nmemory = 512\nvcpus = 2\ndisk = [ "phy:/dev/vg/a,xvda,w" ]\n';

const OTHERS: Readonly<Record<string, string>> = {
  'an ini file': '[section]\nname = "x"\nmemory = 512\nvcpus = 2\ndisk = ["a"]\n',
  'a setup.cfg': '[metadata]\nname = attr: x\nversion = 1\n',
  'a shell script': '#!/bin/sh\nname="x"\nmemory=512\nexport FOO=1\nrun\n',
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

test('a config for xm, in Python', () => {
  assert.equal(service.detect(`import os\n${CONFIG}`), 'python-config');
});

for (const [what, text] of Object.entries(OTHERS)) {
  test(`not ${what}`, () => {
    assert.equal(service.detect(text), 'other');
  });
}
