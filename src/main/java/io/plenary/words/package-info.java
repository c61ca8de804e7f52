/** Words that rules, services and the wire share, each said once. */
package io.plenary.words;
