package io.plenary.transport;

import io.plenary.qa.service.AskerKeys;
import io.plenary.qa.service.Asks;
import io.plenary.qa.service.OwnFeeds;
import io.plenary.qa.service.Upvotes;

/** The ways of people's questions and upvotes through one event loop. */
public record LoopQa(Asks asks, Upvotes upvotes, OwnFeeds own, AskerKeys keys) {}
