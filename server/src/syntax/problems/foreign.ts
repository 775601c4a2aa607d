/** Lines that belong to another program altogether. */
import type { ProblemDeclarations } from '../../text/problem';

export const FOREIGN_PROBLEMS = {
  'merge-conflict-marker': {
    summary: 'Reports the marks that a version control system leaves in a file.',
    rationale: 'A merge was not finished: the file holds two versions of some lines, and xl refuses it.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: 'A merge conflict was left in the file',
    },
  },
  'pasted-shell-text': {
    summary: 'Reports lines of a shell session in the file.',
    rationale: 'A prompt, a command or the end of a here-document came along when the text was copied. xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: 'This line belongs to a shell, not to the config',
    },
  },
  'python-code': {
    summary: 'Reports an expression that only Python could work out.',
    rationale: 'The configs of the old xm toolstack were Python programs. xl reads values only and refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg_l.l', 'tools/libs/util/libxlu_cfg.c: parse'],
    messages: {
      default: 'xl does not compute anything: write the value itself instead of an expression',
    },
  },
} as const satisfies ProblemDeclarations;
