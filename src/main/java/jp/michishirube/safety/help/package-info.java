/** Supporters on the day: told that somebody whom they help is asked after, "I go" as a claim that lapses, and what they found. */
@NamedInterface("help")
package jp.michishirube.safety.help;

import org.springframework.modulith.NamedInterface;
