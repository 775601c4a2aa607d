/** Configs of new domains: whatever is answered, what comes out is right or the answer is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Answers, type NewDomain, OFFERED_VERSIONS, type XenVersion } from '../../server/src/language-service';
import { QUESTION_NAMES } from '../../server/src/features/new-domain/answers';
import { ARCHITECTURES } from '../../server/src/schema/target';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';
import { fuzzRuns } from '../support/fuzz-size';
import { allChoices } from '../support/new-domains';
import { SAMPLE_FACTS } from '../support/sample-facts';

const make = (answers: Answers, xen: XenVersion = '4.22'): NewDomain => service.newDomain(answers, { xen });

/** The settings as xl's own parser stores them, by name. */
function stored(text: string): ReadonlyMap<string, unknown> {
  const result = service.store(text);
  assert.ok('settings' in result, text);
  return new Map(result.settings.map(({ name, value }) => [name, value]));
}

function problemsOf(answers: Answers, xen?: XenVersion): readonly string[] {
  return make(answers, xen).problems.map(({ question, message }) => `${question}: ${message}`);
}

test('nothing at all gives a domain that needs no answer', () => {
  const { text, problems } = make({});
  assert.deepEqual(problems, []);
  assert.equal(
    text,
    `type = "pvh"
name = "linux"

# Memory in MiB, and virtual CPUs.
memory = 2048
vcpus = 2

# The kernel is a file on the host; root= names a disk or a partition of the guest.
kernel = "/boot/vmlinuz"
ramdisk = "/boot/initrd.img"
cmdline = "console=hvc0 root=/dev/xvda1 ro"

# The disk must exist: xl does not create it.
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/linux" ]

# Without mac=, every xl create picks a new address.
vif = [ "bridge=xenbr0" ]
`,
  );
});

test('all choices on all releases give a config without findings, or a reason', () => {
  let made = 0;
  for (const xen of OFFERED_VERSIONS) {
    const seen = new Set<string>();
    for (const answers of ARCHITECTURES.flatMap(allChoices)) {
      const { text, problems } = make(answers, xen);
      // The config itself is never to blame.
      for (const { question, message } of problems)
        assert.ok(message !== '' && answers[question] !== '', JSON.stringify({ answers, problems }));
      if (problems.length > 0 || seen.has(text)) continue;
      seen.add(text);
      made += 1;
      checkConfig(text, answers, xen);
    }
  }
  assert.ok(made > 1500, String(made));
});

/** No finding, also no hint, and what was chosen is what xl makes of the text. */
function checkConfig(text: string, { arch, type = '', bridge = '', iso, mac }: Answers, xen: XenVersion): void {
  const { findings, model, isRefused } = service.analyze(text, { ...DEFAULT_SETTINGS, target: { xen } });
  assert.deepEqual([findings, model.tree.problems, isRefused, model.fileKind], [[], [], false, 'config'], text);
  assert.equal(model.target.arch, arch, text);
  if (type !== '' && arch === 'x86') assert.equal(model.domainType, type, text);
  const settings = stored(text);
  const count = (name: string): number => {
    const value = settings.get(name);
    return Array.isArray(value) ? value.length : 0;
  };
  assert.equal(count('vif'), bridge === 'none' ? 0 : bridge === '' ? 1 : 2, text);
  assert.equal(text.includes(`mac=${mac ?? ''}`), mac !== undefined || bridge === '', text);
  const hasDrive = text.includes('devtype=cdrom');
  if (iso !== undefined) assert.ok(hasDrive, text);
  assert.equal(count('disk'), (mac === undefined ? 1 : 2) + (hasDrive ? 1 : 0), text);
}

test('a combination is refused exactly where one of its choices cannot be had', () => {
  for (const xen of ['4.22', '4.9'] as const) {
    for (const answers of ARCHITECTURES.flatMap(allChoices)) {
      // Without a type, one follows that suits the rest.
      if (answers.arch === 'x86' && answers.type === '') continue;
      const { problems } = make(answers, xen);
      assert.equal(problems.length === 0, canBeHad(answers, xen), JSON.stringify({ xen, answers, problems }));
    }
  }
});

