/** The plan being written: its saves, facts linked into it, answers known from before, and what is erased of it. */
package jp.michishirube.plan.draft;
