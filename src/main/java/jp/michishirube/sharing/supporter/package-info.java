/** Supporters (避難支援等実施者) and the page that each has without an account. */
@NamedInterface("supporter")
package jp.michishirube.sharing.supporter;

import org.springframework.modulith.NamedInterface;
