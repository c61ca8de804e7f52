package io.plenary.load.yardstick;

import java.io.IOException;

/** A server that people would use instead, with a Redis of its own. */
public interface PeerServer extends AutoCloseable {
  int port();

  long pid();

  long redisPid();

  /** Its stage and organiser in one, watching from now on. */
  PeerStage stage() throws IOException;

  @Override
  void close();
}
