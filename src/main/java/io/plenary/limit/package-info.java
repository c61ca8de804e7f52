/** How often somebody may do something: one limiter of rates, one of failures, one table. */
package io.plenary.limit;
