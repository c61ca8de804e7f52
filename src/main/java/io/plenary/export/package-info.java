/**
 * What organisers take home and bring back: results as CSV and JSON, events as files. Pure: values
 * in, bytes out.
 */
package io.plenary.export;
