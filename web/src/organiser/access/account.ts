/** What is typed to make the first account. */
export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

export type Problems<Field extends string> = Partial<Record<Field, string>>;

/** In characters (code points), as PasswordRules has it. */
export const SHORTEST_PASSWORD = 12;

const length = (text: string) => [...text.normalize('NFC')].length;

/** What to mend before it is worth asking the server, by field. */
export function accountProblems({ name, email, password }: NewAccount): Problems<keyof NewAccount> {
  const problems: Problems<keyof NewAccount> = {};
  if (name.trim() === '') problems.name = 'Write your name. Other organisers see it.';
  const emailProblem = addressProblem(email);
  if (emailProblem) problems.email = emailProblem;
  const passwordWrong = passwordProblem(password);
  if (passwordWrong) problems.password = passwordWrong;
  return problems;
}

/** What is wrong with a new password; empty: nothing that is seen here. */
export function passwordProblem(password: string): string {
  const has = length(password);
  if (has === 0) return `Choose a password of at least ${SHORTEST_PASSWORD} characters.`;
  if (has >= SHORTEST_PASSWORD) return '';
  const characters = `${has} ${has === 1 ? 'character' : 'characters'}`;
  return `The password has ${characters}. Use at least ${SHORTEST_PASSWORD}; a few words in a row are good.`;
}

export function signInProblems({
  email,
  password,
}: Pick<NewAccount, 'email' | 'password'>): Problems<'email' | 'password'> {
  const problems: Problems<'email' | 'password'> = {};
  const emailProblem = addressProblem(email);
  if (emailProblem) problems.email = emailProblem;
  if (password === '') problems.password = 'Write your password.';
  return problems;
}

export function addressProblem(email: string): string | null {
  if (email.trim() === '') return 'Write your e-mail address.';
  return /^[^@\s]+@[^@\s]+$/.test(email.trim())
    ? null
    : 'This is not an e-mail address. It looks like you@example.org.';
}

/** `in 20 seconds`, `in 3 minutes` */
export function inAWhile(seconds: number): string {
  const [n, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `in ${n} ${unit}${n === 1 ? '' : 's'}`;
}
