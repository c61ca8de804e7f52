package io.plenary.transport;

import io.plenary.activity.service.SharedPlaces.Wish;
import io.plenary.transport.AttendeeConnections.Person;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The pages of one event at this node, the places that it has for them, and who has more than one
 * page. Usable from any thread.
 */
final class Hall {
  /** What a node that has pages likes to have to spare, so that a crowd does not wait for each. */
  private static final int SPARE = 256;

  /** Near the end nobody keeps places that others could use. */
  private static final int SPARE_OF_FREE = 8;

  private static final long PAGES = 0xFFFF_FFFFL;

  /** Who has something to do with it just now: it must not be let go. */
  final AtomicInteger users = new AtomicInteger();

  /** Pages that wait until there are more places. */
  final AtomicInteger waiting = new AtomicInteger();

  final Set<Person> several = ConcurrentHashMap.newKeySet();

  /** Places in the upper 32 bits, pages that have one in the lower. */
  private final AtomicLong places;

  private volatile int free;

  /**
   * @param places at the beginning
   * @param free places that can be had beside
   */
  Hall(int places, int free) {
    this.places = new AtomicLong(both(places, 0));
    this.free = free;
  }

  private static long both(int places, int pages) {
    return (long) places << Integer.SIZE | pages;
  }

  private static int places(long both) {
    return (int) (both >>> Integer.SIZE);
  }

  private static int pages(long both) {
    return (int) (both & PAGES);
  }

  int pages() {
    return pages(places.get());
  }

  /** Whether nobody is there, or comes. */
  boolean idle() {
    return users.get() == 0 && waiting.get() == 0 && pages() == 0;
  }

  /** A place for one more page, if there is one. */
  boolean take() {
    while (true) {
      long was = places.get();
      if (pages(was) >= places(was)) return false;
      if (places.compareAndSet(was, was + 1)) return true;
    }
  }

  /** A page is gone. */
  void leave() {
    places.decrementAndGet();
  }

  /** From now on no more places are given away than are liked. */
  Wish wish() {
    while (true) {
      long was = places.get();
      int pages = pages(was);
      int needed = pages + waiting.get();
      int liked = needed == 0 ? 0 : needed + Math.min(SPARE, free / SPARE_OF_FREE);
      if (places.compareAndSet(was, both(Math.min(places(was), liked), pages))) {
        return new Wish(pages, needed, liked);
      }
    }
  }

  void granted(int now, int left) {
    free = left;
    places.updateAndGet(was -> both(now, pages(was)));
  }

  /** Whether there are places that no node has, as far as is known. */
  boolean left() {
    return free > 0;
  }

  /** Whether more pages wait than there are places. */
  boolean lacks() {
    long now = places.get();
    return pages(now) + waiting.get() > places(now);
  }
}
