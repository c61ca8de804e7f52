package io.plenary.load.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The least of a Redis client: one command, one answer. Blocking. */
public final class Resp implements AutoCloseable {
  private final Socket socket = new Socket();
  private final InputStream in;

  /**
   * @param password null for none
   */
  public Resp(int port, String password) throws IOException {
    socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream());
    if (password != null) ask("AUTH", password);
  }

  /** The answer as text; elements of an array stand on lines of their own. */
  public String ask(String... words) throws IOException {
    send(words);
    return answer();
  }

  /** A string that is no text; empty when there is none. */
  public byte[] bytes(String... words) throws IOException {
    send(words);
    String line = line();
    if (line.charAt(0) != '$') throw new IOException("no string but " + line);
    return bytes(Integer.parseInt(line.substring(1)));
  }

  private void send(String... words) throws IOException {
    StringBuilder out = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      out.append('$')
          .append(word.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n")
          .append(word)
          .append("\r\n");
    }
    socket.getOutputStream().write(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Calls of every command but INFO so far. */
  public long calls() throws IOException {
    long calls = 0;
    for (String line : ask("INFO", "commandstats").split("\r\n")) {
      if (line.startsWith("cmdstat_info")) continue;
      int at = line.indexOf("calls=");
      if (at > 0) calls += Long.parseLong(line.substring(at + 6, line.indexOf(',', at)));
    }
    return calls;
  }

  /** Calls of one command so far, in scripts and beside them. */
  public long calls(String command) throws IOException {
    for (String line : ask("INFO", "commandstats").split("\r\n")) {
      String begin = "cmdstat_" + command + ":calls=";
      if (line.startsWith(begin)) {
        return Long.parseLong(line.substring(begin.length(), line.indexOf(',')));
      }
    }
    return 0;
  }

  private String answer() throws IOException {
    String line = line();
    String rest = line.substring(1);
    switch (line.charAt(0)) {
      case '-':
        throw new IOException(rest);
      case '$':
        return new String(bytes(Integer.parseInt(rest)), StandardCharsets.UTF_8);
      case '*':
        {
          StringBuilder all = new StringBuilder();
          for (int i = Integer.parseInt(rest); i > 0; i--) all.append(answer()).append('\n');
          return all.toString();
        }
      default:
        return rest;
    }
  }

  private byte[] bytes(int length) throws IOException {
    if (length < 0) return new byte[0];
    byte[] bytes = in.readNBytes(length);
    in.readNBytes(2);
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new IOException("Redis hung up");
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
