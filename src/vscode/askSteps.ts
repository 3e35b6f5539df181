import { QuickInputButtons, window, type Disposable } from 'vscode';

/** One input box of a dialog; `key` names the answer that it fills. */
export interface Step<A> {
  readonly key: keyof A & string;
  readonly prompt: string;
  readonly placeHolder?: string;
  /** What is wrong with a value, as a sentence, or undefined. Runs while typing. */
  readonly check?: (value: string, answers: A) => string | undefined;
}

const back = Symbol('back');

/**
 * Asks one input box after the other ("step n of m"), with Back, keeping what was typed. All answers are
 * trimmed. Escape at any step gives undefined and leaves no trace.
 */
export async function askSteps<A extends { readonly [K in keyof A]: string }>(
  title: string,
  initial: A,
  steps: readonly Step<A>[],
): Promise<A | undefined> {
  let answers = initial;
  let index = 0;
  while (index < steps.length) {
    const step = steps[index];
    if (step === undefined) break;
    const answer = await askOne(title, index, steps.length, step, answers);
    if (answer === undefined) return undefined;
    if (answer === back) {
      index -= 1;
    } else {
      answers = { ...answers, [step.key]: answer };
      index += 1;
    }
  }
  return answers;
}

function askOne<A extends { readonly [K in keyof A]: string }>(
  title: string,
  index: number,
  count: number,
  step: Step<A>,
  answers: A,
): Promise<string | typeof back | undefined> {
  const box = window.createInputBox();
  box.title = title;
  box.step = index + 1;
  box.totalSteps = count;
  box.prompt = step.prompt;
  if (step.placeHolder !== undefined) box.placeholder = step.placeHolder;
  box.value = answers[step.key];
  box.ignoreFocusOut = true;
  if (index > 0) box.buttons = [QuickInputButtons.Back];
  const problem = (): string | undefined => step.check?.(box.value, answers);
  const listeners: Disposable[] = [];
  return new Promise<string | typeof back | undefined>((resolve) => {
    listeners.push(
      box.onDidChangeValue(() => {
        box.validationMessage = problem();
      }),
      box.onDidTriggerButton(() => {
        resolve(back);
      }),
      box.onDidAccept(() => {
        box.validationMessage = problem();
        if (box.validationMessage === undefined) resolve(box.value.trim());
      }),
      box.onDidHide(() => {
        resolve(undefined);
      }),
    );
    box.show();
  }).finally(() => {
    for (const listener of listeners) listener.dispose();
    box.dispose();
  });
}
