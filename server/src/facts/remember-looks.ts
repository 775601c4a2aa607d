/** Looks at each path once, for a run in which nothing is expected to change. */
import type { FileHost } from './gather';

export function rememberLooks(host: FileHost): FileHost {
  return {
    inspect: remember((path) => host.inspect(path)),
    listBeside: remember((path) => host.listBeside(path)),
    hasPlace: remember((place) => host.hasPlace(place)),
  };
}

function remember<Found>(look: (path: string) => Promise<Found>): (path: string) => Promise<Found> {
  const known = new Map<string, Promise<Found>>();
  return (path) => {
    const looked = known.get(path) ?? look(path);
    known.set(path, looked);
    return looked;
  };
}
