package io.plenary.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAddressTest {
  @Test
  void readsEveryPart() {
    assertEquals(
        new StoreAddress("h", 6379, null, null, 0, false), StoreAddress.parse("redis://h"));
    assertEquals(
        new StoreAddress("h", 7000, "u", "p:@/+ ", 3, true),
        StoreAddress.parse("rediss://u:p%3A%40%2F+%20@h:7000/3"));
    assertEquals(
        new StoreAddress("h", 6379, null, "p", 0, false), StoreAddress.parse("redis://:p@h/"));
    assertEquals(
        new StoreAddress("h", 6379, null, "p", 0, false), StoreAddress.parse(" redis://p@h "));
    assertEquals("[::1]:6380", StoreAddress.parse("redis://[::1]:6380").place());
    assertEquals("::1", StoreAddress.parse("redis://[::1]:6380").host());
  }

  @Test
  void readsSentinels() {
    StoreAddress all =
        StoreAddress.parse(
            "rediss-sentinel://u:p%40@s1:26379,s2,[::1]:7/3"
                + "?master=my.store-1&sentinel-user=v&sentinel-password=hu%26sh");
    assertEquals(
        new StoreAddress(
            "s1",
            26_379,
            "u",
            "p@",
            3,
            true,
            new Sentinels(
                List.of(
                    new Sentinels.Place("s1", 26_379),
                    new Sentinels.Place("s2", 26_379),
                    new Sentinels.Place("::1", 7)),
                "my.store-1",
                "v",
                "hu&sh")),
        all);
    assertEquals(
        "the master my.store-1 of the Sentinels at s1:26379, s2:26379, [::1]:7", all.place());
    assertFalse(all.toString().contains("hu&sh") || all.toString().contains("p@"), all.toString());
    assertEquals(new StoreAddress("h", 7, "u", "p@", 3, true), all.at(new Sentinels.Place("h", 7)));
    StoreAddress plain = StoreAddress.parse("redis-sentinel://s1?master=m");
    assertEquals(new StoreAddress("s1", 26_379, null, null, 0, false), plain.sentinel(place("s1")));
  }

  @Test
  void readsAClustersServers() {
    StoreAddress all = StoreAddress.parse("rediss-cluster://u:p%40@c1:7000,c2,[::1]:7");
    assertEquals(
        new StoreAddress(
            "c1",
            7000,
            "u",
            "p@",
            0,
            true,
            null,
            new ClusterSeeds(
                List.of(
                    new Sentinels.Place("c1", 7000),
                    new Sentinels.Place("c2", 6379),
                    new Sentinels.Place("::1", 7)))),
        all);
    assertEquals("the Cluster at c1:7000, c2:6379, [::1]:7", all.place());
    assertFalse(all.toString().contains("p@"), all.toString());
    assertEquals(new StoreAddress("h", 7, "u", "p@", 0, true), all.at(new Sentinels.Place("h", 7)));
    assertEquals("c1", StoreAddress.parse("redis-cluster://c1/").host());
  }

  private static Sentinels.Place place(String host) {
    return new Sentinels.Place(host, 26_379);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:6379",
        "http://:hush@h",
        "redis://:hush@h:0",
        "redis://:hush@h:99999",
        "redis://:hush@h/x",
        "redis://:hu sh@h",
        "redis://:hush@",
        "redis-sentinel://:hush@h",
        "redis-sentinel://:hush%hu@h?master=m",
        "redis-sentinel://:hush@h?master=",
        "redis-sentinel://:hush@h?master=a b",
        "redis-sentinel://:hush@h,?master=m",
        "redis-sentinel://:hush@h:0?master=m",
        "redis-sentinel://:hush@h/x?master=m",
        "redis-sentinel://h?master=m&password=hush",
        "redis-sentinel://:hu sh@h h?master=m",
        "redis-cluster://",
        "redis-cluster://:hush@h/1",
        "redis-cluster://:hush@h,",
        "redis-cluster://:hush@h:0",
        "redis-cluster://:hush%hu@h",
        "redis-cluster://:hush@h?master=m"
      })
  void whatIsWrongIsSaidWithoutThePassword(String url) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> StoreAddress.parse(url));
    assertFalse(e.getMessage().contains("hush"), e.getMessage());
    assertFalse(StoreAddress.parse("redis://:hush@h").toString().contains("hush"));
  }
}
