/** Workbooks that open and print tidily. Knows spreadsheets, and nothing of what stands in them. */
package io.plenary.export.workbook;
