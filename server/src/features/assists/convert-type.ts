/** Makes another type of domain of a config, with a list of what to look at. */
import { removeSetting } from '../../linter/fixes/remove-setting';
import type { DomainModel } from '../../model/domain-model';
import { atomOf, type Setting, type WrittenSetting } from '../../model/setting';
import type { Option } from '../../options/index';
import { isKnownTo, typesReadBy } from '../../schema/option';
import { DOMAIN_TYPES, type DomainType, type Target } from '../../schema/target';
import { isSince } from '../../schema/xen-version';
import { findLineStart } from '../../text/line-index';
import { message, type Message } from '../../text/message';
import type { TextEdit } from '../../text/text-edit';
import { textRange } from '../../text/text-range';
import type { Assist, AssistOffer } from './assist';

export const convertType: Assist = {
  id: 'convertType',
  keepsDomain: false,
  *offer({ model, setting, say }): Generator<AssistOffer> {
    const { target, domainType } = model;
    if (setting === undefined || !decidesType(setting, model)) return;
    for (const to of DOMAIN_TYPES.filter((each) => each !== domainType && canBeWritten(each, target))) {
      const notes = [...needsOf(domainType, to), ...lossesOf(model, to)];
      const names = { from: domainType.toUpperCase(), to: to.toUpperCase() };
      const head = message('Converted from {from} to {to}. Check this before you start it:', names);
      const comment = [`# ${say(head)}`, ...notes.map((note) => `# - ${say(note)}`)].map((line) => `${line}\n`).join('');
      const edits = [writeType(model, setting, to, comment), ...dropLeftovers(model, setting)];
      yield { title: message('Convert to {type}', { type: to.toUpperCase() }), edits, notes };
    }
  },
};

/** Whether a statement says what the domain is: its type, or its name where nothing says the type. */
function decidesType(setting: WrittenSetting, { typeSetting, byName, isTypeOpen, target }: DomainModel): boolean {
  const decisive: Setting | undefined = typeSetting ?? byName.get('name');
  const isOldPvh = byName.has('pvh') && !isSince(target.xen, '4.9');
  if (decisive === undefined || isTypeOpen || isOldPvh || target.arch !== 'x86') return false;
  return decisive.parts.length === 1 && decisive.range.start === setting.range.start;
}

function canBeWritten(type: DomainType, { xen }: Target): boolean {
  return type !== 'pvh' || isSince(xen, '4.10');
}

/** Writes the type with a comment above it, in the place of what said it before or else above the statement. */
function writeType({ typeSetting, target, tree }: DomainModel, { range }: WrittenSetting, to: DomainType, comment: string): TextEdit {
  const word = to === 'pv' ? 'generic' : to;
  const statement = isSince(target.xen, '4.10') ? `type = "${to}"` : `builder = "${word}"`;
  const isFirst = tree.text.slice(findLineStart(tree.text, range.start), range.start).trim() === '';
  const newText = `${isFirst ? '' : '\n'}${comment}${statement}`;
  return typeSetting === undefined ? { range: textRange(range.start, range.start), newText: `${newText}\n` } : { range, newText };
}

/** What would contradict the new type: the old way to say it, and the firmware that takes the place of a kernel. */
function dropLeftovers({ effective, tree }: DomainModel, kept: WrittenSetting): readonly TextEdit[] {
  const isLeft = (each: Setting): boolean =>
    (each.name === 'builder' || (each.name === 'kernel' && /(?:^|\/)hvmloader\/*$/.test(atomOf(each)?.text ?? ''))) &&
    each.range.start !== kept.range.start;
  return effective.filter(isLeft).flatMap(({ parts }) => parts.flatMap((part) => removeSetting(part, tree.text).edits));
}

/** What no config can tell. */
function needsOf(from: DomainType, to: DomainType): readonly Message[] {
  const needs: readonly (readonly [boolean, Message])[] = [
    [from === 'pv', message('the host needs hardware virtualisation (VT-x or AMD-V)')],
    [to === 'pvh', message('the kernel needs a PVH entry point, which Linux has since 4.11 with CONFIG_XEN_PVH')],
    [to === 'pv', message('the kernel must run as a PV guest, which Linux does with CONFIG_XEN_PV')],
    [to === 'hvm', message('the disk needs a boot loader of its own, unless `kernel` names a kernel')],
    [from === 'hvm', message('`kernel`, `bootloader` or `firmware` must say what boots: there is no BIOS')],
    [from === 'hvm', message('the guest needs Xen PV drivers for its disks, network and console (`hvc0`)')],
  ];
  return needs.flatMap(([applies, need]) => (applies ? [need] : []));
}

/** The settings that have an effect now and none for the other type. */
function lossesOf({ byName, domainType, target }: DomainModel, to: DomainType): readonly Message[] {
  const lost = [...byName.values()].flatMap(({ name, option }) =>
    option !== undefined && hasEffect(option, target, domainType) && !hasEffect(option, target, to) ? [`\`${name}\``] : [],
  );
  return lost.length === 0 ? [] : [message('xl no longer uses {names}', { names: lost.join(', ') })];
}

function hasEffect(option: Option, target: Target, type: DomainType): boolean {
  const isMeant = option.domainTypes === undefined || option.domainTypes.includes(type);
  return isMeant && isKnownTo(option, target) && typesReadBy(option, target).includes(type);
}
