/** `xlcfg check --watch`: checks again what changes, until somebody stops it. */
import type { LanguageService } from '../../language-service';
import { message } from '../../text/message';
import type { ConfigSource } from '../checked-share';
import { selectConfigs } from '../files/select-configs';
import { NeighbourFinder } from '../neighbourhood';
import { ProjectReader } from '../project';
import { createTerminal, EXIT, type ExitStatus, type Machine, type Terminal } from '../terminal';
import { type CheckRequest, checkSources, reportProblems } from './check';

/** Checks everything, and then each time what differs from what it was. */
export async function watch(service: LanguageService, machine: Machine, request: CheckRequest): Promise<ExitStatus> {
  const terminal = createTerminal(machine, service.say);
  let known = new Map<string, string>();
  for (let round = 0; ; round++) {
    machine.forget();
    const projects = new ProjectReader({ ...terminal, printError: () => undefined }, service.say, request.options.config);
    const selected = await selectConfigs(terminal, projects, request.selection);
    if ('template' in selected) {
      terminal.printError(`${service.say(selected)}\n`);
      return EXIT.usage;
    }
    const places = await findPlaces(terminal, projects, selected.sources);
    // What changes from here on is heard of, also while the files are checked.
    const changes = machine.watchFolders([
      ...new Set([
        ...selected.folders,
        ...places
          .map(({ files }) => files)
          .flat()
          .map(folderOf),
      ]),
    ]);
    const stamps = new Map(
      places.map(({ source, files }) => [source.parts.join('\n'), files.map((file) => machine.stamp(file)).join(' ')]),
    );
    const changed = selected.sources.filter(({ parts }) => stamps.get(parts.join('\n')) !== known.get(parts.join('\n')));
    known = stamps;
    if (round === 0 || changed.length > 0) {
      const sources = await new NeighbourFinder(service, terminal, request.options).addTo(changed);
      await checkSources(service, machine, sources, request);
      if (round === 0) reportProblems(service, machine, selected, true);
      terminal.printError(`${service.say(message('Waiting for changes; Ctrl+C ends'))}\n`);
    }
    if ((await changes) === 'stopped') return EXIT.fine;
  }
}

interface Places {
  readonly source: ConfigSource;
  /** The files that what is said of a config depends on: its parts, and the project file. */
  readonly files: readonly string[];
}

async function findPlaces(terminal: Terminal, projects: ProjectReader, sources: readonly ConfigSource[]): Promise<readonly Places[]> {
  return Promise.all(
    sources.map(async (source) => {
      const found = await projects.find(source.parts[0] ?? '.');
      return {
        source,
        files: [...source.parts, ...(found === undefined ? [] : [found.file])].map((path) => terminal.folders.absolute(path)),
      };
    }),
  );
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}
