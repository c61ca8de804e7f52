package io.plenary.hub;

import io.plenary.protocol.CloseCode;
import java.util.function.Consumer;

/** The end of a connection whose peer takes everything at once; that it is closed is an error. */
public record OpenSink(Consumer<Frame> taken) implements Sink {
  @Override
  public void write(Frame frame) {
    taken.accept(frame);
  }

  @Override
  public boolean full() {
    return false;
  }

  @Override
  public void close(CloseCode code) {
    throw new AssertionError(code);
  }
}
