package io.plenary.load.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plenary.load.net.Line;
import io.plenary.load.net.Loops;
import io.plenary.load.wire.Golden;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a phone says first on the connection that takes the place of one that went silent. */
class ReplacedLineTest {
  private final Loops loops = new Loops(1);
  private final Floor floor = new Floor(new Golden(Path.of("..")), "a", 1);
  private final Crowd crowd =
      new Crowd(
          loops, 1, 1, (n, c, l) -> new QaPhone(n, c, l, null, floor, QaPhone.Looks.FOLLOWING));
  private final QaPhone phone = (QaPhone) crowd.voters().get(0);
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void stop() {
    crowd.close();
    loops.close();
  }

  private Line line() {
    return (Line)
        Proxy.newProxyInstance(
            Line.class.getClassLoader(),
            new Class<?>[] {Line.class},
            (proxy, method, args) -> {
              if (method.getName().equals("send")) said.add(args[0].toString());
              if (method.getReturnType() == long.class) return 0L;
              return method.getReturnType() == int.class ? (Object) 0 : null;
            });
  }

  /** The list asked for on the old one is never answered, and its frames go to the new one. */
  @Test
  void it_asks_for_the_list_again() {
    phone.line = line();
    phone.replace(line());
    assertEquals(1, said.stream().filter(s -> s.contains("\"watchQuestions\"")).count(), "" + said);
  }
}
