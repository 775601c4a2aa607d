/** The examples of the project that are configs of domains. */
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from './check';

export function readDomainExamples(): readonly string[] {
  const texts = readdirSync('examples')
    .filter((name) => name.endsWith('.cfg'))
    .map((name) => readFileSync(`examples/${name}`, 'utf8'));
  return texts.filter((text) => analyze(text).model.kind === 'domain');
}
