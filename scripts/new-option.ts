/** `npm run new:option -- NAME --section SECTION`: adds a declaration to fill in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SECTIONS } from '../server/src/schema/option';
import { CONFIG_KINDS } from '../server/src/schema/config-kind';
import { optionsOf } from '../server/src/options/index';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { section: { type: 'string', default: '' } } });
const [name] = positionals;
if (name === undefined || !/^[a-z][._0-9a-z]*$/.test(name) || !(values.section in SECTIONS)) {
  throw new Error(`Usage: npm run new:option -- name --section SECTION, which is one of ${Object.keys(SECTIONS).join(', ')}`);
}
const beside = CONFIG_KINDS.map(optionsOf).find((options) => options.some(({ section }) => section === values.section)) ?? [];
if (beside.some((option) => option.name === name)) throw new Error(`${name} is declared already`);

const path = `server/src/options/${values.section}.ts`;
const source = readFileSync(path, 'utf8');
const declaration = `  {
    name: '${name}',
    type: text(),
    summary: 'Says what it does.',
    details: 'Says what a person needs to decide.',
    since: 'unstable',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
`;
const withImport = source.includes("'../schema/value-types/text'")
  ? source
  : source.replace('\n\n', "\nimport { text } from '../schema/value-types/text';\n\n");
writeFileSync(path, withImport.replace(/\]\);\s*$/, declaration));
process.stdout.write(`${path}\n`);
