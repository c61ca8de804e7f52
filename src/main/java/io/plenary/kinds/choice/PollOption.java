package io.plenary.kinds.choice;

/**
 * One answer a poll offers.
 *
 * @param id stable within the poll, 1 to 8 of [a-z0-9]
 * @param exclusive cannot be chosen together with another option ("None of these")
 */
public record PollOption(String id, String text, boolean exclusive) {}
