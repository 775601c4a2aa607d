/** The domain that xl makes of a config, setting by setting: what each comes to, and what is left to a default. */
import { buildDomain } from '../domain/build-domain';
import { findIdleSettings, type IdleReason } from '../model/queries/idle-settings';
import type { Setting } from '../model/setting';
import { type Option, OPTIONS } from '../options/index';
import { isKnownTo, typesReadBy } from '../schema/option';
import { explainValue } from '../schema/value-types/check-type';
import type { AtomValue, XlValue } from '../schema/xl-value';
import { NO_ORIGIN } from '../text/string-origin';
import { type Json, type JsonObject, valueAt } from '../text/json';
import { message, plainMessage, type Word } from '../text/message';
import type { TextRange } from '../text/text-range';
import type { ValidatedModel } from '../validation/validate';
import { type Chapter, chapterOf, CHAPTERS } from './domain-chapters';
