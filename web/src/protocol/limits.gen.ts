// Generated from src/main/protocol/v1 by `npm run gen`. Do not edit.

/** How many characters what organisers write of a ballot may have, in code points. */
export const LONGEST = {
  question: 300,
  option: 200,
  abstain: 80,
};

/** How many options, or what a kind has instead, an organiser may write, by the word of the kind. */
export const MOST_OPTIONS = {
  poll: 20,
  points: 10,
  ranking: 15,
  rating: 10,
};
