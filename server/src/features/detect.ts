/** Decides by its content whether a text is a domain config, or another file of xl. */
import { type Detection, type KnowsOption, recognizeConfig } from '../../../recognition/recognize';
import { findForeignName } from '../options/foreign-names';
import { findOption } from '../options/index';

/** Says what a text is. */
export function detectConfig(text: string): Detection {
  return recognizeConfig(text, isKnownName);
}

/** Whether a text is one that xl reads. */
export function isConfig(text: string): boolean {
  return ['declared', 'config', 'xl.conf', 'cpupool'].includes(detectConfig(text));
}

const isKnownName: KnowsOption = (name, kind) =>
  findOption(name, kind) !== undefined || (kind === 'domain' && findForeignName(name) !== undefined);
