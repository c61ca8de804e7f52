package io.plenary.redis.store;

/**
 * Every key of the store, and what is under it. All keys of one event share the hash tag {@code
 * {eventId}}, so that one script may touch them all; so do all keys of identity. Nothing touches
 * keys with two tags, or two keys without any, at once: a Cluster keeps them at different servers.
 * {@link Settling} does what one change means for both. Channels are in slots by their names, as
 * keys are. What a kind without ballots keeps beside is described at its own store.
 *
 * <pre>
 * plenary:{E}:state             hash   version, answers (version of all tallies), born (ms since 1970), code, ends (ms
 *                                      since 1970), rooms (ids in order, separated by spaces), event, room:R,
 *                                      activity:A (documents, JSON as {@link Documents} and {@link ActivityFormats}
 *                                      write it), words, words:R (name and code of event and room as they are looked
 *                                      for), opened:A (when it was opened last, ms since 1970; none of a draft)
 *                                      and what lists of all events say of it: day (the last, days since 1970; empty:
 *                                      it is in no list), archived (1: yes), listing (version of words, day, archived
 *                                      and ends)
 * plenary:{E}:unsettled         hash   what {@link Settling} has to do: list, ends, final (-> version they are of),
 *                                      keep (-> its code), code:CODE (to be freed -> what is under it), rewrite:MS
 *                                      (-> when the files are to be made anew); gone when it is done
 * plenary:{E}:revs              hash   event, room:R, activity:A -> revision
 * plenary:{E}:links             hash   stage:R, remote:R -> secret
 * plenary:{E}:keys              hash   A -> answer key, 32 bytes
 * plenary:{E}:joined            set    codes of people who said hello, under the event's key
 * plenary:{E}:joined:R          set    those of them who ever were in the room
 * plenary:{E}:presence          hash   node -> "said until places used lack room:count ...": ms since 1970 twice, its
 *                                      places for pages, and how many people it has in each room; expires
 * plenary:{E}:staff             hash   account id -> grant, "MODERATOR *" or "PRESENTER room,room"
 * plenary:{E}:invitations       hash   hash of the secret -> "until by grant": ms since 1970, account id, grant
 * plenary:{E}:report            hash   of the link to the report: secret, activities (ids, separated by spaces), names
 *                                      and final (1: yes); none while nothing is shared
 * plenary:{E}:activity:A        hash   of an activity: round, state (DRAFT OPEN LOCKED FINAL), lockedAt (ms since 1970,
 *                                      while LOCKED or FINAL), since (of the state, ms since 1970), version of its
 *                                      answers, and what its kind adds
 * plenary:{E}:activity:A:keys   set    every key of the activity, those of its answers included
 *
 * Below, A stands for plenary:{E}:activity:A. Of everything in which people have a ballot:
 * A                             hash   voted, abstained, o:COUNTER -> sum; p:voted, p:abstained, p:o:COUNTER -> the
 *                                      same as published last; step (ballots that are published together at the least),
 *                                      last (lockedAt for which the last step was made); anonymised (1), late and
 *                                      connected (how many) once nobody can be told from another any more; openEnded
 *                                      (1) where people make the counters, ruled (version of A:rulings)
 * A:ballots                     hash   voter -> "seq ballot vote"; ballot is a word, as lib/contributions.lua says ("-"
 *                                      abstains). No time, no address. Once anonymised: ballot -> how many
 * A:late                        hash   voter -> seq of the latest vote, which came too late
 * A:pending                     hash   voter -> ballot that is published for them, "" for none yet; only of who has
 *                                      another one by now
 * A:connected                   set    voters' keys of everybody who was connected while it was open, or has voted.
 *                                      Gone once anonymised
 * A:moved                       zset   where people make the counters: COUNTER -> version of the tally at which what is
 *                                      published of it moved last
 * A:rulings                     hash   family of counters -> "revision|standing|family it is joined into|text", as
 *                                      moderators decided
 * A:joinedFamilies              hash   family -> family it is joined into; the same, for the scripts that count
 * A:told                        string for the 200 ms after a hint that its answers moved, of any kind; in no file
 * A:told:step                   string for the 70 ms after a hint of a step; in no file
 * A:changed                     hash   voter -> ballot that was counted before, "" for none, of whose ballot changed
 *                                      while somebody reads all of them; and "" -> ""; expires
 * A:anonymous                   hash   what A:ballots is to become once anonymised, while that is made of very many
 * A:anonymous:receipts          string the same of A:receipts
 * A:claim                       string of any kind: which node counts its answers again ("held TOKEN"), or what was
 *                                      counted a while ago ("done PIECE"); expires
 * A:receipts                    string once anonymised: SHA-256 of every voter's receipt, 64 hex digits each, sorted
 *
 * Of the whole store:
 * plenary:code:CODE             string "E", or "E R" for a room's; expires while the room is being made
 * plenary:events:days           zset   E -> its last day, days since 1970; what is in no list is not in here either
 * plenary:events:archived       zset   the same of the archived events, which are not in the other
 * plenary:events:names          hash   E -> its words and those of its rooms as they are looked for, one a line
 * plenary:events:ends           zset   E -> its end, ms since 1970, or later when something in it was in use after
 *                                      that: at least all events with something that ends by itself
 * plenary:events:final          zset   E -> ms since 1970, the longest unseen first: at least all events with something
 *                                      final that is not anonymous yet
 * plenary:example               string id of the event that the example is made with; expires soon after
 * plenary:nodes                 hash   format (how the store is written: {@link RedisNodeStore#FORMAT}), node:N ->
 *                                      "until people format kinds" of a server at work: ms since 1970, how many it
 *                                      serves, the newest format that it knows, and the kinds of activities, separated
 *                                      by commas
 * plenary:rewrite               hash   "within:MS", "begun:TOKEN" -> when the files of the store are to be made anew,
 *                                      ms since 1970: words of people were deleted. Of whom and where it does not say
 * plenary:unsettled             zset   "E TOKEN" -> ms since 1970: who changes an event so that other keys are told of
 *                                      it after notes it here before
 * plenary:unerased              string where copies of the store listen whose files may hold what was deleted; expires
 * plenary:{identity}:secret     string the server's secret
 * plenary:{identity}:setup      string nonce of the set-up link
 * plenary:{identity}:emails     hash   e-mail -> account id
 * plenary:{identity}:account:X  hash   email, name, hash (of the password), created (ms since 1970)
 *                                      and, of a second factor: code
 *                                      (secret, Base32), codeUsed (step of 30 s since 1970 whose code was used last),
 *                                      codeNext (secret that waits for its first code), recovery (hashes of recovery
 *                                      codes, separated by spaces)
 * plenary:{identity}:subjects   hash   hash of what the identity provider calls somebody -> account id; the account has
 *                                      the hash under subject, too
 * plenary:{identity}:session:H  string account id; expires
 * plenary:{identity}:sessionsOf:X hash of an account: hash of a session's id -> "began used browser": ms since 1970, ms
 *                                      since 1970 to the minute, words of the server
 * plenary:{identity}:ended      hash   count -> how often sessions were ended, or the server became another's: nodes
 *                                      look whether it moved
 *                               channel account id: whose they were, or who owns the server no more or now
 * plenary:{identity}:links:X    hash   of an account: sign-in, reset -> "until hash of the link's secret", ms since
 *                                      1970
 * plenary:{identity}:audit      stream what staff did: act, by (account id), account (id), event (id), detail (a word
 *                                      of the program); the oldest go
 * plenary:{identity}:address    string what the server said people reach it by, for commands
 * plenary:{identity}:devices:X  zset   hash of the id of a device that signed in to an account -> when last, ms since
 *                                      1970
 * plenary:{identity}:owner      string id of the first account
 * plenary:{identity}:staffOf:X  set    ids of the events an account is among the people of; may name too many
 * plenary:installation          string the mark of the installation, which the data folder holds, too: see
 *                                      {@link io.plenary.redis.Installation}
 * plenary:epoch                 hash   epoch (of all versions), server (run id of the master it was noted at),
 *                                      replication (id of its replication), term (grows with every server and epoch)
 * plenary:epoch:{N}             hash   on a Cluster: the same of each master that has events
 * plenary:test:{N}              string the same of plenary:test
 * plenary:claim:finalising      string which node looks for what is to be finalised ("held TOKEN"); expires
 * plenary:test                  string written to find out whether the store takes writes again
 * plenary:node:N                channel what other nodes say to the node of this random name
 * plenary:{E}:hints             channel of one event: "E activity"; activity is empty when the event itself moved
 * plenary:node:every            channel what a node took of limits that all nodes hold together
 * </pre>
 */
