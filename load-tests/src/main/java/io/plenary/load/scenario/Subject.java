package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.phone.Voter;
import io.plenary.load.server.Screen;
import java.io.IOException;

/** A server under test with its phones: Plenary, or what people would use instead. */
interface Subject extends AutoCloseable {
  /** Looks, when it is run, whether a poll's result is what phones were told. */
  interface Recount {
    void run() throws IOException, InterruptedException;
  }

  long JOIN_MS = 120_000;

  String name();

  /** New phones; none is connected yet. */
  Crowd seats(int phones);

  /** Further phones, beside those who have a seat; none is connected yet. */
  Crowd others(int first, int phones);

  Crowd crowd();

  /** A new poll. @param results who sees the numbers: stage, everyone */
  void begin(String results) throws IOException;

  Screen screen();

  long pid();

  /** -1 when it has none. */
  long redisPid() throws IOException;

  /**
   * Waits for every answer and ends the poll. It may be recounted later, as long as what each phone
   * was told last is the same vote by its number.
   */
  Recount end() throws IOException, InterruptedException;

  /** Ends the poll and compares its result with what phones were told. */
  default void check() throws IOException, InterruptedException {
    end().run();
  }

  /** New phones join; they have the picture when this returns. */
  default void fill(int phones) throws IOException, InterruptedException {
    seats(phones);
    fill();
  }

  /** All who have a seat join. */
  default void fill() throws IOException, InterruptedException {
    crowd().joinAll();
    if (!crowd().await(Voter::live, JOIN_MS)) {
      throw new IOException(
          crowd().here()
              + " of "
              + crowd().voters().size()
              + " phones joined "
              + name()
              + ": "
              + crowd().oddities());
    }
  }

  @Override
  void close() throws IOException;
}
