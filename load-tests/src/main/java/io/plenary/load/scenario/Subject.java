package io.plenary.load.scenario;

import io.plenary.load.phone.Crowd;
import io.plenary.load.server.Screen;
import java.io.IOException;

/** A server under test with its phones: Plenary, or what people would use instead. */
interface Subject extends AutoCloseable {
  String name();

  Crowd crowd();

  /** A new poll. @param results who sees the numbers: stage, everyone */
  void begin(String results) throws IOException;

  Screen screen();

  long pid();

  /** -1 when it has none. */
  long redisPid() throws IOException;

  /** Ends the poll and compares its result with what phones were told. */
  void check() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
