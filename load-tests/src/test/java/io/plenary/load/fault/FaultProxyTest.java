package io.plenary.load.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.buffer.ByteBuf;
import io.plenary.load.net.Line;
import io.plenary.load.net.Loops;
import io.plenary.load.net.WsLine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Test
  void a_network_that_blocks_sockets_lets_everything_else_through()
      throws IOException, InterruptedException {
    int port = freePort();
    Faults faults = new Faults(2, 0, 0, 0, 0, true);
    try (Loops loops = new Loops(1);
        ServerSocket server = server();
        FaultProxy proxy = new FaultProxy(loops, port, server.getLocalPort(), faults)) {
      loops.connect(loops.next(), port, 0, new Phone());
      assertEquals("200", heard.poll(5, TimeUnit.SECONDS));
      assertEquals("403", heard.poll(5, TimeUnit.SECONDS));
      assertEquals("GET /first HTTP/1.1", asked.poll());
      assertNull(asked.poll(), "the server heard nothing of the WebSocket");
      assertEquals(1, proxy.counts().refused());
      assertEquals(0, proxy.counts().upgraded());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private ServerSocket server() throws IOException {
    ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(door));
    thread.setDaemon(true);
    thread.start();
    return door;
  }

  private void serve(ServerSocket door) {
    byte[] in = new byte[2_000];
    try (Socket socket = door.accept()) {
      OutputStream out = socket.getOutputStream();
      for (int n = socket.getInputStream().read(in); n > 0; n = socket.getInputStream().read(in)) {
        asked.add(new String(in, 0, n, StandardCharsets.US_ASCII).split("\r\n")[0]);
        out.write(
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private final class Phone implements WsLine.End {
    @Override
    public void connected(WsLine line) {
      line.request("GET /first HTTP/1.1\r\n\r\n");
    }

    @Override
    public void response(WsLine line, int status, String body) {
      heard.add("" + status);
      if (status == 200) line.upgrade("/ws", "");
    }

    @Override
    public void opened(Line line) {
      heard.add("opened");
    }

    @Override
    public void text(ByteBuf buf, int at, int length) {}

    @Override
    public void lost(Line line, int code) {
      heard.add("lost");
    }
  }
}
