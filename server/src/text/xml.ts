/** Elements of XML, written so that every text comes out of a parser as it went in, but for control characters. */

/** What XML has no character for, beside the control characters, which are shown as their escapes wherever something is printed. */
const IMPOSSIBLE = /[\ufffe\uffff]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

type Attributes = Readonly<Record<string, string | number>>;

/** The tag that opens an element. */
export function openTag(name: string, attributes: Attributes): string {
  return `<${name}${writeAttributes(attributes)}>`;
}

/** An element with nothing in it, or a text. */
export function element(name: string, attributes: Attributes, text?: string): string {
  const head = `<${name}${writeAttributes(attributes)}`;
  return text === undefined ? `${head}/>` : `${head}>${escapeXml(text)}</${name}>`;
}

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
}

function escapeXml(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"\n\t\r]/g, (character) => ESCAPES[character] ?? character);
}
