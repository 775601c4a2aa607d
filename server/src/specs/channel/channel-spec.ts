/** The language of channels (xl_parse.c, parse_config_data). */
import { message, plainMessage } from '../../text/message';
import type { ValueProblem } from '../../schema/value-problem';
import { keyValueSpec, readFields, toStruct, valueOf } from '../key-value';
import type { Spec, SpecField } from '../../schema/value-types/value-type';
import { malformed, missingKey } from '../spec-key';
import { choice } from '../../schema/value-types/choice';
import { path } from '../../schema/value-types/path';
import { domainName, text } from '../../schema/value-types/text';
import type { SpecText } from '../../schema/spec-text';

const WHAT = 'a channel';

const FIELDS = keyValueSpec({
  id: 'channel',
  what: WHAT,
  unknown: 'reported',
  isTrimmed: true,
  titleKeys: ['name', 'connection', 'path'],
  keys: [
    { name: 'connection', type: choice({ values: [{ value: 'pty' }, { value: 'socket' }] }), summary: 'Chooses what the host end is.' },
    { name: 'name', type: text({ what: 'name, such as `org.example.agent`' }), summary: 'Names the channel for the guest.' },
    { name: 'path', type: path('folder', { what: 'path of a socket on the host' }), summary: 'Names the socket on the host.' },
    { name: 'backend', field: 'backend_domname', type: domainName(), summary: 'Names the domain with the other end.', default: 'dom0' },
  ],
  checkFields: checkConnection,
});

function* checkConnection(fields: readonly SpecField[], item: SpecText): Generator<ValueProblem> {
  const connection = valueOf(fields, 'connection');
  if (connection === undefined) yield missingKey(item, 'connection', plainMessage(WHAT), 'pty');
  if (connection?.text === 'socket' && valueOf(fields, 'path') === undefined)
    yield missingKey(item, 'path', message('a channel on a socket'), '/run/channel.sock');
  if (valueOf(fields, 'name') === undefined)
    yield { ...missingKey(item, 'name', plainMessage(WHAT), 'org.example.agent'), message: 'missingAtCreate', stage: 'create' };
}

export const CHANNEL_SPEC: Spec = {
  ...FIELDS,
  toStruct(text, { target }) {
    const fields = readFields(text, { isTrimmed: true }, target);
    const { connection, path, ...others } = toStruct(fields, FIELDS.keys, target);
    return { ...others, ...(connection === 'socket' && path !== undefined ? { 'connection.socket': { path } } : { 'connection.pty': {} }) };
  },
  *checkItem(item, context) {
    if (/^,*$/.test(item.text)) yield malformed(item.whole, item, 'crash');
    else yield* FIELDS.checkItem(item, context);
  },
};
