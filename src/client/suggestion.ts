/** What somebody is about to ask for. */
export interface Suggestion {
  title: string;
  /** Why; may be empty. */
  wish: string;
}

/** GitHub answers 414 to addresses that are much longer than this. */
const LONGEST = 6_000;

/** The form's address with the words filled in; `isWhole` says whether they all went in. */
export function filledForm(form: string, { title, wish }: Suggestion): { href: string; isWhole: boolean } {
  const whole = addressOf(form, { title, wish });
  if (whole.length <= LONGEST) return { href: whole, isWhole: true };
  const short = addressOf(form, { title, wish: '' });
  return { href: short.length <= LONGEST ? short : form, isWhole: false };
}

/** A repository without the form shows a plain one, which takes `body` for the field that it lacks. */
function addressOf(form: string, { title, wish }: Suggestion): string {
  const address = new URL(form);
  if (title !== '') address.searchParams.set('title', title);
  if (wish !== '') {
    address.searchParams.set('wish', wish);
    address.searchParams.set('body', wish);
  }
  return address.href;
}
