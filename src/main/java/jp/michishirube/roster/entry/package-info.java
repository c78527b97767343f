/** The people on the roster and the intakes that bring them. */
package jp.michishirube.roster.entry;
