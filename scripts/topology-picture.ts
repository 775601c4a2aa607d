/** The picture of the page on topologies: a made-up fleet of two hosts, and its texts, which the page shows. */
import { createLanguageService, type FleetMember, type Topology } from '../server/src/language-service';
import { DEFAULT_RULE_SETTINGS } from '../server/src/linter/run';
import { parseProjectFile } from '../server/src/project/project-file';

const PROJECT = `{
  "xen": "4.20",
  "hosts": {
    "rack1": { "files": ["rack1/*.cfg"], "memory": 65536, "cpus": 32, "xen": "4.20", "sharedStorage": ["/srv/san"] },
    "rack2": { "files": ["rack2/*.cfg"], "memory": 131072, "cpus": 64, "xen": "4.20", "sharedStorage": ["/srv/san"] }
  }
}`;

const CONFIGS: readonly (readonly [host: string, name: string, lines: string])[] = [
  ['rack1', 'netdom', 'memory = 512\npci = [ "03:00.0" ]'],
  [
    'rack1',
    'firewall',
    'memory = 1024\nvif = [ "bridge=outside,backend=netdom", "bridge=lan" ]\ndisk = [ "/dev/vg/firewall,raw,xvda,rw" ]',
  ],
  ['rack1', 'web1', 'memory = 4096\nvcpus = 2\nvif = [ "bridge=lan" ]\ndisk = [ "/srv/san/web1.img,raw,xvda,rw" ]'],
  ['rack1', 'web2', 'memory = 4096\nvcpus = 2\nvif = [ "bridge=lan" ]\ndisk = [ "/srv/san/web2.img,raw,xvda,rw" ]'],
  ['rack2', 'db1', 'memory = 32768\nvcpus = 8\nvif = [ "bridge=lan" ]\ndisk = [ "/srv/san/db.img,raw,xvda,rw" ]'],
  ['rack2', 'db2', 'memory = 32768\nvcpus = 8\nvif = [ "bridge=lan" ]\ndisk = [ "/srv/san/db.img,raw,xvda,rw" ]'],
  ['rack2', 'desktop', 'memory = 16384\nvcpus = 4\nvif = [ "bridge=lan" ]\npci = [ "0a:00.0" ]'],
];

/** The SVG of the fleet. */
export function topologyPicture(): string {
  const service = createLanguageService();
  const { hosts } = parseProjectFile(PROJECT);
  const members = CONFIGS.map(([host, name, lines]): FleetMember => {
    const text = `type = "hvm"\nname = "${name}"\n${lines}\n`;
    const domain = service.fleetDomain(service.analyze(text, { target: { xen: '4.20' }, rules: DEFAULT_RULE_SETTINGS }));
    if (domain === undefined) throw new Error(`${name} is no domain`);
    return { file: `${host}/${name}.cfg`, domain, problems: { errors: 0, warnings: 0 }, places: [host] };
  });
  const topology: Topology = service.topology(
    members,
    hosts.map((host) => ({ id: host.name, host })),
  );
  return service.writeTopology(topology, 'svg');
}
