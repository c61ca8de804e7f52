package io.plenary.load.yardstick;

import io.plenary.load.server.Screen;
import java.io.IOException;
import java.util.List;

/** The stage and the organiser of a peer in one: opens polls, sees results. */
public interface PeerStage extends AutoCloseable {
  /**
   * Forgets what was shown of the poll before.
   *
   * @param audience who gets the numbers: stage, everyone
   */
  void open(String poll, String audience) throws IOException;

  /** What its store has counted, an option each. */
  List<Long> counts() throws IOException;

  Screen screen();

  @Override
  void close();
}
