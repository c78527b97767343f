/** Workbooks in the format of ISO/IEC 29500 ({@code .xlsx}), as spreadsheet programs and report writers really make them. */
package jp.michishirube.roster.file.excel;
