package io.plenary.kinds.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one person answered.
 *
 * @param value in its shortest form; null of who abstains
 */
record Guess(@Nullable BigDecimal value) {}
