package io.plenary.protocol;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Half an hour of Jazzer on the codec: {@code mvn test -Dfuzz.test=CodecLongFuzz}. */
class CodecLongFuzz {
  @MethodSource("io.plenary.protocol.CodecTarget#seeds")
  @FuzzTest(maxDuration = "30m")
  void bringsNothingButBadMessage(byte[] bytes) {
    CodecTarget.tryOn(bytes);
  }
}
