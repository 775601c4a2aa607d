/** Values of JSON, and how objects are filled in by dotted paths. */

export type Json = string | number | boolean | readonly Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

/**
 * Puts a value at a path such as `b_info.type.hvm.boot`, making the objects on the way.
 * A part that names a variant stays one key: libxl writes `"type.hvm"`.
 */
export function setAt(root: JsonObject, path: string, value: Json): void {
  const { object, key } = reach(root, path);
  object[key] = value;
}

/** Takes the value at a path away. */
export function removeAt(root: JsonObject, path: string): void {
  const { object, key } = reach(root, path);
  Reflect.deleteProperty(object, key);
}

/** The value at a path. */
export function valueAt(root: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = root;
  for (const key of keysOf(path)) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

function reach(root: JsonObject, path: string): { readonly object: JsonObject; readonly key: string } {
  const keys = keysOf(path);
  const key = keys.pop() ?? '';
  return { object: keys.reduce(childOf, root), key };
}

function keysOf(path: string): string[] {
  return path
    .replace(/\b(type|connection)\./, '$1:')
    .split('.')
    .map((key) => key.replace(':', '.'));
}

function childOf(object: JsonObject, key: string): JsonObject {
  const present = object[key];
  if (isObject(present)) return present;
  const child: JsonObject = {};
  object[key] = child;
  return child;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Reads JSON without its nulls, which say the same as nothing; undefined for what is none. */
export function parseJson(text: string): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(text, (_, value: unknown) => value ?? undefined);
    return isJson(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Whether what JSON.parse gave, which is nothing but JSON, is something at all. */
function isJson(value: unknown): value is Json {
  return value !== undefined && value !== null;
}
