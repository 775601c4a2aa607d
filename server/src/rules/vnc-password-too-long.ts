import { listFramebuffers } from '../model/queries/framebuffers';
import { atomOf } from '../model/setting';
import { SpecText } from '../schema/spec-text';
import { defineRule, type Report } from '../linter/rule';
import { valueOf } from '../specs/key-value';
import type { TextRange } from '../text/text-range';

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
    fixable: 'never',
    messages: {
      default: 'VNC uses only the first 8 characters of a password',
    },
    evidence: ['RFC 6143, 7.2.2', 'tools/libs/light/libxl_dm.c: device_model_postconfig_vnc_passwd'],
  },
  *check({ model }) {
    const password = model.domainType === 'pvh' ? undefined : atomOf(model.byName.get('vncpasswd'));
    if (password !== undefined) yield* judge(password.text, new SpecText(password).wholeRange);
    if (model.domainType === 'hvm') return;
    for (const { item, fields } of listFramebuffers(model)) {
      const value = valueOf(fields, 'vncpasswd');
      if (value !== undefined) yield* judge(value.text, item.rangeOf(value));
    }
  },
});

function* judge(password: string, range: TextRange): Generator<Report<{ default: string }>> {
  if (Array.from(password).length > USED_CHARACTERS) yield { message: 'default', range };
}
