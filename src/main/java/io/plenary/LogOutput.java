package io.plenary;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;

/**
 * What is logged, and how: to standard output, by the settings {@code log-format} and {@code
 * log-level}, which {@link Main} hands over before the first line is written. Logback finds it as a
 * service. Who names a file of their own ({@code -Dlogback.configurationFile}) has that instead.
 *
 * <p>In code, as reading XML would load four hundred classes for these few lines.
 */
public final class LogOutput extends ContextAwareBase implements Configurator {
  /** System properties. */
  static final String FORMAT = "plenary.log-format";

  static final String LEVEL = "plenary.log-level";

  static final String NAME = "output";

  /**
   * One line per entry, whatever a message holds: a line break from outside must not look like
   * another entry.
   */
  private static final String LINE =
      "%date{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}:"
          + " %replace(%msg){'[\\r\\n]+', ' | '}%n%ex";

  private static final Map<String, Level> LEVELS =
      Map.of(
          "io.netty",
          Level.WARN,
          "io.vertx",
          Level.WARN,
          // It writes a stack trace for every connection that is reset; RedisLink says the same in
          // one line.
          "io.vertx.redis.client.impl.RedisConnectionManager",
          Level.OFF,
          // AclCheck tries SUBSCRIBE within MULTI at every start: one reply more than it counts.
          "io.vertx.redis.client.impl.RedisStandaloneConnection",
          Level.ERROR);

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    configure(
        context,
        System.getProperty(FORMAT, "text"),
        Level.toLevel(System.getProperty(LEVEL), Level.INFO));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * @param format text or json
   */
  static void configure(LoggerContext context, String format, Level level) {
    context.getStatusManager().add(new NopStatusListener());
    Encoder<ILoggingEvent> encoder = format.equals("json") ? json() : text();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> output = new ConsoleAppender<>();
    output.setContext(context);
    output.setName(NAME);
    output.setEncoder(encoder);
    output.start();
    LEVELS.forEach((name, least) -> context.getLogger(name).setLevel(least));
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    root.addAppender(output);
  }

  private static Encoder<ILoggingEvent> text() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(LINE);
    return encoder;
  }

  private static Encoder<ILoggingEvent> json() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMarkers(false);
    encoder.setWithMDC(false);
    encoder.setWithKVPList(false);
    return encoder;
  }
}
