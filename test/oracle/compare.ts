/** Compares one config with the real xl: the verdict, the domain, and that each of its messages has a finding in the right place. */
import assert from 'node:assert/strict';
import type { Analysis, Finding } from '../../server/src/language-service';
import { isObject, type Json, type JsonObject } from '../../server/src/text/json';
import { LineIndex } from '../../server/src/text/line-index';
import { rangesOverlap } from '../../server/src/text/text-range';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';
import { askXl, REAL_TARGET } from '../support/real-xl';
import { dropIncomparable, IDLE_MESSAGES } from './exceptions';
import { findSubject } from './messages';

/** What the fake host of the judge has. */
const HOST = { cpus: 256 };

/** Fails with the config and what xl says of it where the two differ; says whether xl takes the config. */
export function compareWithXl(text: string): boolean {
  const analysis = analyze(text, { ...DEFAULT_SETTINGS, target: REAL_TARGET });
  const answer = askXl(text);
  const isTaken = answer.status === 0;
  const context = `of\n${text}xl exits with ${answer.status} and says:\n${answer.messages}`;
  assert.equal(!analysis.findings.some(isRefusal), isTaken, `the verdict ${context}`);
  if (answer.domain !== undefined) {
    const domain = service.explain(analysis, HOST) ?? {};
    assert.deepEqual(comparable(domain, text), comparable(answer.domain, text), `the domain ${context}`);
  }
  for (const message of listMessages(answer.messages)) assert.ok(isCovered(message, analysis), `no finding for "${message}" ${context}`);
  return isTaken;
}

function isRefusal({ severity, stage }: Finding): boolean {
  return severity === 'error' && stage === 'parse';
}

function listMessages(messages: string): readonly string[] {
  const lines = messages.split('\n').filter((line) => line !== '');
  return lines.filter((line) => !IDLE_MESSAGES.some(({ pattern }) => pattern.test(line)));
}

function isCovered(message: string, { findings, model }: Analysis): boolean {
  const subject = findSubject(message);
  // A value with a line break in it makes a message of several lines, of which the first is enough.
  if (subject === undefined) return model.tree.text.includes('\\n');
  if (subject.kind === 'refusal') return findings.some(isRefusal);
  if (subject.kind === 'rule') return findings.some(({ ruleId }) => ruleId === subject.ruleId);
  if (subject.kind === 'line') {
    const lines = new LineIndex(model.tree.text);
    return findings.some(
      ({ range }) => lines.lineRange(range).start.line < subject.line && lines.lineRange(range).end.line + 1 >= subject.line,
    );
  }
  const settings = model.settings.filter(({ name }) => subject.names.includes(name));
  return settings.some(({ range }) => findings.some((finding) => rangesOverlap(finding.range, range)));
}

/** A domain without what cannot be compared, and without empty structs, which libxl prints for some. */
export function comparable(domain: JsonObject, text: string): Json {
  const copy = JSON.parse(JSON.stringify(domain)) as JsonObject;
  dropIncomparable(copy, text);
  return prune(copy);
}

function prune(value: Json): Json {
  if (!isObject(value)) return Array.isArray(value) ? value.map((item: Json) => prune(item)) : value;
  const kept = Object.entries(value).map(([key, each]): [string, Json] => [key, prune(each)]);
  return Object.fromEntries(kept.filter(([, each]) => !isEmpty(each)).sort(([a], [b]) => a.localeCompare(b)));
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}
