/** Every assist, in the order in which they are offered. */
import type { Assist } from './assist';
import { addDevice } from './add-device';
import { convertXm } from './convert-xm';
import { convertType } from './convert-type';
import { diskForm } from './disk-form';
import { fillMacs } from './fill-macs';
import { listLines } from './list-lines';
import { mergeCmdline } from './merge-cmdline';
import { quoteStyle } from './quote-style';
import { sortSettings } from './sort-settings';

export const ASSISTS: readonly Assist[] = [
  convertXm,
  addDevice,
  diskForm,
  fillMacs,
  convertType,
  mergeCmdline,
  listLines,
  quoteStyle,
  sortSettings,
];
