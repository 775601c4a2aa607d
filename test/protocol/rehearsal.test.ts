import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Rehearsal } from '../../server/src/lsp/rehearsal';

/** More than a rehearsal of any length takes, in milliseconds. */
const LONG = 10_000;

function withClock(run: (wait: (milliseconds: number) => void) => void): void {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    run((milliseconds) => {
      for (let passed = 0; passed < milliseconds; passed++) mock.timers.tick(1);
    });
  } finally {
    mock.timers.reset();
  }
}

test('goes through some keystrokes once the server is idle, and never again', () => {
  withClock((wait) => {
    const rehearsal = new Rehearsal();
    const texts: string[] = [];
    const play = (text: string): void => void texts.push(text);
    rehearsal.postpone('memory = 1\n', play);
    wait(20);
    assert.deepEqual(texts, []);
    wait(LONG);
    assert.equal(texts.length, 30);
    assert.equal(new Set(texts).size, 2);
    for (const [index, text] of texts.entries()) assert.notEqual(text, texts[index + 1]);
    rehearsal.postpone('memory = 2\n', play);
    wait(LONG);
    assert.equal(texts.length, 30);
  });
});

test('waits while somebody types, and goes on with the text of that time', () => {
  withClock((wait) => {
    const rehearsal = new Rehearsal();
    const texts: string[] = [];
    for (let typed = 0; typed < 20; typed++) {
      rehearsal.postpone(`vcpus = ${typed}`, (text) => texts.push(text));
      wait(20);
    }
    wait(LONG);
    assert.equal(texts.length, 30);
    assert.ok(texts.every((text) => text.startsWith('vcpus = 19')));
  });
});

test('leaves long texts out, and waits for a shorter one', () => {
  withClock((wait) => {
    const rehearsal = new Rehearsal();
    let played = 0;
    rehearsal.postpone('#'.repeat(200_000), () => played++);
    wait(LONG);
    assert.equal(played, 0);
    rehearsal.postpone('# short\n', () => played++);
    wait(LONG);
    assert.equal(played, 30);
  });
});

test('ends where a keystroke takes long or fails', () => {
  withClock((wait) => {
    let slow = 0;
    new Rehearsal().postpone('', () => {
      slow += 1;
      for (const end = performance.now() + 150; performance.now() < end;);
    });
    let failing = 0;
    new Rehearsal().postpone('', () => {
      failing += 1;
      throw new Error('no');
    });
    wait(LONG);
    assert.equal(slow, 3);
    assert.equal(failing, 1);
  });
});
