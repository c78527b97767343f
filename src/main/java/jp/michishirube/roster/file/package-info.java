/** Tables as cities export them: encodings, separators, Excel, dates, kana and the search key. Pure: knows no database and no page. */
@NamedInterface("file")
package jp.michishirube.roster.file;

import org.springframework.modulith.NamedInterface;
