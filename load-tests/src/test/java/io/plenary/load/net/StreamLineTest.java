package io.plenary.load.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamLineTest {
  private static final ToIntFunction<String> FINE =
      request -> request.startsWith("hello") ? 200 : 204;
  private final Loops loops = new Loops(1);
  private final EventLoop loop = loops.next();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final AtomicInteger asks = new AtomicInteger();
  private StreamLine line;

  private final StreamLine.End end =
      new StreamLine.End() {
        @Override
        public void opened(Line l) {
          l.send("hi");
        }

        @Override
        public void text(ByteBuf buf, int at, int length) {
          heard.add(buf.toString(at, length, StandardCharsets.UTF_8));
        }

        @Override
        public void refused(StreamLine l, int status) {
          heard.add("refused " + status);
        }

        @Override
        public void lost(Line l, int code) {
          heard.add("lost " + code);
        }
      };

  @AfterEach
  void close() {
    loops.close();
  }

  private void open(StreamServer server, Repeats repeats) {
    loop.submit(() -> line = loops.stream(loop, server.port(), 0, repeats, end))
        .syncUninterruptibly();
  }

  private void say(String... texts) {
    loop.execute(() -> List.of(texts).forEach(line::send));
  }

  private static List<String> asked(StreamServer server, int n) throws InterruptedException {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < n; i++) all.add(server.asked.poll(5, TimeUnit.SECONDS));
    return all;
  }

  private String next() throws InterruptedException {
    return heard.poll(5, TimeUnit.SECONDS);
  }

  @Test
  void hello_opens_it_and_the_rest_goes_numbered_over_one_connection()
      throws IOException, InterruptedException {
    try (StreamServer server = new StreamServer(FINE)) {
      open(server, Repeats.NONE);
      assertEquals(List.of("hello hi"), asked(server, 1));
      say("a", "b");
      say("c");
      assertEquals(List.of("1=secret a", "2=secret b", "3=secret c"), asked(server, 3));
      server.say("{}");
      assertEquals("{}", next());
      assertEquals(2, server.connections());
      assertEquals(2, line.frames(), "the secret and one message");
      server.streams.get(0).close();
      assertEquals("lost 1006", next());
    }
  }

  @Test
  void without_an_answer_the_same_request_goes_again() throws IOException, InterruptedException {
    try (StreamServer server =
        new StreamServer(
            r ->
                r.startsWith("2") && asks.incrementAndGet() < 3
                    ? asks.get() == 1 ? StreamServer.TEAR : 503
                    : FINE.applyAsInt(r))) {
      open(server, Repeats.NONE);
      asked(server, 1);
      say("a", "b", "c");
      assertEquals(
          List.of("1=secret a", "2=secret b", "2=secret b", "2=secret b", "3=secret c"),
          asked(server, 5));
      assertEquals(3, server.connections(), "only the torn one was opened anew");
    }
  }

  @Test
  void a_silent_connection_is_given_up_and_the_stream_stays()
      throws IOException, InterruptedException {
    try (StreamServer server =
        new StreamServer(
            r ->
                r.startsWith("1") && asks.incrementAndGet() == 1
                    ? StreamServer.SILENCE
                    : FINE.applyAsInt(r))) {
      open(server, Repeats.NONE);
      asked(server, 1);
      say("a");
      assertEquals(List.of("1=secret a", "1=secret a"), asked(server, 2));
      assertNull(heard.poll());
    }
  }

  @Test
  void a_refused_message_or_stream_ends_the_line() throws IOException, InterruptedException {
    try (StreamServer server = new StreamServer(r -> r.startsWith("hello") ? 200 : 409)) {
      open(server, Repeats.NONE);
      asked(server, 1);
      say("a", "b");
      assertEquals("refused 409", next());
      assertEquals("lost 1006", next());
    }
    try (StreamServer server = new StreamServer(r -> 429)) {
      open(server, Repeats.NONE);
      assertEquals("refused 429", next());
      assertEquals("lost 1006", next());
    }
    assertNull(heard.poll(), "once");
  }

  @Test
  void repetitions_come_late_and_under_the_old_number() throws IOException, InterruptedException {
    Repeats always = new Repeats(2);
    try (StreamServer server = new StreamServer(FINE)) {
      open(server, always);
      asked(server, 1);
      say("a");
      assertEquals(List.of("1=secret a", "2=secret a", "1=secret a"), asked(server, 3));
      loop.submit(always::calm).syncUninterruptibly();
      say("b");
      assertEquals(List.of("3=secret b"), asked(server, 1));
      assertEquals(1, always.messages());
      assertEquals(1, always.requests());
      assertEquals(0, always.retries());
      assertTrue(heard.isEmpty());
    }
  }
}