public final class Keys {
  static final String DAYS = "plenary:events:days";
  static final String NAMES = "plenary:events:names";
  static final String ENDS = "plenary:events:ends";
  static final String FINAL = "plenary:events:final";
  static final String ARCHIVED = "plenary:events:archived";
  public static final String REWRITE = "plenary:rewrite";
  static final String UNSETTLED = "plenary:unsettled";
  static final String UNERASED = "plenary:unerased";
  static final String NODE = "plenary:node:";
  static final String EVERY_NODE = NODE + "every";
  static final String EXAMPLE = "plenary:example";
  static final String NODES = "plenary:nodes";
  static final String SECRET = "plenary:{identity}:secret";
  static final String SETUP = "plenary:{identity}:setup";
  static final String EMAILS = "plenary:{identity}:emails";
  static final String ACCOUNT = "plenary:{identity}:account:";
  static final String SUBJECTS = "plenary:{identity}:subjects";
  static final String SESSION = "plenary:{identity}:session:";
  static final String SESSIONS = "plenary:{identity}:sessionsOf:";
  static final String DEVICES = "plenary:{identity}:devices:";
  static final String AUDIT = "plenary:{identity}:audit";
  public static final String ENDED = "plenary:{identity}:ended";
  static final String LINKS_OF = "plenary:{identity}:links:";
  static final String ADDRESS = "plenary:{identity}:address";
  static final String OWNER = "plenary:{identity}:owner";
  static final String STAFF_OF = "plenary:{identity}:staffOf:";

