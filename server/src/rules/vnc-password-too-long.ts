import { listFramebuffers } from '../model/queries/framebuffers';
import { atomOf } from '../model/setting';
import type { PlacedText } from '../schema/placed-text';
import { SpecText, wholeOf } from '../schema/spec-text';
import { message } from '../text/message';
import { CONFIGS_AND_TEMPLATES, defineRule, type Fix, type Report } from '../linter/rule';
import { valueOf } from '../specs/key-value';

/** All that the challenge of the VNC protocol takes (RFC 6143, 7.2.2). */
const USED_CHARACTERS = 8;

export default defineRule({
  meta: {
    id: 'vnc-password-too-long',
    summary: 'Reports VNC passwords of which only the beginning counts.',
    rationale: 'VNC uses the first 8 characters of a password and drops the others silently, so a long one is weaker than it looks.',
    category: 'correctness',
    severity: 'information',
    subjects: ['vncpasswd', 'vfb'],
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'VNC uses only the first 8 characters of a password',
    },
    evidence: ['RFC 6143, 7.2.2', 'tools/libs/light/libxl_dm.c: device_model_postconfig_vnc_passwd'],
  },
  *check({ model }) {
    const password = model.domainType === 'pvh' ? undefined : atomOf(model.byName.get('vncpasswd'));
    if (password !== undefined) yield* judge(new SpecText(password).place(wholeOf(password.text)));
    if (model.domainType === 'hvm') return;
    for (const { item, fields } of listFramebuffers(model)) {
      const value = valueOf(fields, 'vncpasswd');
      if (value !== undefined) yield* judge(item.place(value));
    }
  },
});

function* judge(password: PlacedText): Generator<Report<{ default: string }>> {
  const { text, range } = password;
  const used = Array.from(text).slice(0, USED_CHARACTERS).join('');
  if (used === text) return;
  const edits = [{ range: password.rangeOf({ start: used.length, end: text.length }), newText: '' }];
  const fix: Fix = { title: message('Keep the first {count} characters', { count: String(USED_CHARACTERS) }), safety: 'review', edits };
  yield { message: 'default', range, fixes: [fix] };
}
