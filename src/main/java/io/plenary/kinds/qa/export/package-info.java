/** Questions from the room in files. Pure: values in, bytes out. */
package io.plenary.kinds.qa.export;
