package io.plenary.load.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcTest {
  /** This JVM has compiled something by now, and not for longer than it ran at all. */
  @Test
  void the_compilers_of_a_jvm_have_used_some_of_its_time() {
    long me = ProcessHandle.current().pid();
    double jit = Proc.jit(me);
    assertTrue(jit > 0, "jit " + jit);
    assertTrue(jit < Proc.cpu(me) + 0.02, jit + " of " + Proc.cpu(me));
  }

  @Test
  void what_is_no_jvm_has_none() throws IOException {
    Process sleeper = new ProcessBuilder("sleep", "20").start();
    try {
      assertEquals(0, Proc.jit(sleeper.pid()));
    } finally {
      sleeper.destroyForcibly();
    }
  }
}
