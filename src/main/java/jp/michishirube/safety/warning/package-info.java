/**
 * Warnings of the weather office: telegrams taken from its feed or from systems, kept as they came, and what is in force by them. Starts nothing: who wants
 * to hear of a warning that rises is a {@link jp.michishirube.safety.warning.HearWarnings}.
 */
@NamedInterface("warning")
package jp.michishirube.safety.warning;

import org.springframework.modulith.NamedInterface;
