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

  /** Failures to sign in to one account. */
  public static final BackoffPolicy SIGN_IN_ACCOUNT =
      new BackoffPolicy(5, seconds(1), seconds(60), Duration.ofHours(1), 10_000);

  /** Failures to sign in from one address, which a whole conference shares. */
  public static final BackoffPolicy SIGN_IN_ADDRESS =
      new BackoffPolicy(30, seconds(1), seconds(60), Duration.ofHours(1), 10_000);

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
