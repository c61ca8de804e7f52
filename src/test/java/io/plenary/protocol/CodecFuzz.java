package io.plenary.protocol;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One minute of Jazzer on the codec, part of the test command. */
class CodecFuzz {
  @MethodSource("io.plenary.protocol.CodecTarget#seeds")
  @FuzzTest(maxDuration = "45s")
  void bringsNothingButBadMessage(byte[] bytes) {
    CodecTarget.tryOn(bytes);
  }
}
