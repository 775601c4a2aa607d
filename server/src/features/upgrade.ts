/** What another release of Xen changes for one config. */
import type { ShownFinding } from '../linter/rule';
import type { Say } from '../messages/say';
import { isSince, XEN_VERSIONS, type XenVersion } from '../schema/xen-version';
import { message } from '../text/message';
import type { TextRange } from '../text/text-range';
import type { CheckedText } from './feature';
import { BEHAVIOURS } from './upgrade-behaviours';

/** `breaks`: the domain does not start any more; `changes`: it is another one, or less of it works; `gains`: more of it works. */
export type UpgradeKind = 'breaks' | 'changes' | 'gains';

export interface UpgradeChange {
  readonly kind: UpgradeKind;
  /** The release in which it happens. */
  readonly release: XenVersion;
  readonly range: TextRange;
  readonly message: string;
  /** What to do, as a sentence without full stop. */
  readonly action?: string;
  /** Of the rule that says so, or of the behaviour. */
  readonly id: string;
  readonly evidence: readonly string[];
}

const KINDS: readonly UpgradeKind[] = ['breaks', 'changes', 'gains'];

/** The releases that one goes through, the first and the last included. */
export function listReleases(from: XenVersion, to: XenVersion): readonly XenVersion[] {
  const [start, end] = [from, to].map((each) => XEN_VERSIONS.indexOf(each));
  if (start === undefined || end === undefined) return [];
  return start <= end ? XEN_VERSIONS.slice(start, end + 1) : XEN_VERSIONS.slice(end, start + 1).reverse();
}

/**
 * What is other at the end of the way than at its beginning, the worst first; nothing for what is not a config there.
 * @param releases the way, at least one
 * @param check checks the config for a release
 * @param evidenceOf the sources of a rule
 */
export function compareReleases(
  releases: readonly XenVersion[],
  check: (xen: XenVersion) => CheckedText,
  evidenceOf: (ruleId: string) => readonly string[],
  say: Say,
): readonly UpgradeChange[] {
  const steps = releases.map((xen) => ({ xen, ...check(xen) }));
  const [first, last] = [steps[0], steps.at(-1)];
  const names = steps.map(namesOf);
  const [before, after] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined || before === undefined || after === undefined) return [];
  if (last.model.fileKind !== 'config') return [];
  /** The release from which on a finding is there to the end, or is gone. */
  const releaseOf = (key: string, isThere: boolean): XenVersion => {
    let index = steps.length - 1;
    while (index > 0 && names[index - 1]?.has(key) === isThere) index--;
    return steps[index]?.xen ?? last.xen;
  };
  const news = [...after].filter(([key, finding]) => !before.has(key) && isFelt(finding));
  const gone = [...before].filter(([key, finding]) => !after.has(key) && isFelt(finding));
  const fromFindings = [
    ...news.map(([key, { ruleId: id, severity, range, message: text }]): UpgradeChange => ({
      kind: severity === 'error' ? 'breaks' : 'changes',
      release: releaseOf(key, true),
      ...{ range, id, message: text, evidence: evidenceOf(id) },
    })),
    ...gone.map(([key, { ruleId: id, range, message: text }]): UpgradeChange => ({
      kind: 'gains',
      release: releaseOf(key, false),
      ...{ range, id, message: say(message('No longer so: {text}', { text })), evidence: evidenceOf(id) },
    })),
  ];
  const all = [...typeChange(first, last, say), ...fromFindings, ...behaviours(releases, last, say)];
  return all.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.range.start - b.range.start);
}

/** A finding is the same in two releases whatever release its words name. */
function namesOf({ findings }: CheckedText): ReadonlyMap<string, ShownFinding> {
  return new Map(findings.map((finding) => [`${finding.ruleId} ${finding.range.start} ${finding.range.end}`, finding]));
}

/** What is only a matter of style, or of another host, is not felt. */
function isFelt({ severity, tag, stage }: ShownFinding): boolean {
  return stage !== 'migrate' && tag !== 'deprecated' && (severity !== 'hint' || tag === 'unnecessary');
}

function* typeChange(first: CheckedText, last: CheckedText & { readonly xen: XenVersion }, say: Say): Generator<UpgradeChange> {
  const [before, after] = [first.model.domainType, last.model.domainType];
  const place = last.model.settings[0];
  if (before === after || place === undefined || first.model.isTypeOpen || last.model.isTypeOpen) return;
  yield {
    kind: 'changes',
    release: last.xen,
    range: place.nameRange,
    message: say(message('The domain is {after} and no longer {before}', { after: after.toUpperCase(), before: before.toUpperCase() })),
    action: say(message('Say what it is meant to be with `type`')),
    id: 'domain-type',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  };
}

/** What releases bring by themselves; on the way back nothing is claimed. */
function behaviours(releases: readonly XenVersion[], { model }: CheckedText, say: Say): readonly UpgradeChange[] {
  if (model.kind !== 'domain') return [];
  const [from, to] = [releases[0], releases.at(-1)];
  if (from === undefined || to === undefined) return [];
  return BEHAVIOURS.flatMap(({ id, since, what, action, find, evidence }) => {
    const range = !isSince(from, since) && isSince(to, since) ? find(model) : undefined;
    if (range === undefined) return [];
    return [{ kind: 'changes' as const, release: since, range, message: say(what), action: say(action), id, evidence }];
  });
}
