/** What a config claims of its host, for the configs beside it. */
import { buildDomain } from '../domain/build-domain';
import { memoryOf } from '../domain/needed-memory';
import { atomOf } from '../model/setting';
import { describesDomain } from '../validation/validate';
import { type Claim, listBackends, listClaims } from '../workspace/claims';
import { defineFeature } from './feature';

export interface HostClaims {
  /** Of the domain; empty where it has none. */
  readonly name: string;
  readonly claims: readonly Claim[];
  /** The names of driver domains that serve its devices. */
  readonly backends: readonly string[];
  /** KiB that it takes of its host. */
  readonly needed: number;
}

/** Undefined for a text that xl refuses, and for what is not a config. */
export const hostClaims = defineFeature(({ model, isRefused }): HostClaims | undefined => {
  if (isRefused || !describesDomain(model) || model.isFragment) return undefined;
  return {
    name: atomOf(model.byName.get('name'))?.text ?? '',
    claims: listClaims(model),
    backends: [...new Set(listBackends(model).map(({ text }) => text))],
    needed: memoryOf(buildDomain(model), model.target).needed,
  };
});
