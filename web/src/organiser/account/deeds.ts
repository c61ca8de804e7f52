interface Named {
  id: string;
  name: string | null;
}
export interface Deed {
  at: string;
  act: string;
  by: Named | null;
  account: Named | null;
  event: Named | null;
  detail: string;
}

const DONE: Record<string, string> = {
  signedIn: 'Signed in',
  strangerRefused: 'Passwords were tried too often from devices that had not signed in before',
  passwordSet: 'Set a new password',
  secondFactorSet: 'Set up codes as a second factor',
  secondFactorRemoved: 'Removed the second factor',
  addressChanged: 'Changed their e-mail address',
  sessionsEnded: 'Signed out other browsers',
  accountDeleted: 'Deleted their account',
  linkMade: 'Made a link into an account',
  invited: 'Made an invitation',
  invitationWithdrawn: 'Withdrew an invitation',
  invitationAccepted: 'Accepted an invitation',
  roleChanged: 'Changed a role',
  roleTaken: 'Took somebody off',
  linksReplaced: 'Replaced a link',
  reportShared: 'Shared the report',
  reportRevoked: 'Revoked the report',
  eventExported: 'Took results home',
  eventFinalised: 'Finalised',
  eventDeleted: 'Deleted an event',
};

/** `Signed in (password)` */
export const done = ({ act, detail }: Deed): string => `${DONE[act] ?? act}${detail ? ` (${detail})` : ''}`;

/** What somebody or something is called now. */
export const called = ({ name, id }: Named): string => name ?? `${id} (gone)`;
