package io.plenary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The setting log-format chooses how a line looks; either way an entry is one line. */
class LogOutputTest {
  private static final String MESSAGE = "one\ntwo \"three\"";

  private static String line(String format, Throwable e) throws Exception {
    LoggerContext context = new LoggerContext();
    LogOutput.configure(context, format, Level.INFO);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    OutputStreamAppender<ILoggingEvent> appender =
        (OutputStreamAppender<ILoggingEvent>) root.getAppender(LogOutput.NAME);
    LoggingEvent event =
        new LoggingEvent("", context.getLogger("io.plenary.Some"), Level.WARN, MESSAGE, e, null);
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void jsonIsOneObjectPerLine() throws Exception {
    String line = line("json", new IllegalStateException("why"));
    assertEquals(line.length() - 1, line.indexOf('\n'), line);
    JsonObject json = new JsonObject(line);
    assertEquals("WARN", json.getString("level"));
    assertEquals(MESSAGE, json.getString("formattedMessage"));
    assertEquals("io.plenary.Some", json.getString("loggerName"));
    assertTrue(json.getLong("timestamp") > 0);
    assertEquals("why", json.getJsonObject("throwable").getString("message"));
  }

  @Test
  void theServerWritesSo() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    assertNotNull(
        context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(LogOutput.NAME),
        "Logback does not find it as a service");
    assertEquals(Level.WARN, context.getLogger("io.vertx.core").getEffectiveLevel());
  }

  @Test
  void textKeepsAnEntryOnOneLine() throws Exception {
    String line = line("text", null);
    assertTrue(line.endsWith("WARN  Some: one | two \"three\"\n"), line);
  }
}
