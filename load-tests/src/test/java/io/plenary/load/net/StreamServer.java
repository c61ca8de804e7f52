package io.plenary.load.net;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.ToIntFunction;

/**
 * A server of the test: opens every stream it is asked for, and answers what is sent to it as the
 * test says.
 */
final class StreamServer implements AutoCloseable {
  /** The connection is torn without an answer. */
  static final int TEAR = -1;

  /** Nothing is answered. */
  static final int SILENCE = 0;

  /** Requests as "number body", hello as "hello body". */
  final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

  final List<Socket> streams = new CopyOnWriteArrayList<>();
  private final List<Socket> all = new CopyOnWriteArrayList<>();
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ToIntFunction<String> answers;

  /**
   * @param answers status for a request as it stands in {@link #asked}
   */
  StreamServer(ToIntFunction<String> answers) throws IOException {
    this.answers = answers;
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  int connections() {
    return all.size();
  }

  private static void start(Runnable what) {
    Thread thread = new Thread(what, "stream-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = door.accept();
        all.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.readUnsignedByte());
        byte[] body = new byte[Integer.parseInt(header(head, "Content-Length"))];
        in.readFully(body);
        String text = new String(body, StandardCharsets.UTF_8);
        boolean opens = head.indexOf("POST /api/v1/stream HTTP/1.1") == 0;
        String request =
            (opens ? "hello" : header(head, "plenary-seq") + header(head, "plenary-stream"))
                + " "
                + text;
        int status = answers.applyAsInt(request);
        asked.add(request);
        if (status == TEAR) return;
        if (opens && status == 200) streams.add(socket);
        if (status != SILENCE) {
          write(
              socket,
              opens && status == 200
                  ? "HTTP/1.1 200 OK\r\n"
                      + "transfer-encoding: chunked\r\n\r\n"
                      + "1b\r\n"
                      + "event: open\n"
                      + "data: =secret\n\n\r\n"
                  : "HTTP/1.1 " + status + " X\r\ncontent-length: 0\r\n\r\n");
        }
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private static String header(StringBuilder head, String name) {
    int at = head.indexOf(name + ": ") + name.length() + 2;
    return head.substring(at, head.indexOf("\r", at));
  }

  /** One event in one chunk. */
  void say(String data) throws IOException {
    String event = "data: " + data + "\n\n";
    write(streams.get(0), Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : all) socket.close();
  }
}
