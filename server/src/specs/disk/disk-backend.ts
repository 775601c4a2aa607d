/** Which programs can serve a disk (libxl_device.c, disk_try_backend and libxl__device_disk_set_backend). */
import { message } from '../../text/message';
import type { ValueProblem, Wording } from '../../schema/value-problem';
import { isSince, isUntil, type XenVersion } from '../../schema/xen-version';
import type { Target } from '../../schema/target';
import type { SpecContext } from '../../schema/value-types/value-type';
import type { Slice, SpecText } from '../../schema/spec-text';
import { isDom0 } from '../backend-domain';
import { type Disk, formatOf } from './disk';

type Backend = 'phy' | 'qdisk' | 'tap' | 'standalone';
const BACKENDS: readonly Backend[] = ['phy', 'qdisk', 'tap', 'standalone'];

type Refusal = Wording<'refused-device-value'>;

/** What a backend has to be able to do. */
interface Demand {
  readonly xen: XenVersion;
  readonly format: string;
  readonly isCdrom: boolean;
  readonly isVirtio: boolean;
  readonly hasScript: boolean;
  readonly hasColo: boolean;
}

/** The reason for which no backend can serve a disk, if there is one. */
export function* checkBackend(disk: Disk, item: SpecText, { domainType, target: { xen } }: SpecContext): Generator<ValueProblem> {
  const isHvmCd = disk.isCdrom && domainType === 'hvm' && isSince(xen, '4.7');
  const given = disk.parameters.get('backendtype');
  const named = BACKENDS.find((each) => each === given?.text);
  if (given === undefined) yield* checkCandidates(disk, item, isHvmCd ? ['qdisk'] : backendsOf(xen), xen);
  // xl has refused any other name.
  if (given === undefined || named === undefined) return;
  if (isHvmCd && !servesHvmCds(named, xen)) {
    const wanted = servesHvmCds('phy', xen) ? message('`qdisk` or `phy`') : '`qdisk`';
    yield refused(given, item, { message: 'cdromBackend', data: { text: named, wanted } });
  } else {
    yield* checkCandidates(disk, item, [named], xen);
  }
}

function* checkCandidates(disk: Disk, item: SpecText, candidates: readonly Backend[], xen: XenVersion): Generator<ValueProblem> {
  if (disk.target?.text === '' && isLookedAt(disk, candidates)) yield refused(item.whole, item, { message: 'emptyTarget', data: {} });
  else yield* reportRefusal(disk, item, candidates, demandOf(disk, xen));
}

function* reportRefusal(disk: Disk, item: SpecText, candidates: readonly Backend[], demand: Demand): Generator<ValueProblem> {
  const refusals = candidates.map((each) => ({ backend: each, refusal: findRefusal(each, demand) }));
  if (refusals.length === 0 || refusals.some(({ refusal }) => refusal === undefined)) return;
  // Where several were tried, the one that does the most tells best what is too much.
  const likely = refusals.length === 1 ? undefined : demand.isVirtio ? 'standalone' : 'qdisk';
  const { refusal } = refusals.find(({ backend }) => backend === likely) ?? refusals[0] ?? {};
  if (refusal !== undefined)
    yield refused(placeOf(disk, item, refusal), item, candidates.length > 1 ? generalize(refusal, demand) : refusal);
}

/** What to say where nobody chose the backend that the refusal speaks of. */
function generalize(refusal: Refusal, { format, hasColo, isVirtio }: Demand): Refusal {
  if (refusal.message !== 'script' || hasColo || isVirtio) return refusal;
  return { message: 'scriptFormat', data: { format } };
}

/** Whether a disk of a PV or PVH domain is QEMU's on every host. */
export function isServedByQemu(disk: Disk, { xen }: Target): boolean {
  const given = disk.parameters.get('backendtype');
  const demand = demandOf(disk, xen);
  const isOnlyQemu = findRefusal('phy', demand) !== undefined && findRefusal('qdisk', demand) === undefined;
  return isDom0(disk.parameters.get('backend')?.text) && (given === undefined ? isOnlyQemu : given.text === 'qdisk');
}

/** The backends that libxl tries, in its order. */
function backendsOf(xen: XenVersion): readonly Backend[] {
  return isSince(xen, '4.17') ? BACKENDS : BACKENDS.filter((each) => each !== 'standalone');
}

function servesHvmCds(backend: Backend, xen: XenVersion): boolean {
  return backend === 'qdisk' || (backend === 'phy' && isSince(xen, '4.19'));
}

/** Whether libxl looks for the target on the host. */
function isLookedAt({ isCdrom, parameters }: Disk, candidates: readonly Backend[]): boolean {
  const isPath = candidates.some((each) => each === 'phy' || each === 'standalone');
  return isPath && !isCdrom && !parameters.has('script') && isDom0(parameters.get('backend')?.text);
}

function demandOf(disk: Disk, xen: XenVersion): Demand {
  const { target, isCdrom, flags, parameters } = disk;
  const isEmpty = isCdrom && (target?.text ?? '') === '';
  return {
    xen,
    format: isEmpty ? 'empty' : formatOf(disk),
    isCdrom,
    isVirtio: parameters.get('specification')?.text === 'virtio',
    hasScript: parameters.has('script'),
    hasColo: flags.filter(({ text }) => text === 'colo' || text === 'no-colo').at(-1)?.text === 'colo',
  };
}

/** Why a backend cannot serve a disk; undefined where it depends on the host at most. */
function findRefusal(backend: Backend, demand: Demand): Refusal | undefined {
  const { xen, format, isVirtio, hasScript, hasColo } = demand;
  const data = { text: backend };
  if (isVirtio !== (backend === 'standalone')) return { message: 'virtioBackend', data };
  if (backend === 'tap' && isSince(xen, '4.13') && isUntil(xen, '4.18')) return { message: 'noTap', data: {} };
  if (!servesFormat(backend, demand)) return { message: 'backendFormat', data: { text: backend, format } };
  if (hasScript && !runsScripts(backend, xen)) return { message: 'script', data };
  return hasColo && backend !== 'qdisk' ? { message: 'colo', data } : undefined;
}

/** The tap of today takes a script and does nothing with it. */
function runsScripts(backend: Backend, xen: XenVersion): boolean {
  return backend === 'phy' || (backend === 'tap' && isSince(xen, '4.19'));
}

function servesFormat(backend: Backend, { xen, format, isCdrom }: Demand): boolean {
  if (backend === 'qdisk' || format === 'raw') return true;
  if (backend === 'tap') return format === 'vhd';
  const takesEmpty = xen === '4.6' || (isCdrom && isSince(xen, '4.19'));
  return backend === 'phy' && format === 'empty' && takesEmpty;
}

/** The part of the string that a refusal is about. */
function placeOf({ format, target, flags, parameters }: Disk, item: SpecText, { message: about }: Refusal): Slice {
  const colo = flags.find(({ text }) => text === 'colo');
  const places: Readonly<Partial<Record<Refusal['message'], Slice | undefined>>> = {
    script: parameters.get('script'),
    scriptFormat: parameters.get('script'),
    colo,
    virtioBackend: parameters.get('backendtype') ?? parameters.get('specification'),
  };
  return places[about] ?? parameters.get('backendtype') ?? format ?? target ?? item.whole;
}

function refused(place: Slice, item: SpecText, wording: Refusal): ValueProblem {
  return { code: 'refused-device-value', range: item.rangeOf(place), ...wording, stage: 'create' };
}
