import { counting } from '../i18n/counting';

const enCount = counting('en');
const nlCount = counting('nl');

const en = {
  locale: 'en',
  heading: 'Moderation',
  back: 'Back to the board',
  signOut: 'Forget the token',
  views: 'Views',
  view: {
    pending: 'Waiting',
    flagged: 'Reported',
    visible: 'On the board',
    hidden: 'Hidden',
    deleted: 'Deleted',
    blocks: 'Blocked',
    words: 'Words',
    audit: 'Audit',
  },
  token: 'Admin token',
  tokenHint:
    "It is in the Secret that the board's adminSecretRef names. This tab forgets it when it is closed.",
  enter: 'Open',
  wrongToken: 'The board did not accept this token',
  empty: 'Nothing is waiting here.',
  emptyBlocks: 'No client is blocked. The messages in the other views have a button for it.',
  emptyWords: 'No word is held back.',
  emptyAudit: 'No moderator has done anything yet.',
  older: 'Load older',
  reports: (n: number) => enCount(n, 'report', 'reports'),
  deeds: { approve: 'Approve', hide: 'Hide', restore: 'Restore', pin: 'Pin', unpin: 'Unpin' },
  remove: 'Delete',
  block: 'Block this client',
  blocked: 'Blocked by a moderator',
  blockedUntil: (end: string) => `Until ${end}`,
  lift: 'Lift the block',
  word: 'Word to hold back',
  wordHint: 'A message that holds one of these words waits for a moderator, whatever its case.',
  addWord: 'Add',
  removeWord: 'Remove',
  done: 'Done.',
  time: 'Time',
  action: 'Action',
  target: 'Target',
  detail: 'Detail',
};

export type ModerationStrings = typeof en;

const nl: ModerationStrings = {
  locale: 'nl',
  heading: 'Moderatie',
  back: 'Terug naar het prikbord',
  signOut: 'Token vergeten',
  views: 'Weergaven',
  view: {
    pending: 'Wachtend',
    flagged: 'Gemeld',
    visible: 'Op het prikbord',
    hidden: 'Verborgen',
    deleted: 'Verwijderd',
    blocks: 'Geblokkeerd',
    words: 'Woorden',
    audit: 'Logboek',
  },
  token: 'Beheerderstoken',
  tokenHint:
    'Het staat in het Secret dat adminSecretRef van het prikbord noemt. Dit tabblad vergeet het bij sluiten.',
  enter: 'Openen',
  wrongToken: 'Het prikbord accepteerde dit token niet',
  empty: 'Hier wacht niets.',
  emptyBlocks: 'Niemand is geblokkeerd. De berichten in de andere weergaven hebben er een knop voor.',
  emptyWords: 'Geen woord wordt tegengehouden.',
  emptyAudit: 'Nog geen moderator heeft iets gedaan.',
  older: 'Oudere laden',
  reports: (n) => nlCount(n, 'melding', 'meldingen'),
  deeds: {
    approve: 'Goedkeuren',
    hide: 'Verbergen',
    restore: 'Herstellen',
    pin: 'Vastzetten',
    unpin: 'Losmaken',
  },
  remove: 'Verwijderen',
  block: 'Deze afzender blokkeren',
  blocked: 'Geblokkeerd door een moderator',
  blockedUntil: (end) => `Tot ${end}`,
  lift: 'Blokkade opheffen',
  word: 'Tegen te houden woord',
  wordHint: 'Een bericht met een van deze woorden wacht op een moderator; hoofdletters maken geen verschil.',
  addWord: 'Toevoegen',
  removeWord: 'Weghalen',
  done: 'Klaar.',
  time: 'Tijd',
  action: 'Handeling',
  target: 'Doel',
  detail: 'Bijzonderheden',
};

/** This page's own catalogue: readers never load it. */
export function moderationStrings(locale: string): ModerationStrings {
  return locale === 'nl' ? nl : en;
}
