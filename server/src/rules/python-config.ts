import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'python-config',
    summary: 'Says that a config is a Python program for the old xm toolstack.',
    rationale:
      'xm ran its configs with Python. xl reads settings only and refuses the file; the lines that compute something have to be replaced by their results.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    fileKinds: ['python'],
    messages: {
      default: 'This config was written in Python for xm, which xl cannot run: it refuses the file',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: parse'],
  },
  *check({ model }) {
    const problem = model.pythonProblem;
    if (problem !== undefined) yield { message: 'default', range: problem.range };
  },
});
