/** The servers of the comparison, each with a text of its language that it has something to say about. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly languageId: string;
  readonly extension: string;
  /** One line of a text that the server has nothing against. */
  readonly line: (index: number) => string;
  /** What comes before the lines. */
  readonly head?: string;
  /** A line that it reports, in the middle of the text. */
  readonly wrongLine: string;
  /** Typed at the end of the line after the wrong one, and taken away again: the server reports it. */
  readonly typed: string;
  /** The column of a line at which completion is asked for; its beginning where nothing is said. */
  readonly completesAt?: number;
}

const disk = (index: number): string => `disk += [ "/dev/vg0/d${index},raw,xvd${letters(index)},rw" ]`;

/** a … z, aa … zz, aaa … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

const XLCFG = { languageId: 'xlcfg', extension: 'cfg', wrongLine: 'vcpus = "two"', typed: ' x' } as const;

/** Our server from a folder of bundles, with the two texts that cost it most. */
export function ours(bundles: string, suffix = ''): readonly Contestant[] {
  const program = { command: process.execPath, args: [resolve(bundles, 'server.js'), '--stdio'], ...XLCFG };
  return [
    { name: `xlcfg${suffix}, all disks`, ...program, head: 'name = "d"', line: disk, completesAt: 'disk += [ "/dev/vg0/d5001,'.length },
    { name: `xlcfg${suffix}, unknown options`, ...program, head: 'name = "d"', line: (index) => `opt_${index} = "v" # ${index}` },
  ];
}

/** The peers, from the folder that they are installed in. */
export function peersIn(modules: string): readonly Contestant[] {
  const node = (path: string): Pick<Contestant, 'command' | 'args'> => ({
    command: process.execPath,
    args: [join(modules, path), '--stdio'],
  });
  return [
    {
      name: 'vscode-json-language-server',
      ...node('vscode-langservers-extracted/bin/vscode-json-language-server'),
      languageId: 'json',
      extension: 'json',
      head: '{',
      line: (index) => `"key${index}": "value ${index}",`,
      wrongLine: '"key": "no comma"',
      typed: 'x',
    },
    {
      name: 'dockerfile-language-server',
      ...node('dockerfile-language-server-nodejs/bin/docker-langserver'),
      languageId: 'dockerfile',
      extension: 'Dockerfile',
      head: 'FROM debian:12',
      line: (index) => `ENV KEY${index}=value${index}`,
      wrongLine: 'MAINTAINER somebody',
      typed: ' =x',
    },
    {
      name: 'yaml-language-server',
      ...node('yaml-language-server/bin/yaml-language-server'),
      languageId: 'yaml',
      extension: 'yaml',
      line: (index) => `key${index}: value ${index}`,
      wrongLine: 'key: [1',
      typed: ': x: y',
    },
    { name: 'tombi', ...tombi(modules) },
  ];
}

/** A server in Rust, started without the script around it. */
function tombi(modules: string): Omit<Contestant, 'name'> {
  const folder = join(modules, '@tombi-toml', `cli-${process.platform}-${process.arch}`);
  // Its schema store would be looked for on the network.
  writeFileSync(join(modules, '..', 'tombi.toml'), '[schema]\nenabled = false\n');
  return {
    command: join(folder, process.platform === 'win32' ? 'tombi.exe' : 'tombi'),
    args: ['lsp', '--offline'],
    languageId: 'toml',
    extension: 'toml',
    line: (index) => `key${index} = "value ${index}"`,
    wrongLine: 'key = ',
    typed: ' x',
  };
}
