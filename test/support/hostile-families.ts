/** Texts of one pattern in any length, each of which makes some part of the checks do its utmost. */

/** A text of about so many UTF-16 units. */
export type Family = (length: number) => string;

/** Lines, or whatever stands for them, that number themselves. */
function many(piece: (index: number) => string, before = '', after = ''): Family {
  return (length) => {
    const pieces = [before];
    for (let index = 0, total = before.length; total < length; index++) {
      const next = piece(index);
      pieces.push(next);
      total += next.length;
    }
    return pieces.join('') + after;
  };
}

function repeat(piece: string, before = '', after = ''): Family {
  return many(() => piece, before, after);
}

const hex = (index: number, width: number): string => index.toString(16).padStart(width, '0');
const bdf = (index: number): string =>
  `${hex((index >> 16) & 0xffff, 4)}:${hex((index >> 8) & 0xff, 2)}:${hex((index >> 3) & 31, 2)}.${index & 7}`;
const mac = (index: number): string => `00:16:3e:${hex((index >> 16) & 0xff, 2)}:${hex((index >> 8) & 0xff, 2)}:${hex(index & 0xff, 2)}`;
/** A word that differs from every other and from all options, but looks like some of them. */
function word(index: number): string {
  const stem = ['memory', 'on_crash', 'vcpus', 'device_model', 'spice'][index % 5] ?? '';
  return stem + hex(index, 3).replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}

