/** Every mini-language answers for any string: where its parts are, what is wrong with it, and what xl makes of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EVERY_OPTION } from '../../server/src/options/index';
import type { Spec, SpecContext, SpecField } from '../../server/src/schema/value-types/value-type';
import type { ValueProblem } from '../../server/src/schema/value-problem';
import { SpecText } from '../../server/src/schema/spec-text';
import { ARCHITECTURES } from '../../server/src/schema/target';
import { XEN_VERSIONS } from '../../server/src/schema/xen-version';
import { StringOrigin } from '../../server/src/text/string-origin';
import { analyze, service } from '../support/check';
import { DAMAGES, damaged, PIECE } from '../support/damaged-configs';
import { fuzzRuns } from '../support/fuzz-size';
import { DEVICE_STRINGS } from './kept-inputs';

/** Where the string stands in the document. */
const START = 100;

const CONTEXT: fc.Arbitrary<SpecContext> = fc.record({
  target: fc.record({ xen: fc.constantFrom(...XEN_VERSIONS), arch: fc.constantFrom(...ARCHITECTURES) }),
  domainType: fc.constantFrom('hvm' as const, 'pv' as const, 'pvh' as const),
  vcpuLimit: fc.constantFrom(undefined, 0, 4),
  seed: fc.constant('1'),
  mentions: fc.constant(() => false),
});

/** Keys with values of all kinds, in any order, with damage. */
function stringsOf(spec: Spec): fc.Arbitrary<string> {
  const value = fc.oneof(PIECE, fc.nat().map(String), fc.constant(''));
  const keys = fc.constantFrom('', ...spec.keys.map(({ name }) => name));
  const field = fc.tuple(keys, fc.constantFrom('=', '', '=='), value).map((parts) => parts.join(''));
  const fields = fc.tuple(fc.array(field, { maxLength: 6 }), fc.constantFrom(',', ';', ', ', ':'));
  return fc.tuple(fields, DAMAGES).map(([[parts, separator], damages]) => damaged(parts.join(separator), damages));
}

function checkSlices(text: string, { whole, key, value }: SpecField): void {
  for (const slice of [whole, key, value])
    if (slice !== undefined) assert.ok(slice.start >= 0 && slice.start <= slice.end && slice.end <= text.length);
}

function listProblems(spec: Spec, text: string, context: SpecContext): readonly ValueProblem[] {
  const range = { start: START, end: START + text.length + 2 };
  const origin = StringOrigin.plain(START + 1, text.length);
  const value = { kind: 'atom', text, range, origin, isNumberToken: false, isAppended: false } as const;
  const values = [value, { kind: 'list' as const, items: [value, value], range }];
  return [...spec.checkItem(new SpecText(value), context), ...values.flatMap((each) => [...(spec.checkValue?.(each, context) ?? [])])];
}

function checkString(spec: Spec, text: string, context: SpecContext): void {
  for (const field of spec.fields(text)) checkSlices(text, field);
  const problems = listProblems(spec, text, context);
  for (const { range, message } of problems) assert.ok(range.start >= START && range.end <= START + text.length + 2, message);
  spec.title?.(text, context);
  spec.explain?.(text, context);
  for (const { name } of spec.keys) spec.suggestValue?.(name, [text], context);
  if (problems.every(({ stage }) => stage === undefined)) spec.toStruct?.(text, context);
}

const withSpec = EVERY_OPTION.flatMap(({ name, file, type }) =>
  type.spec === undefined ? [] : [{ name, file, spec: type.spec, shape: type.shape }],
);

for (const { name, file, spec, shape } of withSpec) {
  test(`any string for ${name} of ${file}`, () => {
    fc.assert(
      fc.property(stringsOf(spec), CONTEXT, (text, context) => {
        checkString(spec, text, context);
      }),
      fuzzRuns(150),
    );
    for (const text of DEVICE_STRINGS)
      fc.assert(
        fc.property(CONTEXT, (context) => checkString(spec, text, context)),
        fuzzRuns(3),
      );
  });

  test(`any string for ${name} of ${file}, asked about in the editor`, () => {
    fc.assert(
      fc.property(stringsOf(spec), fc.nat(), (string, place) => {
        const quoted = `"${string.replace(/[\\"\n]/g, '')}"`;
        const text = `# xlcfg: file=${file}\n${name} = ${shape === 'atom' ? quoted : `[ ${quoted} ]`}\n`;
        const analysis = analyze(text);
        const offset = place % text.length;
        service.complete(analysis, offset);
        service.hover(analysis, offset);
        service.signatureHelp(analysis, offset);
        service.semanticTokens(analysis);
        service.symbols(analysis);
        service.explain(analysis);
      }),
      fuzzRuns(40),
    );
  });
}
