/** The fix that gives a setting another name. */
import { message } from '../../text/message';
import type { WrittenSetting } from '../../model/setting';
import type { Fix } from '../rule';

/** Renames a setting; the domain then has an option that it did not have. */
export function renameTo(setting: WrittenSetting, newName: string): Fix {
  return {
    title: message('Rename it to `{newName}`', { newName }),
    safety: 'review',
    edits: [{ range: setting.nameRange, newText: newName }],
  };
}
