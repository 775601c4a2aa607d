/** What stands where in the view of domains. */
import type { DeviceItem, DomainItem, DomainsReply, HostItem } from '../../../protocol/requests';

export type Branch =
  | { readonly kind: 'host'; readonly host: HostItem; readonly domains: readonly DomainItem[] }
  /** Domains of which no project says where they run, where others have a host. */
  | { readonly kind: 'others'; readonly domains: readonly DomainItem[] }
  | { readonly kind: 'folder'; readonly path: string; readonly domains: readonly DomainItem[] }
  | { readonly kind: 'domain'; readonly domain: DomainItem }
  | { readonly kind: 'device'; readonly device: DeviceItem };

/** Names a folder for people, from that of the workspace on; empty for the folder itself. */
export type NameFolder = (uri: string) => string;

/** Hosts, where a project describes any; else domains, below their folders where there are several. */
export function rootsOf({ hosts, domains }: DomainsReply, nameFolder: NameFolder): readonly Branch[] {
  if (hosts.length === 0) return inFolders(domains, nameFolder);
  const others = domains.filter((domain) => domain.hosts.length === 0);
  return [
    ...hosts.map((host): Branch => ({ kind: 'host', host, domains: domains.filter((domain) => domain.hosts.includes(host.id)) })),
    ...(others.length === 0 ? [] : [{ kind: 'others' as const, domains: others }]),
  ];
}

export function childrenOf(branch: Branch, nameFolder: NameFolder): readonly Branch[] {
  switch (branch.kind) {
    case 'host':
    case 'folder':
      return toBranches(branch.domains);
    case 'others':
      return inFolders(branch.domains, nameFolder);
    case 'domain':
      return branch.domain.devices.map((device) => ({ kind: 'device', device }));
    case 'device':
      return [];
    default: {
      const unreachable: never = branch;
      return unreachable;
    }
  }
}

function inFolders(domains: readonly DomainItem[], nameFolder: NameFolder): readonly Branch[] {
  const folders = new Map<string, DomainItem[]>();
  for (const domain of domains) {
    const folder = nameFolder(domain.uri);
    const others = folders.get(folder);
    if (others === undefined) folders.set(folder, [domain]);
    else others.push(domain);
  }
  if (folders.size < 2) return toBranches(domains);
  const own = folders.get('') ?? [];
  folders.delete('');
  const below = [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...below.map(([path, each]): Branch => ({ kind: 'folder', path, domains: each })), ...toBranches(own)];
}

/** In the order of their names, as people count. */
function toBranches(domains: readonly DomainItem[]): readonly Branch[] {
  const sorted = [...domains].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  return sorted.map((domain) => ({ kind: 'domain', domain }));
}
