/** Why somebody who came back from the provider is not signed in, and what to do; see HTTP.md for the words. */
export function refusalWords(word: string, name: string): string {
  switch (word) {
    case 'away':
      return `${name} does not answer. Try again in a minute, or sign in with your password.`;
    case 'refused':
      return `${name} did not let you in. Try again, or sign in with your password.`;
    case 'stale':
      return 'This took longer than ten minutes, or began in another browser. Begin again here.';
    case 'unproven':
      return (
        `What ${name} said could not be verified, so nobody was signed in. ` +
        'Try again; if it stays so, tell who runs this server.'
      );
    case 'unknown':
      return (
        `No account here has an address that ${name} has verified. ` +
        'Ask an organiser to invite you under that address, or sign in with your password.'
      );
    case 'otherPerson':
      return (
        `The account with this address belongs to another person at ${name}. ` +
        'Sign in with your password, or ask who runs this server.'
      );
    default:
      return 'Signing in did not work at this moment. Try again.';
  }
}
