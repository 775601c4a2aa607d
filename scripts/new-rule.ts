/** `npm run new:rule -- ID`: writes the rule and its page; `npm run generate` then lists it. */
import { existsSync, writeFileSync } from 'node:fs';

const [id] = process.argv.slice(2);
if (id === undefined || !/^[a-z][a-z0-9-]+$/.test(id)) throw new Error('Usage: npm run new:rule -- rule-id');

function write(path: string, content: string): void {
  if (existsSync(path)) throw new Error(`${path} exists already`);
  writeFileSync(path, content);
  process.stdout.write(`${path}\n`);
}

write(
  `server/src/rules/${id}.ts`,
  `import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: '${id}',
    summary: 'Reports a situation.',
    rationale: 'Why xl cares about it.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    messages: {
      default: 'What is wrong with \`{name}\`, and what is expected',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    for (const { name, nameRange } of model.settings) {
      if (name === '${id}') yield { message: 'default', range: nameRange, data: { name } };
    }
  },
});
`,
);
write(
  `docs/rules/${id}.md`,
  `## Examples

Reported:

\`\`\`xlcfg bad
name = "web1"
kernel = "/boot/vmlinuz"
#< ${id}
\`\`\`

Fine:

\`\`\`xlcfg good
name = "web1"
kernel = "/boot/vmlinuz"
\`\`\`

## Fix

## When to turn it off
`,
);
