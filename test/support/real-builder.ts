/** Asks Xen's own domain builder, of 4.17, about kernel images. */
import { spawnSync } from 'node:child_process';
import { prepared } from './real-xl';

export interface BuilderAnswer {
  readonly boots: boolean;
  /** What it reports as errors, the cause first. */
  readonly report: string;
}

/** The answers for a PV and for a PVH domain. */
export interface BuilderAnswers {
  readonly pv: BuilderAnswer;
  readonly pvh: BuilderAnswer;
}

/** What the builder does with each image. */
export function askBuilder(images: readonly Uint8Array[]): readonly BuilderAnswers[] {
  const input = Buffer.concat(images.flatMap((image) => [Buffer.from(`${image.length}\n`), image]));
  const environment = { ...process.env, LD_LIBRARY_PATH: prepared.libraryPath };
  const { stdout, status } = spawnSync(prepared.builder ?? '', [], { input, env: environment, maxBuffer: 2 ** 30 });
  const lines = stdout.toString('latin1').trimEnd().split('\n');
  if (status !== 0 || lines.length !== images.length * 2) throw new Error('the builder did not answer for each image');
  return images.map((_, index) => ({ pv: readAnswer(lines[index * 2]), pvh: readAnswer(lines[index * 2 + 1]) }));
}

function readAnswer(line = ''): BuilderAnswer {
  const [word, report = ''] = line.split('\t');
  return { boots: word === 'boots', report };
}
