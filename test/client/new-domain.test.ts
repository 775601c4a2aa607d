/** The way through the questions about a new domain, with the real questions and a person who is played. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askForDomain, type Response, type Step } from '../../client/src/new-domain/flow';
import type { DomainAnswers, NewDomainReply } from '../../protocol/requests';
import { service } from '../support/check';

const next = async (answers: DomainAnswers, asked: readonly string[]): Promise<NewDomainReply> => {
  const { questions, problems, text, name } = service.newDomain(answers, { xen: '4.22' });
  const question = questions.find((each) => !asked.includes(each.name)) ?? null;
  return { question, total: questions.length, text, name, complaints: problems };
};

/** Enter. */
const accept = ({ question, earlier }: Step): Response => ({
  kind: 'answer',
  answers: earlier ?? question.choices[0]?.answers ?? { [question.name]: question.value },
});

const write =
  (text: string) =>
  (step: Step): Response => ({ kind: 'answer', answers: { [step.question.name]: text } });
const choose =
  (label: string) =>
  (step: Step): Response => {
    const choice = step.question.choices.find((each) => each.label === label);
    assert.ok(choice, `${label} is one of ${step.question.choices.map((each) => each.label).join(', ')}`);
    return { kind: 'answer', answers: choice.answers };
  };
const back = (): Response => ({ kind: 'back' });

/** Plays a person who does something else than to press Enter at some of the questions; each such thing once. */
async function play(script: Readonly<Record<string, readonly ((step: Step) => Response)[]>>) {
  const log: string[] = [];
  const done = new Map<string, number>();
  const reply = await askForDomain(next, async (step) => {
    const { name } = step.question;
    log.push(`${step.number}/${step.total} ${name}`);
    const times = done.get(name) ?? 0;
    done.set(name, times + 1);
    return (script[name]?.[times] ?? accept)(step);
  });
  return { log, reply };
}

test('Enter goes through', async () => {
  const { log, reply } = await play({});
  assert.deepEqual(log, [
    ...['1/10 type', '2/10 boot', '3/10 kernel', '4/10 ramdisk', '5/10 name', '6/10 memory'],
    ...['7/10 vcpus', '8/10 disk', '9/10 cmdline', '10/10 bridge'],
  ]);
  assert.equal(reply?.text, service.newDomain({}, { xen: '4.22' }).text);
});

test('answers change what is asked and end in the config', async () => {
  const { log, reply } = await play({
    type: [choose('Windows, HVM')],
    boot: [choose('Installer CD, UEFI')],
    name: [write('win11')],
    memory: [write('8G')],
  });
  assert.deepEqual(
    log.map((line) => line.split(' ')[1]),
    ['type', 'boot', 'iso', 'name', 'memory', 'vcpus', 'disk', 'bridge', 'graphics'],
  );
  assert.equal(reply?.name, 'win11');
  for (const line of ['type = "hvm"', 'name = "win11"', 'memory = 8192', 'bios = "ovmf"'])
    assert.ok(reply.text.includes(`${line}\n`), line);
  assert.match(reply.text, /target=\/dev\/vg\/win11"/);
  assert.deepEqual(reply.complaints, []);
});

test('back goes to the question before, which remembers what was said', async () => {
  const earlier: (DomainAnswers | undefined)[] = [];
  const { log, reply } = await play({
    name: [write('one'), (step) => (earlier.push(step.earlier), write('two')(step))],
    memory: [back],
  });
  assert.deepEqual(log.slice(4, 8), ['5/10 name', '6/10 memory', '5/10 name', '6/10 memory']);
  assert.deepEqual(earlier, [{ name: 'one' }]);
  assert.equal(reply?.name, 'two');
});

test('a default that was accepted follows what is changed before it', async () => {
  const { reply } = await play({
    name: [write('one'), write('two')],
    cmdline: [back],
    disk: [accept, back],
    vcpus: [accept, back],
    memory: [accept, back],
  });
  assert.match(reply?.text ?? '', /target=\/dev\/vg\/two"/);
  assert.doesNotMatch(reply?.text ?? '', /vg\/one/);
});

test('another kind of domain has other questions, and nothing is left of the answers to the old ones', async () => {
  const { log, reply } = await play({
    type: [choose('Windows, HVM'), choose('Linux, PV')],
    boot: [choose('Installer CD, UEFI'), back, choose('pygrub')],
    iso: [back],
  });
  const asked = log.map((line) => line.split(' ')[1]);
  assert.deepEqual(asked.slice(0, 7), ['type', 'boot', 'iso', 'boot', 'type', 'boot', 'name']);
  assert.equal(reply?.text, service.newDomain({ type: 'pv', boot: 'pygrub' }, { xen: '4.22' }).text);
});

test('giving up gives nothing', async () => {
  const { log, reply } = await play({ memory: [() => ({ kind: 'cancel' })] });
  assert.equal(reply, undefined);
  assert.equal(log.at(-1), '6/10 memory');
});
