/** What the tests of the extension share: waiting, opening, looking at diagnostics, and for the server. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';

/** Milliseconds between two looks, and until a wait fails. */
const POLL = 50;
const PATIENCE = 15_000;

/** Looks again and again until there is an answer. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (const start = Date.now(); Date.now() - start < PATIENCE;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resume) => setTimeout(resume, POLL));
  }
  throw new Error(`Waited in vain: ${what}`);
}

/** The number of the process of the language server, where there is one; not to be had on Windows. */
export function findServer(): number | undefined {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const fields = lines.map((line) => line.trim().split(/\s+/));
  const found = fields.find(([, parent, ...args]) => Number(parent) === process.pid && args.some((each) => each.endsWith('server.js')));
  return found === undefined ? undefined : Number(found[0]);
}

export function inWorkspace(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, file);
}

export async function open(file: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inWorkspace(file)));
}

export async function openText(content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'xlcfg', content }));
}

export function codesAt(uri: vscode.Uri): readonly (readonly [number, string])[] {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ code, range }) => [range.start.line + 1, String(typeof code === 'object' ? code.value : code)]);
}

export function waitForCodes(uri: vscode.Uri, wanted: (codes: readonly string[]) => boolean): Promise<true> {
  return eventually('diagnostics', () => (wanted(codesAt(uri).map(([, code]) => code)) ? true : undefined));
}

export function positionOf(document: vscode.TextDocument, word: string, shift = 0): vscode.Position {
  const offset = document.getText().indexOf(word);
  assert.ok(offset >= 0, `${word} is in the document`);
  return document.positionAt(offset + shift);
}
