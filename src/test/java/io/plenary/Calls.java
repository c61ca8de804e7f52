package io.plenary;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;

/** Kinds of calls that some or all of the code must not make. */
final class Calls {
  private static final Set<String> SYSTEM_ALLOWED_IN_RULES =
      Set.of("arraycopy", "lineSeparator", "identityHashCode");

  static final DescribedPredicate<JavaAccess<?>> CLOCK_OR_CHANCE =
      calls(
          "ask the clock, the machine or chance",
          (owner, name) ->
              (owner.getPackageName().equals("java.time")
                      && (name.equals("now")
                          || name.startsWith("system")
                          || name.startsWith("tick")))
                  || (owner.isEquivalentTo(System.class) && !SYSTEM_ALLOWED_IN_RULES.contains(name))
                  || owner.isAssignableTo(Random.class)
                  || owner.getPackageName().equals("java.util.random")
                  || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                  || name.equals("randomUUID")
                  || name.equals("shuffle")
                  || name.equals("getDefault")
                  || owner.isAssignableTo(Thread.class)
                  || owner.isAssignableTo(Runtime.class));

  static final DescribedPredicate<JavaAccess<?>> TIME_OF_DAY =
      calls(
          "ask the time of day",
          (owner, name) ->
              (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                  || owner.isAssignableTo(java.time.InstantSource.class)
                  || (owner.isEquivalentTo(java.time.Instant.class) && name.equals("now")));

  static final DescribedPredicate<JavaAccess<?>> BLOCKING =
      calls(
          "block the thread",
          (owner, name) ->
              (owner.isAssignableTo(Thread.class)
                      && Set.of("sleep", "join", "onSpinWait").contains(name))
                  || (owner.isAssignableTo(Future.class) && Set.of("get", "join").contains(name))
                  || (owner.isAssignableTo(io.vertx.core.Future.class)
                      && Set.of("await").contains(name))
                  || (owner.isEquivalentTo(Object.class) && name.equals("wait"))
                  || (owner.isAssignableTo(CountDownLatch.class) && name.equals("await"))
                  || (owner.isAssignableTo(Semaphore.class) && name.startsWith("acquire"))
                  || (owner.isAssignableTo(Lock.class) && name.equals("lock"))
                  || (owner.isEquivalentTo(TimeUnit.class)
                      && Set.of("sleep", "timedJoin", "timedWait").contains(name))
                  || (owner.isEquivalentTo(LockSupport.class) && name.startsWith("park"))
                  || (owner.isAssignableTo(Process.class) && name.equals("waitFor"))
                  || (owner.isAssignableTo(BlockingQueue.class)
                      && Set.of("take", "put").contains(name)));

  static final DescribedPredicate<JavaAccess<?>> ENVIRONMENT =
      calls(
          "read the environment",
          (owner, name) -> owner.isEquivalentTo(System.class) && name.equals("getenv"));

  private Calls() {}

  private static DescribedPredicate<JavaAccess<?>> calls(
      String what, BiPredicate<JavaClass, String> test) {
    return DescribedPredicate.describe(
        what, access -> test.test(access.getTargetOwner(), access.getTarget().getName()));
  }
}
