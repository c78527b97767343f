/** One list on its way into the roster: received, mapped, checked, confirmed, applied; and its pages. */
package jp.michishirube.roster.intake;
