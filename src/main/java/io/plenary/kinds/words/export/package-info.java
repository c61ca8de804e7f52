/** Word clouds in files. Pure: values in, bytes out. */
package io.plenary.kinds.words.export;
