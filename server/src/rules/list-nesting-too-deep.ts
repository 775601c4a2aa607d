import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'list-nesting-too-deep',
    summary: 'Reports lists inside lists beyond the depth that xl can read.',
    rationale: 'The parser of xl has room for some five thousand levels and then gives up.',
    fixable: 'never',
    messages: {
      default: 'Lists are nested deeper here than xl can read',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y'],
  },
});
