/** Whether the author says that a domain is not to move to another host. */
import type { DomainModel } from '../domain-model';
import { switchOf } from '../setting';

/** By a comment, or by `nomigrate`, which no release enforces but which says the same. */
export function isMeantToStay({ directives, byName }: DomainModel): boolean {
  const isSaid = directives.words.some(({ key, value }) => key === 'migration' && value === 'never');
  return isSaid || switchOf(byName.get('nomigrate')) === true;
}
