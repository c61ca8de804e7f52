package io.plenary.redis;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in INFO what no real server can be brought to say; otherwise answers as little as a link
 * needs.
 */
final class FakeRedis {
  private static final Pattern COMMAND = Pattern.compile("\r\n(HELLO|SELECT|INFO|CONFIG|PING)\r\n");

  private FakeRedis() {}

  /**
   * @param info lines of INFO, asked for anew every time
   */
  static StoreAddress start(Vertx vertx, Supplier<String> info) {
    NetServer server =
        Await.result(
            vertx
                .createNetServer()
                .connectHandler(
                    socket ->
                        socket.handler(
                            data -> {
                              Matcher command =
                                  COMMAND.matcher(data.toString().toUpperCase(Locale.ROOT));
                              while (command.find()) socket.write(answer(command.group(1), info));
                            }))
                .listen(0, "127.0.0.1"));
    return StoreAddress.local(server.actualPort(), null);
  }

  private static String answer(String command, Supplier<String> info) {
    return switch (command) {
      case "HELLO" -> "%1\r\n$6\r\nserver\r\n$5\r\nredis\r\n";
      case "SELECT" -> "+OK\r\n";
      case "INFO" -> bulk(info.get());
      case "CONFIG" -> "%1\r\n$11\r\nappendfsync\r\n$6\r\nalways\r\n";
      default -> "+PONG\r\n";
    };
  }

  private static String bulk(String text) {
    return "$" + text.length() + "\r\n" + text + "\r\n";
  }
}