/** What goes together, a row a kind of domain; nothing said is always right. */
const KINDS: readonly {
  readonly is: Answers;
  readonly boot: readonly string[];
  readonly graphics: readonly string[];
  readonly firmware: readonly string[];
}[] = [
  { is: { arch: 'arm', preset: 'linux', type: 'pvh' }, boot: ['kernel'], graphics: ['none'], firmware: [] },
  { is: { arch: 'arm', preset: 'linux', type: '' }, boot: ['kernel'], graphics: ['none'], firmware: [] },
  { is: { arch: 'x86', preset: 'linux', type: 'pv' }, boot: ['kernel', 'grub', 'pygrub'], graphics: ['none', 'vnc'], firmware: [] },
  { is: { arch: 'x86', preset: 'linux', type: 'pvh' }, boot: ['kernel', 'grub', 'pygrub'], graphics: ['none'], firmware: [] },
  {
    is: { arch: 'x86', preset: 'linux', type: 'hvm' },
    boot: ['iso', 'disk'],
    graphics: ['none', 'vnc', 'spice'],
    firmware: ['bios', 'uefi'],
  },
  { is: { arch: 'x86', preset: 'linux', type: 'hvm' }, boot: ['kernel'], graphics: ['none', 'vnc', 'spice'], firmware: ['bios'] },
  {
    is: { arch: 'x86', preset: 'windows', type: 'hvm' },
    boot: ['iso', 'disk'],
    graphics: ['none', 'vnc', 'spice'],
    firmware: ['bios', 'uefi'],
  },
];

function canBeHad(answers: Answers, xen: '4.22' | '4.9'): boolean {
  const allows = (possible: readonly string[], text = ''): boolean => text === '' || possible.includes(text);
  if (xen === '4.9' && answers.arch === 'x86' && answers.type === 'pvh') return false;
  return KINDS.some(
    ({ is, boot, graphics, firmware }) =>
      is.arch === answers.arch &&
      is.preset === answers.preset &&
      is.type === answers.type &&
      allows(boot, answers.boot) &&
      allows(graphics, answers.graphics) &&
      allows(firmware, answers.firmware),
  );
}

const PATH = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `/${text}`);

test('values stand in the config as they were said, whatever is in them', () => {
  fc.assert(
    fc.property(PATH, PATH, fc.string({ unit: 'binary', maxLength: 60 }), (kernel, ramdisk, cmdline) => {
      const answers = { kernel, ramdisk, cmdline, type: 'pvh' };
      const { text, problems } = make(answers);
      if (problems.some(({ isError }) => isError)) return;
      const settings = stored(text);
      assert.equal(settings.get('kernel'), kernel.trim());
      if (cmdline.trim() !== '') assert.equal(settings.get('cmdline'), cmdline.trim());
      if (ramdisk.trim() !== '') assert.equal(settings.get('ramdisk'), ramdisk.trim());
    }),
    fuzzRuns(500),
  );
});

test('no answer adds a setting, a device or a key of one', () => {
  const names = [...stored(make({ type: 'hvm', iso: '/a.iso', disk: '/b', bridge: 'c', backend: 'd' }).text).keys()];
  fc.assert(
    fc.property(PATH, PATH, fc.string({ unit: 'binary' }), fc.string(), fc.string(), (iso, disk, bridge, backend, name) => {
      const { text, problems } = make({ type: 'hvm', iso, disk, bridge, backend, name });
      const settings = stored(text);
      assert.deepEqual([...settings.keys()], names);
      if (problems.length > 0) return;
      const domain = service.explain(analyze(text)) as {
        readonly disks: readonly { readonly pdev_path: string }[];
        readonly nics: readonly object[];
      };
      const paths = domain.disks.map(({ pdev_path }) => pdev_path);
      assert.equal(paths.at(-1), iso.trim());
      assert.deepEqual(
        paths.slice(0, -1).join(','),
        disk
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== '')
          .join(','),
      );
    }),
    fuzzRuns(500),
  );
});

test('answers can be anything', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 20 });
  fc.assert(
    fc.property(fc.record(Object.fromEntries(QUESTION_NAMES.map((name) => [name, anything])), { requiredKeys: [] }), (answers) => {
      const { text } = make(answers);
      assert.ok('settings' in service.store(text), text);
    }),
    fuzzRuns(500),
  );
});

