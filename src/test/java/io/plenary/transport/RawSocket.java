package io.plenary.transport;

import io.plenary.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that sends whatever bytes it is told to. Blocking. */
final class RawSocket implements AutoCloseable {
  static final int FIN = 0x80;
  static final int RSV1 = 0x40;
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int PING = 9;
  static final int PONG = 10;

  /** Says that the connection ended without a close frame. */
  static final int CUT = 1006;

  private final Socket socket;
  private final DataInputStream in;
  final String answer;

  /**
   * @param headers lines without line breaks, besides those that every handshake needs
   */
  RawSocket(URI base, String... headers) {
    this(base, request("GET /ws HTTP/1.1", base, headers));
  }

  /**
   * @param parts what is sent, handshake or not, each by itself
   */
  RawSocket(URI base, byte[]... parts) {
    try {
      socket = new Socket(base.getHost(), base.getPort());
      socket.setSoTimeout((int) Waiting.LIMIT.toMillis());
      in = new DataInputStream(socket.getInputStream());
      socket.setTcpNoDelay(true);
      for (byte[] part : parts) send(part);
      answer = head();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A handshake with another first line, and with further headers. */
  static byte[] request(String line, URI base, String... headers) {
    StringBuilder request =
        new StringBuilder(line)
            .append("\r\nHost: ")
            .append(base.getAuthority())
            .append("\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n")
            .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
    for (String header : headers) request.append(header).append("\r\n");
    return request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** The head of the next answer, up to its empty line. */
  String head() {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
        head.write(in.readByte());
      }
    } catch (IOException e) {
      throw new AssertionError("no answer but " + head, e);
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  RawSocket send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // closed by the server, which reading will show
    }
    return this;
  }

  /** One frame, masked with zeros. */
  RawSocket frame(int firstByte, byte[] payload) {
    return send(header(firstByte, payload.length, true)).send(payload);
  }

  RawSocket text(String text) {
    return frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] header(int firstByte, long length, boolean masked) {
    ByteBuffer buffer = ByteBuffer.allocate(14).put((byte) firstByte);
    int mask = masked ? 0x80 : 0;
    if (length < 126) buffer.put((byte) (mask | (int) length));
    else if (length < 65_536) buffer.put((byte) (mask | 126)).putShort((short) length);
    else buffer.put((byte) (mask | 127)).putLong(length);
    if (masked) buffer.putInt(0);
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  /** The next message. */
  String read() {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0f;
        byte[] payload = payload();
        if (opcode != TEXT) {
          throw new AssertionError(
              "a frame of type " + opcode + (opcode == 8 ? " with " + code(payload) : ""));
        }
        String text = new String(payload, StandardCharsets.UTF_8);
        if (!text.startsWith("{\"type\":\"presence\"")) return text; // those come when they like
      }
    } catch (IOException e) {
      throw new AssertionError("closed", e);
    }
  }

  /** What the next frame holds, whatever it is of; its type is the first byte. */
  byte[] next() {
    try {
      int opcode = in.readUnsignedByte() & 0x0f;
      byte[] payload = payload();
      return ByteBuffer.allocate(1 + payload.length).put((byte) opcode).put(payload).array();
    } catch (IOException e) {
      throw new AssertionError("closed", e);
    }
  }

  /** Reads to the end. @return code of the close frame, or {@link #CUT} */
  int closedWith() {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0f;
        byte[] payload = payload();
        if (opcode == 8) return code(payload);
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("still open", e);
    } catch (IOException e) {
      return CUT;
    }
  }

  private static int code(byte[] payload) {
    return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
  }

  private byte[] payload() throws IOException {
    int length = in.readUnsignedByte() & 0x7f;
    long whole = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
    return in.readNBytes((int) whole);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
