package io.plenary.redis.store;

/** The same where nearly nothing is small enough to be read by one call. */
class OpenEndedInPagesTest extends OpenEndedBallotsTest {
  private static final int MOST = 3;

  @Override
  RedisBallotStore store() {
    return new RedisBallotStore(link, MOST);
  }

  @Override
  RedisAnonymiserStore anonymiser() {
    return new RedisAnonymiserStore(link, MOST);
  }
}
