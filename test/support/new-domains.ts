/** Answers of people who make domains, all combinations of them. */
import type { Architecture } from '../../server/src/schema/target';
import type { Answers } from '../../server/src/language-service';
import { BOOTS, DISPLAYS, FIRMWARES, PRESETS } from '../../server/src/features/new-domain/answers';

const combine = <T>(all: readonly Answers[], values: readonly T[], toAnswers: (value: T) => Answers): readonly Answers[] =>
  all.flatMap((answers) => values.map((value) => ({ ...answers, ...toAnswers(value) })));

/** Every choice with every other, and with nothing in its place. */
export function allChoices(arch: Architecture): readonly Answers[] {
  let all: readonly Answers[] = [{ arch }];
  all = combine(all, PRESETS, (preset) => ({ preset }));
  all = combine(all, ['', 'pv', 'pvh', 'hvm'], (type) => ({ type }));
  all = combine(all, ['', ...BOOTS], (boot) => ({ boot }));
  all = combine(all, ['', ...FIRMWARES], (firmware) => ({ firmware }));
  all = combine(all, ['', ...DISPLAYS], (graphics) => ({ graphics }));
  return combine(all, NETWORKS, (network) => network);
}

const NETWORKS: readonly Answers[] = [
  {},
  { bridge: 'none', iso: '/srv/other disc.iso' },
  { bridge: 'br0, br1', mac: '00:16:3e:00:00:01', backend: 'net', disk: '/dev/vg/a, /srv/b.qcow2' },
];
