/** The step before the rules: looks at the files that a config names. */
import type { DomainModel } from '../model/domain-model';
import { XEN_VERSIONS, type XenVersion } from '../schema/xen-version';
import { judgeArm, judgePv, judgePvh, type Verdict } from '../kernel/judge';
import type { ImageReport } from '../kernel/inspect';
import type { FileFact, HostFacts, NeighbourImage } from './host-facts';
import { compareNames } from './compare-names';
import { listNamedFiles } from './file-places';
import { listHostPlaces } from './host-places';
import { NearFiles } from './near-files';
import { KERNEL_NAME } from './image-kinds';
import { findKernelUse, type KernelUse } from './kernel-use';

/** What the step needs of the machine. Paths are those of the config; the host knows where they lie. Every method is total. */
export interface FileHost {
  /** What a file is; `not-checked` where it cannot be known, for example because the path is one of another machine. */
  inspect(path: string): Promise<LookedAt>;
  /** The files in the folder of a path, as a config would name them; of very many, some. */
  listBeside(path: string): Promise<readonly string[]>;
  /** Whether something is at a place of the machine itself; undefined where it is not the dom0 of a host. */
  hasPlace(place: string): Promise<boolean | undefined>;
}

export type LookedAt = Exclude<FileFact, { readonly state: 'image' }> | { readonly state: 'image'; readonly report: ImageReport };

/** How many images beside a wrong one are looked into for a better one. */
const MAX_BESIDE = 8;

/** The absolute paths that a config names and that are worth a look. */
export function listWantedFiles(model: DomainModel): readonly string[] {
  return listNamedFiles(model).all;
}

/** Whether there is anything to look at. */
export function hasFactsToGather(model: DomainModel): boolean {
  return listNamedFiles(model).all.length > 0 || listHostPlaces(model).length > 0;
}

/** Those of them whose changes are worth another look. The disk of a running domain changes all the time, as do shared folders. */
export function listWatchedFiles(model: DomainModel): readonly string[] {
  return listNamedFiles(model).ofSettings;
}

/** Looks at all files that a config names, and at the places of the host that show what it needs. */
export async function gatherFacts(model: DomainModel, host: FileHost): Promise<HostFacts> {
  const use = findKernelUse(model);
  const nearFiles = new NearFiles((path) => host.listBeside(path));
  const look = async (path: string): Promise<FileFact> => {
    const looked = await host.inspect(path);
    if (looked.state === 'missing') return { ...looked, near: await nearFiles.find(path) };
    if (looked.state !== 'image') return looked;
    return { ...looked, beside: use?.value.text === path ? await lookBeside(looked.report, use, model, host) : [] };
  };
  const [files, places] = await Promise.all([
    lookAtAll(listWantedFiles(model), look),
    lookAtAll(listHostPlaces(model), (place) => host.hasPlace(place)),
  ]);
  const known = [...places].flatMap(([place, isThere]) => (isThere === undefined ? [] : [[place, isThere] as const]));
  return { files, places: new Map(known) };
}

/** A look is mostly waiting, so some wait together; with more of them, nothing else would have its turn. */
const AT_ONCE = 16;

async function lookAtAll<Found>(paths: readonly string[], look: (path: string) => Promise<Found>): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  const waiting = paths.values();
  // They share the iterator, so each path is taken once.
  const work = async (): Promise<void> => {
    for (const path of waiting) found.set(path, await look(path));
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, paths.length) }, work));
  return found;
}

/** Whether facts hold something about all that a config names. */
export function coversFacts({ files, places }: HostFacts, model: DomainModel): boolean {
  return (
    listWantedFiles(model).every((path) => files.has(path)) &&
    (places.size === 0 || listHostPlaces(model).every((place) => places.has(place)))
  );
}

/** Other images of the folder, only where the one that is named does not boot. */
async function lookBeside(
  report: ImageReport,
  use: KernelUse,
  { target }: DomainModel,
  host: FileHost,
): Promise<readonly NeighbourImage[]> {
  if (use.loader === 'qemu' || judgeFor(use.loader, report, target.xen).boots !== false) return [];
  const found: NeighbourImage[] = [];
  for (const path of chooseKernels(await host.listBeside(use.value.text), use.value.text)) {
    const looked = await host.inspect(path);
    if (looked.state === 'image' && judgeFor(use.loader, looked.report, target.xen).boots === true)
      found.push({ path, report: looked.report });
  }
  return found;
}

/** The newest of those that have the name of a kernel. */
function chooseKernels(paths: readonly string[], named: string): readonly string[] {
  const kernels = paths.filter((path) => path !== named && KERNEL_NAME.test(path.slice(path.lastIndexOf('/') + 1)));
  return kernels.sort((a, b) => compareNames(b, a)).slice(0, MAX_BESIDE);
}

/** The verdict of whoever loads the kernel. */
export function judgeFor(loader: Exclude<KernelUse['loader'], 'qemu'>, report: ImageReport, xen: XenVersion): Verdict {
  const minor = minorOf(xen);
  if (loader === 'arm') return judgeArm(report);
  return loader === 'pvh' ? judgePvh(report, minor) : judgePv(report, minor);
}

/** The minor number of a release of Xen 4; what comes is later than all. */
export function minorOf(xen: XenVersion): number {
  return xen === 'unstable' ? XEN_VERSIONS.length + 6 : Number(xen.slice(2));
}
