/** Hovers over names, values and mistakes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { EVERY_OPTION } from '../../server/src/options/index';
import { analyze, hoverAt, service } from '../support/check';

test('a name shows what the option is and how xl reads it here', () => {
  const markdown = hoverAt('mem$0ory = 2048\n') ?? '';
  assert.match(markdown, /^\*\*memory\*\*: Sets how much memory/);
  assert.match(markdown, /\| Value \| whole number \(MiB\) \|/);
  assert.match(markdown, /xl reads `memory` here as \*\*2048 MiB \(2 GiB\)\*\*/);
});

test('a value shows how xl reads it', () => {
  assert.match(hoverAt('memory = 05$012\n') ?? '', /\*\*330 MiB\*\*/);
  assert.match(hoverAt('acpi = $01\n') ?? '', /\*\*on\*\*/);
  assert.match(hoverAt('tsc_mode = $02\n') ?? '', /\*\*native\*\*/);
  assert.match(hoverAt('type = "h$0v"\n') ?? '', /\*\*hvm\*\*/);
});

test('versions are said for the target', () => {
  assert.match(hoverAt('# xlcfg: xen=4.9\ndm_re$0strict = 1\n') ?? '', /Xen 4\.10 \(not in 4\.9\)/);
  assert.match(hoverAt('buil$0der = "hvm"\n') ?? '', /use `type`/);
});

test('an error says at which stage it strikes', () => {
  assert.match(hoverAt('on_crash = "re$0boot"\n') ?? '', /xl refuses the file/);
  assert.match(hoverAt('type = "hvm"\nsoundhw = "al$0l"\n') ?? '', /libxl refuses the domain/);
});

test('names that xl does not read are told apart', () => {
  assert.match(hoverAt('vnccon$0sole = 1\n') ?? '', /old xend toolstack/);
  assert.match(hoverAt('autobal$0loon = "on"\n') ?? '', /xl\.conf/);
  assert.match(hoverAt('initr$0d = "x"\n') ?? '', /Use `ramdisk`/);
  assert.match(hoverAt('foo$0bar = 1\n') ?? '', /not an option that any xl/);
});

test('nothing over comments and blank lines', () => {
  assert.equal(hoverAt('# com$0ment\n'), undefined);
  assert.equal(hoverAt('\n$0\n'), undefined);
});

test('a device string shows its key and the device as xl reads it', () => {
  const disk = hoverAt('disk = [ "phy:/dev/vg/a,xv$0da,w" ]\n') ?? '';
  assert.match(disk, /\| device \| `xvda` \|/);
  assert.match(disk, /\| format \| `raw` \|/);
  const vif = hoverAt('vif = [ "br$0idge=xenbr7" ]\n') ?? '';
  assert.match(vif, /\*\*bridge\*\*: Names the bridge/);
  assert.match(vif, /\| bridge \| `xenbr7` \|/);
  assert.match(vif, /\| script \| `vif-bridge \(default\)` \|/);
});

test('text of a device string cannot break out of its cell', () => {
  const cellOf = (text: string): string | undefined => /\| bridge \| (.*) \|/.exec(hoverAt(`vif = [ "bri$0dge=${text}" ]\n`) ?? '')?.[1];
  assert.equal(cellOf('a`|<img src=x>'), 'a\\`&#124;\\<img src=x\\>');
  assert.equal(cellOf('a\r\r![x](command:x)'), '`a  ![x](command:x)`');
});

test('the page of the option is told, and none where there is no option', () => {
  const pageAt = (text: string): unknown => service.hover(analyze(text), 1)?.page;
  assert.deepEqual(pageAt('memory = 1\n'), { file: 'memory.md', heading: 'memory' });
  assert.deepEqual(pageAt('vnclisten = ""\n'), { file: 'graphics.md', heading: 'vnclisten' });
  assert.equal(pageAt('foobar = 1\n'), undefined);
  for (const { name, section } of EVERY_OPTION) {
    const page = readFileSync(`docs/options/${section}.md`, 'utf8');
    assert.ok(page.includes(`\n## ${name}\n`), name);
  }
});