export const FAMILIES: Readonly<Record<string, Family>> = {
  // Statements.
  'one option again and again': repeat('a=1\n'),
  'one option on one line': repeat('a=1;'),
  'options with a mistake': repeat('a=;'),
  'known option again and again': repeat('memory = 512\n'),
  'misspelt names, all different': many((index) => `${word(index)} = 1\n`),
  'names with nothing alike': many((index) => `zq${hex(index, 5)}xw = "y"\n`),
  'one very long name': repeat('a', '', ' = 1\n'),
  'broken lines': repeat('foo bar\n'),
  'blank lines': repeat('\n'),
  blanks: repeat(' '),
  'carriage returns': repeat('a = 1\r\n'),
  'wrong numbers': repeat('memory = 010\n'),
  'words without quotes': repeat('kernel = abc/def\n'),
  'python lines': repeat('import os\n'),
  'python lists that double': repeat('disk = [disk, disk]\n', 'disk = ["a"]\n'),
  'python lists that nest': repeat('disk = [disk]\n'),
  'a python list that is used again and again': (length) => `a = [${'1,'.repeat(length / 8)}]\n${'b = a + [1]\n'.repeat(length / 16)}`,
  'a python text that is used again and again': (length) =>
    `a = "${'x'.repeat(length / 4)}"\n${'b = "%(a)s" % vars()\n'.repeat(length / 32)}`,
  'open python texts': repeat('\\"""\n'),
  'open python texts with continued lines': repeat('\\"\\\n'),
  'shell prompts': repeat('root@host:~# xl list\n'),
  'dollar signs': repeat('$'),
  'dollar signs and blanks': repeat('$ '),
  'a host name without end': (length) => `a@${'b'.repeat(length)}`,
  'a host name in a bracket': (length) => `[a@${'b'.repeat(length)}`,
  'words with dots': repeat('a.b-'),
  'templates marks': repeat('{{ x }} '),
  'open template marks': repeat('{{ '),
  'open template marks in a value': repeat('{% ', 'a = ', '\n'),
  'branches in branches': repeat('{% if a %}', 'name = "{{ x }}"\n'),
  'branches that end': repeat('<% if a %>\nvcpus = 1\n<% end %>\n', 'name = "<%= x %>"\n'),
  'ends of nothing': repeat('{% endif %}', 'name = "{{ x }}"\n'),
  'open braces behind a placeholder': repeat('{', 'name = "{{ x }}"\n'),
  'open shell words behind a placeholder': repeat('${', 'name = "{{ x }}"\n'),
  'placeholders in a list': repeat('"{{ x }}", ', 'vif = [ ', ' ]\n'),
  'placeholders in a device string': repeat('mac={{ x }},', 'vif = [ "', '" ]\n'),
  'mistakes beside placeholders': repeat('a b {{ x }} "\\q" '),
  'placeholders in values': repeat('memory = "@MEM@"\n'),
  'at signs': repeat('@a', 'name = x '),
  'conflict markers': repeat('<<<<<<< HEAD\n'),
  'typographic quotes': repeat('\u201cx\u201d '),
  'line continuations': repeat('\\'),
  digits: repeat('1', 'memory = ', '\n'),
  'numbers without blanks': repeat('1 2', 'a = ', '\n'),
  sums: repeat('1+', 'memory = ', '\n'),
  'nul bytes': repeat('\0'),
  // Strings.
  'one long string': repeat('x', 'name = "', '"\n'),
  'open strings': repeat('"'),
  'open strings on lines': repeat('a = "x\n'),
  'strings side by side': repeat("'x' ", 'a = '),
  'escapes in a string': repeat('\\n', 'name = "', '"\n'),
  'wrong escapes in a string': repeat('\\q', 'name = "', '"\n'),
  'octal escapes in a string': repeat('\\0', 'name = "', '"\n'),
  'escapes in a device': repeat('\\t', 'vif = [ "', '" ]\n'),
  'joined strings': repeat('bootloader_args += "x"\n'),
  // Lists.
  'open lists': repeat('['),
  'open lists in a value': repeat('[', 'a = '),
  'nested lists': (length) => `a = ${'['.repeat(length / 2)}${']'.repeat(length / 2)}\n`,
  'lists of lists': repeat('["a"],', 'vnuma = [', ']\n'),
  'a list of numbers': repeat('1,', 'cpus = [', ']\n'),
  'a list without commas': repeat('"a" ', 'disk = [', ']\n'),
  'a list of commas': repeat(',', 'disk = [', ']\n'),
  'a list with semicolons': repeat('"a";', 'disk = [', ']\n'),
  'brackets closed too often': repeat(']'),
  'joined lists': repeat("disk += [ 'a' ]\n"),
  'joined interfaces': repeat('vif += [ "x" ]\n'),
  // Comments.
  comments: repeat('# c\n'),
  'comment with blanks': repeat(' ', '#', 'x\n'),
  'a long directive': repeat('a', '# xlcfg: ', '\n'),
  'a directive of blanks': repeat(' ', '# xlcfg:', 'x\n'),
  'a directive of words': repeat('xen=4.17 ', '# xlcfg: ', '\n'),
  'a suppression of blanks': repeat(' ', '# xlcfg-disable-line', 'x\n'),
  'a suppression of words': repeat('unknown-option ', '# xlcfg-disable-file ', '\n'),
  'suppressions of dashes': repeat('-', '# xlcfg-disable-file ', '\n'),
  suppressions: repeat('# xlcfg-disable-line unknown-option\n'),
  'suppressions that do something': many((index) => `${word(index)} = 1 # xlcfg-disable-line unknown-option\n`),
  'number signs': repeat('#'),
  // Devices.
  'different pci devices': many((index) => `'${bdf(index)}', `, 'pci = [ ', ']\n'),
  'equal pci devices': repeat("'00:1d.0', ", 'pci = [ ', ']\n'),
  'joined pci devices': many((index) => `pci += [ '${bdf(index)}' ]\n`),
  'pci options': repeat('msitranslate=1,', "pci = [ '00:1d.0,", "' ]\n"),
  'usb devices': many((index) => `'type=hostdev,hostbus=${index & 0xff},hostaddr=${index & 0x7f}', `, 'usbdev = [ ', ']\n'),
  'disks on one device': repeat("'/dev/a,raw,xvda,rw', ", 'disk = [ ', ']\n'),
  'different disks': many((index) => `'/dev/vg/a${index},raw,xvd${'abcdefgh'[index & 7] ?? ''}${index >> 3},rw', `, 'disk = [ ', ']\n'),
  'disks with prefixes': repeat('phy:', "disk = [ '", "' ]\n"),
  'values in a disk': repeat('a,', "disk = [ '", "' ]\n"),
  'keys in a disk': repeat('format=raw,', "disk = [ '", "' ]\n"),
  'flags in a disk': repeat('discard,', "disk = [ '", "' ]\n"),
  'unknown keys in a disk': many((index) => `${word(index).replaceAll('_', '-')}=1,`, "disk = [ '", "' ]\n"),
  'a long target': repeat('a', "disk = [ 'target=", "' ]\n"),
  'a disk of letters': repeat('a', "disk = [ '", "' ]\n"),
  'a disk of colons': repeat('a:', "disk = [ '", "' ]\n"),
  'blanks in a disk': repeat(' ', "disk = [ '", "x' ]\n"),
  'tabs in a disk': repeat('\t', "disk = [ '", "x' ]\n"),
  'a device of digits': repeat('1', "disk = [ 'vdev=xvd", ",target=/x' ]\n"),
  'interfaces with one address': repeat("'mac=00:16:3e:00:00:01,bridge=br0', ", 'vif = [ ', ']\n'),
  'interfaces with addresses of their own': many((index) => `'mac=${mac(index)},bridge=br${index}', `, 'vif = [ ', ']\n'),
  'keys in an interface': repeat('bridge=x,', "vif = [ '", "' ]\n"),
  'unknown keys in an interface': many((index) => `${word(index)}=1,`, "vif = [ '", "' ]\n"),
  'tabs in an interface': repeat('\t', "vif = [ '", "' ]\n"),
  'tabs before a letter in an interface': repeat('\t', "vif = [ '", "x' ]\n"),
  'blanks in an interface': repeat(' ', "vif = [ '", "x' ]\n"),
  'blank fields in an interface': repeat(' ,', "vif = [ '", "' ]\n"),
  'blanks in a value of an interface': repeat(' ', "vif = [ 'bridge=", "x' ]\n"),
  'an address of digits': repeat('1', "vif = [ 'mac=", "' ]\n"),
  'an address of blanks': repeat(' ', "vif = [ 'mac=", "1' ]\n"),
  'a rate of digits': repeat('1', "vif = [ 'rate=", "Kb/s' ]\n"),
  'a rate of blanks': repeat(' ', "vif = [ 'rate=", "1Kb/s' ]\n"),
  'equals signs in an interface': repeat('=', "vif = [ '", "' ]\n"),
  'usb controllers': repeat("'version=2', ", 'usbctrl = [ ', ']\n'),
  'blanks in a controller': repeat(' ', "usbctrl = [ 'version=", "2' ]\n"),
  'equals signs in a controller': repeat('=', "usbctrl = [ 'a", "' ]\n"),
  'cpu lists': repeat('1,', 'cpus = "', '"\n'),
  'cpu ranges': repeat('0-9,^3,', 'cpus = "', '"\n'),
  'cpu lists of blanks': repeat(' ', 'cpus = "', '1"\n'),
  'cpu lists of digits': repeat('1', 'cpus = "', '"\n'),
  'cpu features': repeat('sse4=0,', 'cpuid = "host,', '"\n'),
  'unknown cpu features': many((index) => `${word(index)}=0,`, 'cpuid = "host,', '"\n'),
  'cpu registers': repeat('0x1:eax=0,', 'cpuid = [ "', '" ]\n'),
  framebuffers: repeat("'vnc=1', ", 'vfb = [ ', ']\n'),
  'virtual sound cards': repeat("[ 'card, backend=Domain-0', 'pcm, name=a', 'stream, type=p' ], ", 'vsnd = [ ', ']\n'),
  'streams of a sound card': repeat("'stream, type=p', ", "vsnd = [ [ 'card', 'pcm, name=a', ", '] ]\n'),
  'virtual displays': repeat('1:1920x1080;', "vdispl = [ 'connectors=", "' ]\n"),
  'digits of a display': repeat('1', "vdispl = [ 'connectors=1:", "' ]\n"),
  'memory nodes': repeat("[ 'pnode=0', 'size=1', 'vcpus=0', 'vdistances=10' ], ", 'vnuma = [ ', ']\n'),
  'distances of a node': repeat('10,', "vnuma = [ [ 'pnode=0', 'size=1', 'vcpus=0', 'vdistances=", "' ] ]\n"),
  'vcpus of a node': repeat('0-1,', "vnuma = [ [ 'pnode=0', 'size=1', 'vcpus=", "' ] ]\n"),
  'memory of the host': repeat("'f8000,1', ", 'iomem = [ ', ']\n'),
  'ports of the host': repeat("'2f8-2ff', ", 'ioports = [ ', ']\n'),
  'interrupts of the host': repeat('7, ', 'irqs = [ ', ']\n'),
  'viridian words': repeat('"base", ', 'viridian = [ ', ']\n'),
  'wrong viridian words': many((index) => `"${word(index)}", `, 'viridian = [ ', ']\n'),
  'shared folders': many((index) => `'tag=t${index},path=/a,security_model=none', `, 'p9 = [ ', ']\n'),
  'virtio devices': repeat("'type=virtio,device22,transport=mmio', ", 'virtio = [ ', ']\n'),
  'smbios strings': repeat("'bios_vendor=x', ", 'smbios = [ ', ']\n'),
  'reserved memory': repeat('strategy=host,', 'rdm = "', '"\n'),
  // Logs.
  'heads of messages': repeat('libxl: error: '),
  'one message again and again': repeat('libxl: error: libxl_create.c:1:f: Domain 5:Invalid or unsupported virtual disk identifier x\n'),
  'beginnings of messages': repeat('Disk vdev=a failed to stat: '),
  'beginnings without an end': repeat("config parsing error near `a': "),
  'different messages': many((index) => `Unknown on_crash action "${word(index)}" specified\n`),
  'a message that names what the text has': (length) =>
    `Illegal pool specified: ${'a '.repeat(length / 4)}\npool = "${'a '.repeat(length / 4)}"\n`,
  'broken lines of a log': repeat('libxl: error: IOMMU required\nfor device\n'),
  'brackets of a journal': repeat('[1'),
  'colours of a terminal': repeat('\u001b[1'),
  channels: many((index) => `'connection=pty,name=c${index}', `, 'channel = [ ', ']\n'),
};
