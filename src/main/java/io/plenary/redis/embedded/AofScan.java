package io.plenary.redis.embedded;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads an append-only file of Redis from its beginning, command by command, and finds where it
 * stops being whole. Knows nothing of what the commands mean but that what stands between MULTI and
 * EXEC counts together. Streams: memory is a buffer, time that of reading the file once.
 */
final class AofScan {
  /** What stands after the last whole command. */
  enum Tail {
    /** Nothing. */
    NONE,
    /** The beginning of a command, or of several that count together: it was being written. */
    HALF_A_COMMAND,
    /**
     * Zeros, maybe after the beginning of a command: the file was made longer, and what belongs
     * there was never written.
     */
    ZEROS,
    /** Something else, which no interrupted write leaves. */
    DAMAGE
  }

  /**
   * @param whole bytes from the beginning up to which everything is whole
   * @param size of the file
   */
  record Found(Tail tail, long whole, long size) {
    long after() {
      return size - whole;
    }
  }

  private static final int BUFFER = 1 << 16;
  private static final int MOST_DIGITS = 12;

  private final InputStream in;
  private long at;

  /** Of the last command read: its first word, as far as it may be MULTI or EXEC; else empty. */
  private String word = "";

  private AofScan(InputStream in) {
    this.in = in;
  }

  static Found scan(Path file) throws IOException {
    long size = Files.size(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return new AofScan(in).scan(file, size);
    }
  }

  private Found scan(Path file, long size) throws IOException {
    long whole = 0;
    boolean together = false;
    Tail tail = Tail.NONE;
    try {
      while (at < size) {
        if (!command()) {
          // One byte back: the one that did not fit may be the first zero.
          tail = zerosOnly(file, at - 1) ? Tail.ZEROS : Tail.DAMAGE;
          break;
        }
        if (word.equals("MULTI")) together = true;
        else if (word.equals("EXEC")) together = false;
        if (!together) whole = at;
      }
      if (tail == Tail.NONE && together) tail = Tail.HALF_A_COMMAND;
    } catch (EOFException end) {
      tail = Tail.HALF_A_COMMAND;
    }
    if (tail == Tail.HALF_A_COMMAND && size > whole && lastByteIsZero(file, size)) {
      tail = Tail.ZEROS;
    }
    return new Found(tail, whole, size);
  }

  /** False when something else stands there. */
  private boolean command() throws IOException {
    word = "";
    int first = read();
    if (first == '#') return toTheEndOfTheLine();
    if (first != '*') return false;
    long parts = number();
    if (parts < 1) return false;
    for (long i = 0; i < parts; i++) {
      if (read() != '$') return false;
      long length = number();
      if (length < 0 || !content(length, i == 0)) return false;
    }
    return true;
  }

  private boolean content(long length, boolean first) throws IOException {
    if (first && length <= 5) {
      word =
          new String(exactly((int) length), java.nio.charset.StandardCharsets.ISO_8859_1)
              .toUpperCase(java.util.Locale.ROOT);
    } else {
      skip(length);
    }
    return read() == '\r' && read() == '\n';
  }

  private boolean toTheEndOfTheLine() throws IOException {
    int c;
    while ((c = read()) != '\n') {
      if (c == 0) return false;
    }
    return true;
  }

  /** Digits and the end of the line; -1 when it is anything else. */
  private long number() throws IOException {
    long n = 0;
    for (int digits = 0; digits <= MOST_DIGITS; digits++) {
      int c = read();
      if (c == '\r' && digits > 0) return read() == '\n' ? n : -1;
      if (c < '0' || c > '9') return -1;
      n = n * 10 + c - '0';
    }
    return -1;
  }

  private int read() throws IOException {
    int c = in.read();
    if (c < 0) throw new EOFException();
    at++;
    return c;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    at += bytes.length;
    if (bytes.length < length) throw new EOFException();
    return bytes;
  }

  private void skip(long length) throws IOException {
    long left = length;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped <= 0) {
        read();
        skipped = 1;
      } else {
        at += skipped;
      }
      left -= skipped;
    }
  }

  private static boolean zerosOnly(Path file, long from) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      in.skipNBytes(from);
      byte[] some = new byte[BUFFER];
      for (int n = in.read(some); n > 0; n = in.read(some)) {
        for (int i = 0; i < n; i++) {
          if (some[i] != 0) return false;
        }
      }
      return true;
    }
  }

  private static boolean lastByteIsZero(Path file, long size) throws IOException {
    return zerosOnly(file, size - 1);
  }
}
