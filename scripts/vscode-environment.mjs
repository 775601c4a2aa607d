/** The environment of a VS Code of its own. */

/** Leaves out what a VS Code tells the programs that it starts, which would make the new one a part of it. */
export function ownEnvironment(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:VSCODE|ELECTRON)_/.test(name)));
}
