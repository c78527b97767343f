/** Which office makes whose plan: the rule, the assignments and their progress. */
package jp.michishirube.roster.assign;
