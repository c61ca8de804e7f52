package io.plenary.kinds.qa.transport;

import io.plenary.kinds.qa.service.AskerKeys;
import io.plenary.kinds.qa.service.OwnFeeds;
import io.plenary.kinds.qa.service.QuestionBatches;
import io.plenary.kinds.qa.service.QuestionSubmission;
import io.plenary.kinds.qa.service.Upvotes;

/** The ways of people's questions and upvotes through one event loop. */
public record LoopQa(
    QuestionSubmission asks,
    Upvotes upvotes,
    OwnFeeds own,
    AskerKeys keys,
    QuestionBatches batches) {}
