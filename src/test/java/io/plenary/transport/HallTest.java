package io.plenary.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plenary.activity.service.SharedPlaces.Wish;
import org.junit.jupiter.api.Test;

class HallTest {
  @Test
  void whatIsNotLikedIsNotGivenAway() {
    Hall hall = new Hall(0, 80);
    assertEquals(new Wish(0, 0, 0), hall.wish(), "nobody is there");
    assertFalse(hall.take());
    hall.waiting.incrementAndGet();
    assertTrue(hall.lacks());
    assertEquals(new Wish(0, 1, 11), hall.wish());
    assertFalse(hall.take(), "not before it is granted");
    hall.granted(11, 16);
    assertFalse(hall.lacks());
    hall.waiting.decrementAndGet();
    assertTrue(hall.take());
    assertTrue(hall.take());
    assertEquals(new Wish(2, 2, 4), hall.wish(), "fewer to spare");
    assertTrue(hall.take());
    assertTrue(hall.take());
    assertFalse(hall.take(), "the others are given back");
    hall.granted(4, 0);
    hall.leave();
    assertEquals(new Wish(3, 3, 3), hall.wish());
    assertFalse(hall.take());
    hall.granted(3, 1);
    assertEquals(3, hall.pages());
  }

  @Test
  void aCrowdHasSomeToSpareButNotAll() {
    Hall hall = new Hall(0, 20_000);
    hall.waiting.addAndGet(5);
    assertEquals(new Wish(0, 5, 261), hall.wish());
  }
}