test('an answer that cannot be read says what can be', () => {
  assert.deepEqual(problemsOf({ name: 'my guest' }), [
    'name: Use letters, digits and . _ + -, with a letter or a digit first: logs and QEMU get the name too',
  ]);
  assert.deepEqual(problemsOf({ name: '42' }), ['name: xl takes a name of digits for the number of a domain']);
  assert.match(problemsOf({ name: 'Domain-0' })[0] ?? '', /^name: .*Domain-0/);
  assert.deepEqual(problemsOf({ memory: 'much' }), ['memory: Write a number of MiB, or one with a unit such as 4G']);
  assert.deepEqual(problemsOf({ vcpus: '0' }), ['vcpus: Write a whole number, 1 or more']);
  assert.match(problemsOf({ vcpus: '5000' })[0] ?? '', /^vcpus: /);
  assert.deepEqual(problemsOf({ disk: 'vg/a' }), ['disk: Write an absolute path']);
  assert.deepEqual(problemsOf({ disk: '/a, /a' }), ['disk: The same disk is given twice']);
  assert.match(problemsOf({ disk: '/a.vmdk' })[0] ?? '', /^disk: xl of this release does not take vmdk images\. Convert it/);
  assert.deepEqual(problemsOf({ disk: '/a.qed' }), []);
  assert.match(problemsOf({ disk: '/a.qed' }, '4.8')[0] ?? '', /does not take qed images/);
  assert.match(problemsOf({ disk: '/dev/sdX' })[0] ?? '', /^disk: .*placeholder/);
  assert.deepEqual(problemsOf({ mac: '00:16:3e:XX:XX:XX' }), ['mac: Write six bytes, such as 00:16:3e:12:34:56']);
  assert.match(problemsOf({ mac: '01:16:3e:00:00:00' })[0] ?? '', /must be even/);
  assert.deepEqual(problemsOf({ mac: '00:16:3e:00:00:01', bridge: 'none' }), ['mac: The domain has no network card']);
  assert.match(problemsOf({ bridge: 'much-too-long-name' })[0] ?? '', /^bridge: much-too-long-name cannot be the name of a bridge/);
  assert.deepEqual(problemsOf({ kernel: '/boot/a\nb' }), ['kernel: A config cannot hold this character']);
  assert.deepEqual(problemsOf({ xen: '3.4' }), ['xen: Write 4.6 or later, or unstable']);
});

test('answers that do not go together are told apart', () => {
  assert.deepEqual(
    problemsOf({ preset: 'windows', type: 'pv' }),
    ['type: Windows needs an HVM domain', 'boot: Windows boots from `grub`, `pygrub`'].slice(0, 1),
  );
  assert.deepEqual(problemsOf({ type: 'pvh' }, '4.9'), ['type: PVH domains came with Xen 4.10']);
  assert.deepEqual(problemsOf({ type: 'pvh', boot: 'iso' }), ['boot: PVH domains boot from kernel, grub, pygrub']);
  assert.deepEqual(problemsOf({ type: 'pv', firmware: 'uefi' }), ['firmware: Only HVM domains have firmware']);
  assert.deepEqual(problemsOf({ arch: 'arm', preset: 'windows' })[0], 'preset: Windows does not run as a domain on Arm');
  assert.deepEqual(problemsOf({ type: 'hvm', cmdline: 'ro' }), ['cmdline: This needs a domain that boots a kernel on the host']);
});

test('findings are problems of the answer that they are about', () => {
  const { problems } = make({ cmdline: 'root=/dev/xvdb1 console = hvc0' });
  assert.deepEqual(
    problems.map(({ question, isError }) => [question, isError]),
    [
      ['cmdline', true],
      ['cmdline', false],
    ],
  );
});

test('a list that does not fit into a line has a line an item', () => {
  const path = `/srv/${'long'.repeat(12)}`;
  assert.ok(make({ disk: path.slice(0, -10) }).text.includes('disk = [ "format'));
  assert.ok(make({ disk: path }).text.includes(`disk = [\n    "format=raw, vdev=xvda, access=rw, target=${path}",\n]\n`));
});

test('memory is taken with a unit', () => {
  for (const [said, size] of [
    ['512', 512],
    ['0512', 512],
    ['4G', 4096],
    ['4 GiB', 4096],
    ['1tb', 1048576],
    ['768M', 768],
  ] as const)
    assert.equal(stored(make({ memory: said }).text).get('memory'), String(size));
});

test('the target stands in the file where it was asked for, or nothing else would tell', () => {
  const firstLine = (answers: Answers, arch?: 'arm' | 'x86'): string | undefined =>
    service.newDomain(answers, { xen: '4.20', ...(arch === undefined ? {} : { arch }) }).text.split('\n')[0];
  assert.equal(firstLine({}), 'type = "pvh"');
  assert.equal(firstLine({ xen: '4.17' }), '# xlcfg: xen=4.17');
  assert.equal(firstLine({ arch: 'arm' }), '# xlcfg: arch=arm');
  assert.equal(firstLine({ xen: '4.17', arch: 'x86' }, 'x86'), '# xlcfg: xen=4.17 arch=x86');
  assert.equal(firstLine({}, 'arm'), 'name = "linux"');
});

