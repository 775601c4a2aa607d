/** Configs with random damage, for tests that have to survive all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { EVERY_OPTION } from '../../server/src/options/index';

/** Characters and words that mean something to the scanner, the parser, a device string or a directive. */
const PIECES = [
  ...[
    '=',
    '+=',
    '[',
    ']',
    ',',
    ';',
    '"',
    "'",
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '#',
    '\\',
    '\\x4',
    '\\07',
    '\\n',
    '\0',
    '\ufeff',
    '@',
    ':',
    '-',
  ],
  ...[
    '$',
    '${x}',
    '{{ x }}',
    '{%',
    '%}',
    '<%',
    '<<<<<<< x',
    '\u201c',
    '\u00e9',
    '\u{1f427}',
    '\ud800',
    '0',
    '0x',
    '010',
    '99999999999999999999',
    '-1',
  ],
  ...[
    '# xlcfg: xen=4.17 arch=arm ',
    '# xlcfg-disable-line ',
    '# xlcfg-disable-file unknown-option',
    '# xlcfg: fragment',
    'import os',
    'root@x# ',
  ],
  ...['pv', 'hvm', 'pvh', 'all', 'none', 'xvda', 'phy:', 'mac=', 'vdev=', 'target=', 'host', 'type=', '00:1d.0', 'connectors=', 'size='],
];

const CONFIGS = readdirSync('examples')
  .filter((name) => /\.cfg$|^xl\.conf$/.test(name))
  .map((name) => readFileSync(`examples/${name}`, 'utf8'));

/** A word as people write it, or anything at all. */
export const PIECE: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.constantFrom(...EVERY_OPTION.map(({ name }) => name)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'binary' }) },
);

interface Damage {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const damage: fc.Arbitrary<Damage> = fc.record({ at: fc.nat(), removed: fc.nat(12), inserted: PIECE });

/** A text after some stretches of it were replaced. */
export function damaged(text: string, damages: readonly Damage[]): string {
  return damages.reduce((current, { at, removed, inserted }) => {
    const start = at % (current.length + 1);
    return current.slice(0, start) + inserted + current.slice(start + removed);
  }, text);
}

export const DAMAGES = fc.array(damage, { maxLength: 6 });

/** Pieces in a row, or a config with damage. */
export const CONFIG: fc.Arbitrary<string> = fc.oneof(
  fc.array(PIECE, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.tuple(fc.constantFrom(...CONFIGS), DAMAGES).map(([text, damages]) => damaged(text, damages)),
);
