package io.plenary.kinds.ranking;

/**
 * What can be given a place.
 *
 * @param id stable within the ranking, 1 to 8 of [a-z0-9]
 */
public record RankingOption(String id, String text) {}
