/** Safety answers: what was said of somebody, by whom and as of when, and what it all means now. */
@NamedInterface("answer")
package jp.michishirube.safety.answer;

import org.springframework.modulith.NamedInterface;
