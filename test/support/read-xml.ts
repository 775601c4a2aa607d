/** Reads XML with a strict parser, as whoever gets a report does. */
import sax from 'sax';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The outermost element; what is not well-formed is thrown. */
export function readXml(xml: string): XmlElement {
  const open: { name: string; attributes: Readonly<Record<string, string>>; children: XmlElement[]; text: string }[] = [
    { name: '', attributes: {}, children: [], text: '' },
  ];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    open.push({ name, attributes, children: [], text: '' });
  };
  parser.ontext = (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  };
  parser.onclosetag = () => {
    const done = open.pop();
    if (done !== undefined) open.at(-1)?.children.push(done);
  };
  parser.write(xml).close();
  const [root] = open[0]?.children ?? [];
  if (root === undefined) throw new Error('there is no element');
  return root;
}
