/** What can be measured from outside: numbers without content, names, tokens or addresses. */
package io.plenary.metrics;
