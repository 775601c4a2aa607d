import type { OptionName } from '../options/index';
import type { DomainModel } from '../model/domain-model';
import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { problemLines } from '../syntax/problem-lines';
import { ACCEPTED_BY_XL } from '../syntax/syntax-problem';
import { isSince } from '../schema/xen-version';

const BOOT_LINE = /^\s*(?:kernel|bootloader|firmware|type|builder)\b/i;

export default defineRule({
  meta: {
    id: 'missing-kernel',
    summary: 'Reports a PV or PVH domain with nothing to boot.',
    rationale:
      'A PV or PVH domain boots a `kernel`, or lets `bootloader` or `firmware` find one. xl refuses a file with none of them. Without `type` and `builder`, x86 configs are PV.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    isAboutAbsence: true,
    messages: {
      default: 'A {type} domain needs a `kernel`, a `bootloader` or a `firmware`: xl refuses the file',
      old: 'A {type} domain needs a `kernel` or a `bootloader`: xl refuses the file',
      implied: 'Without `type` this is a {type} domain, which needs a `kernel`, a `bootloader` or a `firmware`: xl refuses the file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const { domainType, target, byName, typeSetting } = model;
    // Where the name is missing too, or wrong, that is the one thing to say.
    const name = byName.get('name');
    if (domainType === 'hvm' || model.isFragment || name === undefined || atomOf(name) === undefined || hasUnreadableSetting(model)) return;
    const isNew = isSince(target.xen, '4.10');
    const names: readonly OptionName[] = isNew ? ['kernel', 'bootloader', 'firmware'] : ['kernel', 'bootloader'];
    if (names.some((each) => atomOf(byName.get(each)) !== undefined)) return;
    const message = !isNew ? 'old' : typeSetting === undefined ? 'implied' : 'default';
    yield { message, range: typeSetting?.valueRange ?? name.nameRange, data: { type: domainType.toUpperCase() } };
  },
});

/** A broken line for one of the options has an error of its own. */
function hasUnreadableSetting({ tree }: DomainModel): boolean {
  const refusals = tree.problems.filter(({ code }) => !ACCEPTED_BY_XL.has(code));
  return [...problemLines(tree.text, refusals)].some(({ start, end }) => BOOT_LINE.test(tree.text.slice(start, end)));
}
