/** Writes the kernel command line that xl makes of `root` and `extra` as one `cmdline` (xl_parse.c, parse_cmdline). */
import { atomOf, type Setting } from '../../model/setting';
import { quoteOf, writeString } from '../../syntax/string-literal';
import { removeSetting } from '../../linter/fixes/remove-setting';
import { message } from '../../text/message';
import type { Assist, AssistOffer } from './assist';

export const mergeCmdline: Assist = {
  id: 'mergeCmdline',
  keepsDomain: true,
  *offer({ model, setting }): Generator<AssistOffer> {
    const { byName, effective, tree } = model;
    if (setting === undefined || !isPart(setting.name) || byName.has('cmdline')) return;
    const [root, extra] = [byName.get('root'), byName.get('extra')];
    const parts = [root, extra].filter((each) => each !== undefined);
    if (parts.some((each) => atomOf(each) === undefined || each.parts.some(({ isMismatchedAddition }) => isMismatchedAddition))) return;
    const line = [...textsOf(root).map((text) => `root=${text}`), ...textsOf(extra)].join(' ');
    const literal = writeString(line, quoteOf(tree.text, parts.at(-1)?.valueRange ?? setting.valueRange));
    if (literal === undefined) return;
    const written = effective.filter(({ name }) => isPart(name)).flatMap((each) => each.parts);
    const edits = written
      .filter((each) => each !== setting)
      .flatMap((each) => removeSetting(each, tree.text).edits)
      .concat({ range: setting.range, newText: `cmdline = ${literal}` });
    yield { title: message('Write `cmdline` instead of `root` and `extra`'), edits };
  },
};

function isPart(name: string): boolean {
  return name === 'root' || name === 'extra';
}

function textsOf(setting: Setting | undefined): readonly string[] {
  const text = atomOf(setting)?.text;
  return text === undefined ? [] : [text];
}
