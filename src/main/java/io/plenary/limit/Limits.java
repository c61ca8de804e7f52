package io.plenary.limit;

import java.time.Duration;

/** Every limit on how often somebody may do something, in one table. */
public final class Limits {
  /** Messages of one connection: people tapping are fine, a machine gun is not. */
  public static final Rate CONNECTION = new Rate(50, 100);

  /** Messages of one attendee over all their connections: as many as over one. */
  public static final Rate ATTENDEE = CONNECTION;

  /** Who sorts a run order by keyboard, or lets a script make a hundred polls, may do more. */
  public static final Rate ORGANISER = new Rate(250, 500);

  /** Reactions of one person; what a phone says evenly may arrive in a bunch. */
  public static final Rate REACTIONS = new Rate(2, 4);

  /** Bytes of one public list of questions to each phone: bad Wi-Fi carries a thousand of them. */
  public static final Rate QUESTION_FEED_BYTES = new Rate(2_400, 6 * 1024);

  /**
   * Checks of a password for one account by devices that it does not know: at most 30 in any hour,
   * ten of them at once.
   */
  public static final Rate NEWCOMER_ACCOUNT = new Rate(1, Duration.ofMinutes(3), 10);

  /** The same for one address, which a whole conference shares, and for any accounts. */
  public static final Rate NEWCOMER_ADDRESS = new Rate(1, Duration.ofSeconds(30), 30);

  /**
   * The same for all of them together: what the machine does for strangers. It also bounds how many
   * accounts and addresses there are to remember.
   */
  public static final Rate NEWCOMERS = new Rate(5, 20);

  /** Accounts and addresses remembered at most; {@link #NEWCOMERS} stays far below. */
  public static final int NEWCOMERS_REMEMBERED = 20_000;

  /** Checks of a password from one device that the account knows. */
  public static final Rate KNOWN_DEVICE = new Rate(1, 20);

  /** Wrong passwords in a row after which an account does not know a device any more. */
  public static final int KNOWN_DEVICE_FAILURES = 10;

  /** Steps of signing in by a provider from one address: each may ask the provider something. */
  public static final Rate PROVIDER_ATTEMPTS = new Rate(1, 60);

  /**
   * Codes beside a password, of a million, of which three fit: at most 40 in the first hour for all
   * devices that an account does not know, and as many for one that it does.
   */
  public static final Rate CODES = new Rate(1, Duration.ofMinutes(2), 10);

  /** Hashes of new passwords by people who came with a link. */
  public static final Rate NEW_PASSWORDS = new Rate(3, 20);

  /**
   * Wrong codes, tokens and links of one address. People mistype; a hall of two thousand mistypes
   * often, and nobody is kept out by it.
   */
  public static final BackoffPolicy GUESSES =
      new BackoffPolicy(20, seconds(1), seconds(60), Duration.ofMinutes(15), 2_000);

  /**
   * Wrong codes of all addresses together, of 244 million that there are: further guesses learn
   * nothing but that they should slow down.
   */
  public static final int GUESSES_PER_MINUTE = 600;

  private Limits() {}

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
