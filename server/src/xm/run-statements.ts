/** Runs through the statements of a program, as far as that is possible without running them. */
import { add, evaluate } from './evaluate';
import type { PythonLine } from './python-lines';
import type { PythonToken } from './python-tokens';
import type { PythonValue } from './python-value';
import { ValueBudget } from './value-budget';

/** A statement that gives a variable a value. */
export interface Assigned {
  readonly name: string;
  /** Undefined where it is not known. */
  readonly value: PythonValue | undefined;
  /** Of the whole variable, where the statement only adds to it. */
  readonly isAdded: boolean;
}

/** What the statements assign; those that do something else are missing. */
export function runStatements(text: string, lines: readonly PythonLine[]): ReadonlyMap<PythonLine, Assigned> {
  const runner = new StatementRunner(text);
  const assigned = new Map<PythonLine, Assigned>();
  for (const line of lines) {
    const assignment = runner.run(line);
    if (assignment !== undefined) assigned.set(line, assignment);
  }
  return assigned;
}

class StatementRunner {
  private readonly variables = new Map<string, PythonValue>();
  /** Lists that something else than their variable could hold: adding to one would change that too. */
  private readonly shared = new Set<PythonValue>();
  /** Variables that functions give other values, whenever they are called. */
  private readonly changing = new Set<string>();
  private readonly budget = new ValueBudget();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  run(line: PythonLine): Assigned | undefined {
    const assignment = line.isBlock ? undefined : this.readAssignment(line);
    if (assignment?.value === undefined) this.forget(line, assignment !== undefined);
    if (assignment === undefined) return undefined;
    const { name, value } = assignment;
    if (value === undefined || this.changing.has(name)) this.variables.delete(name);
    else this.variables.set(name, value);
    return assignment;
  }

  private readAssignment({ tokens }: PythonLine): Assigned | undefined {
    const [name, operator, ...rest] = tokens;
    if (name?.kind !== 'name' || operator?.kind !== 'sign') return undefined;
    const sign = this.textOf(operator);
    if (sign !== '=' && sign !== '+=') return undefined;
    const word = this.textOf(name);
    const right = evaluate(this.text, rest, this.variables, this.budget);
    this.share(rest);
    if (sign === '=') return { name: word, value: right, isAdded: false };
    return { name: word, value: right === undefined ? undefined : this.addTo(word, right), isAdded: true };
  }

  private addTo(name: string, right: PythonValue): PythonValue | undefined {
    const left = this.variables.get(name);
    return left === undefined || this.shared.has(left) ? undefined : this.budget.admit(add(left, right));
  }

  /** Takes note of the lists that an expression looks at: its value could hold them. */
  private share(tokens: readonly PythonToken[]): void {
    for (const token of tokens) {
      const value = token.kind === 'name' ? this.variables.get(this.textOf(token)) : undefined;
      if (value !== undefined && value.kind !== 'text' && value.kind !== 'number') this.shared.add(value);
    }
  }

  /** Forgets what a statement whose meaning is not known could change. */
  private forget({ tokens }: PythonLine, isAssignment: boolean): void {
    const words = tokens.map((token) => this.textOf(token));
    const isFunction = words[0] === 'def' || words[0] === 'class';
    tokens.forEach(({ kind }, index) => {
      if (kind !== 'name') return;
      const word = words[index] ?? '';
      if (runsText(words, index)) this.variables.clear();
      if (isFunction && changesGlobal(words, index)) this.changing.add(word);
      const isChanged = isAssignment ? isAssigned(words, index) || this.isList(word) : couldChange(words, index);
      if (isChanged) this.variables.delete(word);
    });
  }

  private isList(name: string): boolean {
    return this.variables.get(name)?.kind === 'list';
  }

  private textOf({ start, end }: PythonToken): string {
    return this.text.slice(start, end);
  }
}

/** What stands behind a name that is only looked at. */
const READS: ReadonlySet<string> = new Set(['', ':', '==', '!=', '<=', '>=', '<', '>', '%', '+', '-', '*', 'and', 'or', 'in', 'not', 'is']);

/** Whether a statement could give the name at a place another value, or change what it holds. */
function couldChange(words: readonly string[], index: number): boolean {
  const before = words[index - 1] ?? '';
  return /^(?:for|del|global|import|as)$/.test(before) || !READS.has(words[index + 1] ?? '') || isAssigned(words, index);
}

/** Whether `=` or one of its kind stands behind a name. */
function isAssigned(words: readonly string[], index: number): boolean {
  const [first = '', second = ''] = words.slice(index + 1, index + 3);
  // `<<=` is read as `<` and `<=`.
  return /^\+?=$/.test(first) || (second === '=' && !/^[\w)\]]/.test(first)) || (/^[<>]$/.test(first) && second === `${first}=`);
}

/** Whether a function changes the variable at a place outside of it. */
function changesGlobal(words: readonly string[], index: number): boolean {
  return words[index - 1] === 'global' || /^[.[]$/.test(words[index + 1] ?? '');
}

/** Whether a program that is not there, or a table of all variables, could change any. */
function runsText(words: readonly string[], index: number): boolean {
  const [word = '', ...behind] = words.slice(index, index + 4);
  if (/^(?:vars|locals|globals)$/.test(word)) return /^\(\)[.[]$/.test(behind.join(''));
  return word === 'exec' || word === 'execfile' || (word === 'import' && behind[0] === '*');
}
