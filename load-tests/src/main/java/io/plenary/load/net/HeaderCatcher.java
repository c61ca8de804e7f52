package io.plenary.load.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands behind a proxy and keeps the headers of what arrives. */
public final class HeaderCatcher implements AutoCloseable {
  private final ServerSocket server;
  private final BlockingQueue<List<String>> arrived = new LinkedBlockingQueue<>();

  public HeaderCatcher(int port) throws IOException {
    server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "header-catcher");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        List<String> lines = new ArrayList<>();
        String first = Raw.line(socket.getInputStream());
        for (String line = Raw.line(socket.getInputStream());
            !line.isEmpty();
            line = Raw.line(socket.getInputStream())) {
          lines.add(line);
        }
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        // Else the proxy looks whether we are there.
        if (first.startsWith("POST")) arrived.add(lines);
      } catch (IOException closed) {
        // the next one, or the end
      }
    }
  }

  /** The header lines of the next request. */
  public List<String> next() throws IOException, InterruptedException {
    List<String> lines = arrived.poll(10, TimeUnit.SECONDS);
    if (lines == null) throw new IOException("nothing came through the proxy");
    return lines;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
