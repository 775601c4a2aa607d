/** The way through the questions about a new domain, forth and back. Knows neither VS Code nor Xen. */
import type { DomainAnswers, DomainQuestion, NewDomainReply } from '../../../protocol/requests';

/** What a person does with a question. */
export type Response =
  { readonly kind: 'answer'; readonly answers: DomainAnswers } | { readonly kind: 'back' } | { readonly kind: 'cancel' };

export interface Step {
  readonly question: DomainQuestion;
  /** Counted from 1. */
  readonly number: number;
  readonly total: number;
  /** What was answered before somebody went back, where it was not the default. */
  readonly earlier: DomainAnswers | undefined;
  /** All that is answered by now. */
  readonly answers: DomainAnswers;
}

/**
 * Asks until nothing is left to ask.
 * @param next finds the next question for answers, and the questions that were asked
 * @param show shows a question to a person
 * @returns what became of the answers; undefined where the person gave up
 */
export async function askForDomain(
  next: (answers: DomainAnswers, asked: readonly string[]) => Promise<NewDomainReply>,
  show: (step: Step) => Promise<Response>,
): Promise<NewDomainReply | undefined> {
  const given: { readonly name: string; readonly answers: DomainAnswers }[] = [];
  const earlier = new Map<string, DomainAnswers>();
  for (;;) {
    const answers = given.reduce<DomainAnswers>((all, each) => ({ ...all, ...each.answers }), {});
    const reply = await next(
      answers,
      given.map(({ name }) => name),
    );
    const { question, total } = reply;
    if (question === null) return reply;
    const response = await show({ question, number: given.length + 1, total, earlier: earlier.get(question.name), answers });
    if (response.kind === 'cancel') return undefined;
    if (response.kind === 'back') {
      given.pop();
      continue;
    }
    given.push({ name: question.name, answers: response.answers });
    // A default follows from other answers, which may become others.
    if (response.answers[question.name] === question.value) earlier.delete(question.name);
    else earlier.set(question.name, response.answers);
  }
}
