package io.plenary.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResultsJsonTest {
  @Test
  void isWhatHttpMdSays() throws IOException {
    String expected =
        """
        {"format":"plenary-results","version":1,"exportedAt":"2027-03-09T18:00:00Z",
         "event":{"id":"k3v9ab2m","name":"Spring conference","startsOn":"2027-03-08","endsOn":"2027-03-09",\
        "timeZone":"Europe/London"},
         "polls":[
          {"id":"p1","room":"Main hall","question":"What helps?","kind":"multiple","maxChoices":2,"state":"locked",\
        "round":1,
           "base":{"of":"voters","count":3},"connected":6,"voted":3,"abstained":1,"notShown":0,"notVoted":2,\
        "rejected":1,
           "options":[{"id":"a","text":"Job share","count":3,"percent":100.0},{"id":"b","text":"Part-time","count":2,\
        "percent":66.7}],
           "abstainLabel":"Prefer not to say","complete":true,"note":null,"ballots":[[],["a"],["a","b"],["a","b"]],\
        "receipts":null,"recount":{"agrees":true}},
          {"id":"p2","room":"Main hall","question":"Ready?","kind":"single","maxChoices":1,"state":"open","round":2,
           "base":{"of":"voters","count":0},"connected":6,"voted":0,"abstained":0,"notShown":0,"notVoted":6,\
        "rejected":0,
           "options":[{"id":"a","text":"Yes","count":0,"percent":null},{"id":"b","text":"No","count":0,"percent":null}],
           "abstainLabel":null,"complete":false,"note":"Nobody has voted yet.","ballots":null,"receipts":null,\
        "recount":{"agrees":true}}],
         "digest":"DIGEST"}\
        """;
    byte[] written =
        ResultsJson.write(
            Results.event(Results.multiple(), Results.empty()),
            Instant.parse("2027-03-09T18:00:00.123Z"));
    JsonNode tree = new JsonMapper().readTree(written);
    assertEquals(
        new JsonMapper().readTree(expected.replace("DIGEST", tree.path("digest").asText())), tree);
  }
}
