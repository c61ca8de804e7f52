/** Number polls in files. Pure: values in, bytes out. */
package io.plenary.kinds.number.export;
