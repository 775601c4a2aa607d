/** Shows questions in the quick input of VS Code. */
import {
  type Disposable,
  InputBoxValidationSeverity,
  l10n,
  type QuickInput,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from 'vscode';
import type { AnswerComplaint, DomainAnswers, DomainQuestion } from '../../../protocol/requests';
import type { Response, Step } from './flow';

/** What is wrong with answers. */
export type CheckAnswers = (answers: DomainAnswers) => Promise<readonly AnswerComplaint[]>;

/** Shows a question, and waits for what a person does with it. */
export async function showStep(step: Step, check: CheckAnswers): Promise<Response> {
  const { question } = step;
  if (question.choices.length === 0) return showInput(step, check, step.number > 1);
  for (;;) {
    const picked = await showPick(step);
    if (picked !== 'other') return picked;
    const written = await showInput(step, check, true);
    // From there it goes back to the choices first.
    if (written.kind !== 'back') return written;
  }
}

interface Choice extends QuickPickItem {
  readonly response: Response | 'other';
}

function showPick(step: Step): Promise<Response | 'other'> {
  const { question, earlier } = step;
  const pick = window.createQuickPick<Choice>();
  const other: Choice = { label: l10n.t('Other…'), description: question.prompt, response: 'other' };
  pick.items = [
    ...question.choices.map(({ label, description, answers }): Choice => ({ label, description, response: { kind: 'answer', answers } })),
    ...(question.isOpen ? [other] : []),
  ];
  const isEarlier = ({ response }: Choice): boolean =>
    response !== 'other' && response.kind === 'answer' && isSame(response.answers, earlier);
  const active = pick.items.find(isEarlier) ?? (question.isOpen && earlier !== undefined ? other : undefined);
  if (active !== undefined) pick.activeItems = [active];
  pick.matchOnDescription = true;
  return show(pick, step, step.number > 1, (finish) => [
    pick.onDidTriggerButton(() => {
      finish({ kind: 'back' });
    }),
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item !== undefined) finish(item.response);
    }),
  ]);
}

function showInput(step: Step, check: CheckAnswers, canGoBack: boolean): Promise<Response> {
  const { question, earlier, answers } = step;
  const input = window.createInputBox();
  input.value = earlier?.[question.name] ?? question.value;
  input.prompt = question.prompt;
  const answerOf = (text: string): DomainAnswers => ({ ...answers, [question.name]: text });
  /** Shows what there is to say about a text that still stands there; whether it will do. */
  const judge = async (text: string): Promise<boolean> => {
    const complaints = await check(answerOf(text));
    const [worst] = complaintsAbout(question, complaints);
    if (input.value === text) {
      const severity = worst?.isError === true ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Info;
      input.validationMessage = worst === undefined ? undefined : { message: worst.message, severity };
    }
    return worst?.isError !== true;
  };
  return show(input, step, canGoBack, (finish) => [
    input.onDidTriggerButton(() => {
      finish({ kind: 'back' });
    }),
    input.onDidChangeValue((text) => void judge(text)),
    input.onDidAccept(async () => {
      const text = input.value;
      if ((await judge(text)) && input.value === text) finish({ kind: 'answer', answers: { [question.name]: text.trim() } });
    }),
  ]);
}

/** The errors first. */
function complaintsAbout({ name }: DomainQuestion, complaints: readonly AnswerComplaint[]): readonly AnswerComplaint[] {
  return complaints.filter(({ question }) => question === name).sort((a, b) => Number(b.isError) - Number(a.isError));
}

/** Shows an input until something finishes it; closing it cancels. */
function show<Result>(
  input: QuickInput & { buttons: readonly QuickInputButton[] },
  { question, number, total }: Step,
  canGoBack: boolean,
  listen: (finish: (result: Result | Response) => void) => readonly Disposable[],
): Promise<Result | Response> {
  return new Promise((resolve) => {
    const finish = (result: Result | Response): void => {
      resolve(result);
      input.dispose();
    };
    input.title = l10n.t('New Xen Domain: {0}', question.title);
    input.step = number;
    input.totalSteps = total;
    input.ignoreFocusOut = true;
    input.buttons = canGoBack ? [QuickInputButtons.Back] : [];
    const registrations = listen(finish);
    input.onDidHide(() => {
      for (const registration of registrations) registration.dispose();
      finish({ kind: 'cancel' });
    });
    input.show();
  });
}

function isSame(answers: DomainAnswers, others: DomainAnswers | undefined): boolean {
  return others !== undefined && JSON.stringify(answers) === JSON.stringify(others);
}
