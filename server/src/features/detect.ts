/** Decides by its content whether a text is a domain config. */
import { type Detection, recognizeConfig } from '../../../recognition/recognize';
import { findForeignName } from '../options/foreign-names';
import { findOption } from '../options/index';

/** Says what a text is. */
export function detectConfig(text: string): Detection {
  return recognizeConfig(text, isKnownName);
}

/** Whether a text is one that xl reads. */
export function isConfig(text: string): boolean {
  return ['declared', 'config'].includes(detectConfig(text));
}

function isKnownName(name: string): boolean {
  return findOption(name) !== undefined || findForeignName(name) !== undefined;
}