  /** Ends the name of the set of all keys of an activity. */
  static final String ALL = ":keys";

  private Keys() {}

  /** The channel on which it is told that something of an event moved. */
  public static String hints(String event) {
    return event(event) + "hints";
  }

  /** Whether it was told a moment ago that answers of the activity moved. */
  public static String told(String event, String activity) {
    return activity(event, activity) + ":told";
  }

  /** The same of more that may be shown of them. */
  static String toldOfStep(String event, String activity) {
    return told(event, activity) + ":step";
  }

  static String changed(String event, String activity) {
    return activity(event, activity) + ":changed";
  }

  static String anonymous(String event, String activity) {
    return activity(event, activity) + ":anonymous";
  }

  static String anonymousReceipts(String event, String activity) {
    return anonymous(event, activity) + ":receipts";
  }

  /** The set of all keys of an activity. */
  static String all(String event, String activity) {
    return activity(event, activity) + ALL;
  }

  static String claim(String event, String activity) {
    return activity(event, activity) + ":claim";
  }

  static String claim(String name) {
    return "plenary:claim:" + name;
  }

  /** What all keys of an event begin with. */
  static String event(String event) {
    return "plenary:{" + event + "}:";
  }

  public static String state(String event) {
    return event(event) + "state";
  }

  /** What other keys of the store are still to be told of the event. */
  public static String unsettled(String event) {
    return event(event) + "unsettled";
  }

  static String revs(String event) {
    return event(event) + "revs";
  }

  static String links(String event) {
    return event(event) + "links";
  }

  public static String answerKeys(String event) {
    return event(event) + "keys";
  }

  static String joined(String event) {
    return event(event) + "joined";
  }

  static String joined(String event, String room) {
    return joined(event) + ":" + room;
  }

  static String presence(String event) {
    return event(event) + "presence";
  }

  static String staff(String event) {
    return event(event) + "staff";
  }

  static String invitations(String event) {
    return event(event) + "invitations";
  }

  static String report(String event) {
    return event(event) + "report";
  }

  /** The hash of an activity of any kind, and what its other keys begin with. */
  public static String activity(String event, String activity) {
    return event(event) + "activity:" + activity;
  }

  static String ballots(String event, String activity) {
    return activity(event, activity) + ":ballots";
  }

  static String late(String event, String activity) {
    return activity(event, activity) + ":late";
  }

  static String pending(String event, String activity) {
    return activity(event, activity) + ":pending";
  }

  static String connected(String event, String activity) {
    return activity(event, activity) + ":connected";
  }

  static String receipts(String event, String activity) {
    return activity(event, activity) + ":receipts";
  }

  static String moved(String event, String activity) {
    return activity(event, activity) + ":moved";
  }

  static String rulings(String event, String activity) {
    return activity(event, activity) + ":rulings";
  }

  static String joinedFamilies(String event, String activity) {
    return activity(event, activity) + ":joinedFamilies";
  }

  static String code(String code) {
    return "plenary:code:" + code;
  }
}
