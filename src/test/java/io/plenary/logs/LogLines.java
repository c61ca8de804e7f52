package io.plenary.logs;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Hears everything that is logged from its making until it is closed. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

  public LogLines() {
    start();
    root().addAppender(this);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  @Override
  protected void append(ILoggingEvent event) {
    events.add(event);
  }

  /** Lines as "LEVEL message" that hold this. */
  public List<String> with(String part) {
    return events.stream()
        .map(e -> e.getLevel() + " " + e.getFormattedMessage())
        .filter(line -> line.contains(part))
        .toList();
  }

  public boolean say(String part) {
    return !with(part).isEmpty();
  }

  public void forget() {
    events.clear();
  }

  @Override
  public void close() {
    root().detachAppender(this);
    stop();
  }
}
