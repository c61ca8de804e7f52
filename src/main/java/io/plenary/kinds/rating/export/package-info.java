/** Ratings in files. Pure: values in, bytes out. */
package io.plenary.kinds.rating.export;
