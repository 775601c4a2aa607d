import { message } from '../text/message';
import { atomOf } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule, type Fix } from '../linter/rule';
import { isRead } from '../model/domain-model';
import { quote } from '../schema/value-types/mismatch';

export default defineRule({
  meta: {
    id: 'bootloader-args-string',
    summary: 'Reports arguments for the boot loader in a single string.',
    rationale: 'xl splits the string at blanks and prints a warning; an empty one makes it crash. A list has one string for each argument.',
    category: 'style',
    severity: 'hint',
    subjects: ['bootloader_args'],
    fixable: 'sometimes',
    fileKinds: CONFIGS_AND_TEMPLATES,
    tag: 'deprecated',
    messages: {
      default: '`bootloader_args` should be a list with one string for each argument',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const setting = model.byName.get('bootloader_args');
    const atom = atomOf(setting);
    if (setting === undefined || atom === undefined || atom.text.trim() === '' || !isRead(setting, model.target, model.domainType)) return;
    const items = atom.text
      .trim()
      .split(/[ \t]+/)
      .map(quote);
    const edits = [{ range: atom.range, newText: `[ ${items.join(', ')} ]` }];
    const fixes: readonly Fix[] = atom.isAppended ? [] : [{ title: message('Write a list'), safety: 'safe', edits }];
    yield { message: 'default', range: atom.range, fixes };
  },
});
