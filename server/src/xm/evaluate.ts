/** Works out expressions of Python that have the same value on every host: literals, `+`, `-`, `*`, `%` and known variables. */
import { formatText } from './format-text';
import { type PythonToken, readLiteral } from './python-tokens';
import { type PythonValue, textOf, type Variables } from './python-value';
import type { ValueBudget } from './value-budget';

/** Brackets in brackets, which real configs have two or three of. */
const MAX_DEPTH = 32;

/** The value of an expression; undefined where it is not known without running it. */
export function evaluate(text: string, tokens: readonly PythonToken[], variables: Variables, budget: ValueBudget): PythonValue | undefined {
  const reader = new ExpressionReader(text, tokens, variables, budget);
  const value = reader.readSum(0);
  return reader.isAtEnd ? value : undefined;
}

class ExpressionReader {
  private index = 0;
  private readonly text: string;
  private readonly tokens: readonly PythonToken[];
  private readonly variables: Variables;
  private readonly budget: ValueBudget;

  constructor(text: string, tokens: readonly PythonToken[], variables: Variables, budget: ValueBudget) {
    this.text = text;
    this.tokens = tokens.filter(({ kind }) => kind !== 'comment');
    this.variables = variables;
    this.budget = budget;
  }

  get isAtEnd(): boolean {
    return this.index >= this.tokens.length;
  }

  readSum(depth: number): PythonValue | undefined {
    let value = this.readProduct(depth);
    for (let sign = this.peek(); value !== undefined && (sign === '+' || sign === '-'); sign = this.peek()) {
      this.index += 1;
      const right = this.readProduct(depth);
      value =
        right === undefined ? undefined : this.budget.admit(sign === '+' ? add(value, right) : calculate(value, right, (a, b) => a - b));
    }
    return value;
  }

  private readProduct(depth: number): PythonValue | undefined {
    let value = this.readSigned(depth);
    for (let sign = this.peek(); value !== undefined && (sign === '*' || sign === '%'); sign = this.peek()) {
      this.index += 1;
      value = sign === '%' && value.kind === 'text' ? this.readFormat(value.text, depth) : this.multiply(value, sign, depth);
      value = this.budget.admit(value);
    }
    return value;
  }

  private multiply(left: PythonValue, sign: string, depth: number): PythonValue | undefined {
    const right = this.readSigned(depth);
    if (right === undefined || sign === '%') return undefined;
    return calculate(left, right, (a, b) => a * b);
  }

  /** What follows `%` behind a text: a value, a tuple, or all variables. */
  private readFormat(template: string, depth: number): PythonValue | undefined {
    const name = this.peek();
    if (/^(?:vars|locals|globals)$/.test(name) && this.peek(1) === '(' && this.peek(2) === ')') {
      this.index += 3;
      return formatText(template, { named: this.variables });
    }
    const right = this.readSigned(depth);
    if (right === undefined || right.kind === 'list') return undefined;
    return formatText(template, { values: right.kind === 'tuple' ? right.items : [right] });
  }

  private readSigned(depth: number): PythonValue | undefined {
    if (this.peek() !== '-') return this.readPrimary(depth);
    this.index += 1;
    const value = this.readPrimary(depth);
    return value?.kind === 'number' ? { kind: 'number', value: -value.value } : undefined;
  }

  private readPrimary(depth: number): PythonValue | undefined {
    const token = this.tokens[this.index];
    if (token === undefined || depth > MAX_DEPTH || this.budget.isSpent) return undefined;
    switch (token.kind) {
      case 'string':
        return this.readStrings();
      case 'number':
        this.index += 1;
        return readNumber(this.textOf(token));
      case 'name':
        return this.readName(this.textOf(token), depth);
      default:
        return this.readBrackets(depth);
    }
  }

  /** Strings that stand one after the other are one. */
  private readStrings(): PythonValue | undefined {
    let text = '';
    for (let token = this.tokens[this.index]; token?.kind === 'string'; token = this.tokens[this.index]) {
      text += readLiteral(this.textOf(token));
      this.index += 1;
    }
    return this.budget.admit({ kind: 'text', text });
  }

  private readName(name: string, depth: number): PythonValue | undefined {
    this.index += 1;
    if (name === 'True' || name === 'False') return { kind: 'number', value: name === 'True' ? 1n : 0n, word: name };
    if (this.peek() !== '(') return this.budget.admit(this.variables.get(name));
    const argument = this.readBrackets(depth);
    if (argument === undefined || (name !== 'str' && name !== 'int')) return undefined;
    const text = textOf(argument);
    if (text === undefined) return undefined;
    return name === 'str' ? { kind: 'text', text } : readNumber(text.trim());
  }

  private readBrackets(depth: number): PythonValue | undefined {
    const open = this.peek();
    if (open !== '(' && open !== '[') return undefined;
    const close = open === '(' ? ')' : ']';
    this.index += 1;
    const items: PythonValue[] = [];
    let hasComma = false;
    while (this.peek() !== close) {
      const item = this.readSum(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
      if (this.peek() === close) break;
      if (this.peek() !== ',') return undefined;
      hasComma = true;
      this.index += 1;
    }
    this.index += 1;
    const [only] = items;
    if (open === '(' && !hasComma && only !== undefined) return only;
    return this.budget.admit({ kind: open === '(' ? 'tuple' : 'list', items });
  }

  private peek(ahead = 0): string {
    const token = this.tokens[this.index + ahead];
    return token === undefined ? '' : this.textOf(token);
  }

  private textOf({ start, end }: PythonToken): string {
    return this.text.slice(start, end);
  }
}

/** A whole number; one with a zero in front is octal, as in Python 2. */
function readNumber(text: string): PythonValue | undefined {
  const digits = text.replace(/[lL]$/, '');
  if (/^(?:0|[1-9]\d{0,19})$/.test(digits) || /^0[xX][\da-fA-F]{1,16}$/.test(digits)) return { kind: 'number', value: BigInt(digits) };
  const octal = /^0[oO]?([0-7]{1,20})$/.exec(digits)?.[1];
  return octal === undefined ? undefined : { kind: 'number', value: BigInt(`0o${octal}`) };
}

/** What `+` makes of two values of one kind. */
export function add(left: PythonValue, right: PythonValue): PythonValue | undefined {
  if (left.kind === 'text' && right.kind === 'text') return { kind: 'text', text: left.text + right.text };
  if (left.kind === 'list' && right.kind === 'list') return { kind: 'list', items: [...left.items, ...right.items] };
  return calculate(left, right, (a, b) => a + b);
}

function calculate(left: PythonValue, right: PythonValue, operate: (a: bigint, b: bigint) => bigint): PythonValue | undefined {
  return left.kind === 'number' && right.kind === 'number' ? { kind: 'number', value: operate(left.value, right.value) } : undefined;
}
