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
         "results":[
          {"kind":"poll","id":"p1","room":"Main hall","question":"What helps?","state":"locked","round":1,
           "asked":{"question":"What helps?","options":[{"text":"Job share","id":"a"},\
        {"text":"Part-time","id":"b"}],"maxChoices":2,"abstain":"Prefer not to say",\
        "results":"hidden"},
           "base":{"of":"voters","count":3},"connected":6,"voted":3,"abstained":1,"notShown":0,"notVoted":2,\
        "rejected":1,
           "options":[{"id":"a","text":"Job share","count":3,"percent":100.0},{"id":"b","text":"Part-time","count":2,\
        "percent":66.7}],
           "abstainLabel":"Prefer not to say","complete":true,"note":null,"ballots":[null,["a"],["a","b"],["a","b"]],\
        "receipts":null,"recount":{"agrees":true}},
          {"kind":"poll","id":"p2","room":"Main hall","question":"Ready?","state":"open","round":2,
           "asked":{"question":"Ready?","options":[{"text":"Yes","id":"a"},\
        {"text":"No","id":"b"}],"maxChoices":1,"abstain":null,"results":"hidden"},
           "base":{"of":"voters","count":0},"connected":6,"voted":0,"abstained":0,"notShown":0,"notVoted":6,\
        "rejected":0,
           "options":[{"id":"a","text":"Yes","count":0,"percent":null},{"id":"b","text":"No","count":0,"percent":null}],
           "abstainLabel":null,"complete":false,"note":"Nobody has voted yet.","ballots":null,"receipts":null,\
        "recount":{"agrees":true}}],
         "digest":"DIGEST"}\
        """;
    byte[] written =
        ResultsJson.write(
            ExampleResults.event(ExampleResults.multiple(), ExampleResults.empty()),
            Instant.parse("2027-03-09T18:00:00.123Z"));
    JsonNode tree = new JsonMapper().readTree(written);
    assertEquals(
        new JsonMapper().readTree(expected.replace("DIGEST", tree.path("digest").asText())), tree);
  }
}
