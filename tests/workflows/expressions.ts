import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What an expression may name: `github`, `inputs`, `needs`, `steps`. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How the jobs before stand, as the status functions see it. */
export interface Standing {
  succeeded: boolean;
  cancelled: boolean;
}

const STATUS = ['success', 'failure', 'cancelled', 'always'] as const;

/** Puts values into a text, with GitHub's own evaluator. */
export function fill(text: string, contexts: Contexts, standing: Standing = GOOD): string {
  return text.replaceAll(/\$\{\{(.+?)\}\}/gs, (_whole, expression: string) =>
    evaluate(expression, contexts, standing).coerceString(),
  );
}

/** Whether a job or step is to run. A condition that asks for no status holds only where all went well before. */
export function holds(condition: string, contexts: Contexts, standing: Standing): boolean {
  const expression = condition.replace(/^\$\{\{(.*)\}\}$/s, '$1').trim() || 'success()';
  const asks = STATUS.some((name) => expression.includes(`${name}(`));
  const isWished = isTrue(evaluate(expression, contexts, standing));
  return asks ? isWished : standing.succeeded && isWished;
}

const GOOD: Standing = { succeeded: true, cancelled: false };

function evaluate(
  expression: string,
  contexts: Contexts,
  { succeeded, cancelled }: Standing,
): data.ExpressionData {
  const answers = {
    success: succeeded && !cancelled,
    failure: !succeeded && !cancelled,
    cancelled,
    always: true,
  };
  const functions = STATUS.map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answers[name]),
  }));
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver);
  return new Evaluator(tree, known, new Map(functions.map((one) => [one.name, one]))).evaluate();
}

const isTrue = (value: data.ExpressionData): boolean =>
  !['', '0', 'false', 'NaN'].includes(value.coerceString());
