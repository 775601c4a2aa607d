/** What xl keeps of a text, without asking it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/src/syntax/parser';
import { formatStoredValue, storeSettings } from '../../server/src/syntax/stored-settings';

/** The settings, one a line, or the places of the errors. */
function stored(text: string): readonly string[] {
  const result = storeSettings(parse(text));
  if (result.kind === 'errors') return result.errors.map(({ code, line, reportedLine }) => `${line} (${reportedLine}): ${code}`);
  return result.settings.map(({ name, operation, value, line }) => `${line}: ${name} ${operation} ${formatStoredValue(value)}`);
}

test('lists nest, and keep the order of their items', () => {
  assert.deepEqual(stored('a = 0x1f\nb = [ "p", [ [], 1, [ "q" ] ],\n "r" ]\nc = []\n'), [
    '1: a = "0x1f"',
    '2: b = ["p",[[],"1",["q"]],"r"]',
    '4: c = []',
  ]);
});

test('texts and lists grow by those that are added, which leave an empty list behind', () => {
  assert.deepEqual(stored('a = "x"\nb = [ 1 ]\na += "y"\nb += [ 2, [ 3 ] ]\n'), [
    '1: a = "x"',
    '2: b = []',
    '3: a += "xy"',
    '4: b += ["1","2",["3"]]',
  ]);
});

test('a setting that is written again replaces nothing and joins nothing', () => {
  assert.deepEqual(stored('a = "x"\na = "y"\na += "z"\nb += "c"\n'), ['1: a = "x"', '2: a = "y"', '3: a += "yz"', '4: b += "c"']);
});

test('a text and a list do not add up', () => {
  assert.deepEqual(stored('a = "x"\na += [\n 1\n]\n'), ['4 (4): add-assign-type-mismatch']);
  assert.deepEqual(stored('a = []\na += "x"\n'), ['2 (2): add-assign-type-mismatch']);
});

test('errors stand in the order of their lines', () => {
  assert.deepEqual(stored('a = "x"\na += []\nb =\nc = 1\n'), ['2 (2): add-assign-type-mismatch', '3 (2): missing-value']);
});
