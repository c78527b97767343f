/** Whose plan is made first: the facts, the rules and the ranking. */
package jp.michishirube.roster.priority;