test('pygrub is restricted where the release can do it, and said to be dangerous where it cannot', () => {
  const answers = { type: 'pv', boot: 'pygrub' };
  assert.match(make(answers, '4.18').text, /^bootloader_restrict = 1$/m);
  assert.doesNotMatch(make(answers, '4.17').text, /bootloader_restrict/);
  assert.match(make(answers, '4.17').text, /as root: trust the guest/);
});

test('questions follow from the answers, and every choice is one that can be had', () => {
  const namesOf = (answers: Answers): readonly string[] => make(answers).questions.map(({ name }) => name);
  assert.deepEqual(namesOf({}), ['type', 'boot', 'kernel', 'ramdisk', 'name', 'memory', 'vcpus', 'disk', 'cmdline', 'bridge']);
  assert.deepEqual(namesOf({ type: 'hvm' }), ['type', 'boot', 'iso', 'name', 'memory', 'vcpus', 'disk', 'bridge', 'graphics']);
  assert.deepEqual(namesOf({ arch: 'arm' }), ['type', 'kernel', 'ramdisk', 'name', 'memory', 'vcpus', 'disk', 'cmdline', 'bridge']);
  for (const xen of OFFERED_VERSIONS) {
    const walk = (answers: Answers, asked: readonly string[]): void => {
      const { problems, questions } = make(answers, xen);
      assert.deepEqual(problems, [], JSON.stringify(answers));
      const next = questions.find(({ name }) => !asked.includes(name));
      if (next === undefined) return;
      const replies = next.choices.length > 0 ? next.choices.map((choice) => choice.answers) : [{ [next.name]: next.value }];
      for (const reply of replies) walk({ ...answers, ...reply }, [...asked, next.name]);
    };
    walk({}, []);
  }
});

test('the release is asked for where nobody says it', () => {
  const [first] = service.newDomain({}, { xen: '4.22' }, { bridges: [], driverDomains: [], images: [], isReleaseOpen: true }).questions;
  assert.equal(first?.name, 'xen');
  assert.equal(first.choices[0]?.label, '4.22');
});

test('a project for one architecture is not asked about the other', () => {
  const labels = (arch: 'arm' | 'x86'): readonly string[] =>
    service
      .newDomain({}, { xen: '4.22', arch })
      .questions.find(({ name }) => name === 'type')
      ?.choices.map(({ label }) => label) ?? [];
  assert.ok(!labels('x86').includes('Linux on Arm'));
  assert.deepEqual(labels('arm'), []);
});

test('bridges, driver domains and kernels that are known can be chosen, kernels with their verdict', () => {
  const images = [...SAMPLE_FACTS.files].flatMap(([path, fact]) => (fact.state === 'image' ? [{ path, report: fact.report }] : []));
  const known = { bridges: ['xenbr1', 'bad name'], driverDomains: ['net', 'a,b'], images, isReleaseOpen: false };
  const { questions } = service.newDomain({ type: 'pvh' }, { xen: '4.22' }, known);
  const choicesOf = (name: string): readonly string[] =>
    questions.find((each) => each.name === name)?.choices.map(({ label, description }) => `${label} (${description})`) ?? [];
  assert.deepEqual(choicesOf('bridge'), ['xenbr1 (used by another config)', 'xenbr1 of net (a driver domain)', 'No network ()']);
  assert.equal(choicesOf('kernel').length, images.length);
  const verdicts = choicesOf('kernel').map((choice) => /\((boots|unclear|does not boot): /.exec(choice)?.[1]);
  // Enter takes one that boots.
  assert.equal(verdicts[0], 'boots');
  assert.ok(verdicts.includes('does not boot') && verdicts.lastIndexOf('boots') < verdicts.indexOf('does not boot'));
});

test('where no kernel boots that is known, Enter takes the usual path', () => {
  const images = [...SAMPLE_FACTS.files].flatMap(([path, fact]) => (fact.state === 'image' ? [{ path, report: fact.report }] : []));
  const choicesOf = (known: typeof images): readonly string[] =>
    service
      .newDomain({ type: 'pvh' }, { xen: '4.22' }, { bridges: [], driverDomains: [], images: known, isReleaseOpen: false })
      .questions.find(({ name }) => name === 'kernel')
      ?.choices.map(({ label, description }) => `${label} (${description})`) ?? [];
  const wrong = images.filter(({ path }) => choicesOf(images).some((choice) => choice.startsWith(`${path} (does not boot`)));
  assert.ok(wrong.length > 0);
  const [first, second] = choicesOf(wrong);
  assert.equal(first, '/boot/vmlinuz (the usual path)');
  assert.match(second ?? '', /does not boot/);
});
