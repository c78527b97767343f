/** Plans as handed in: their versions, how two differ, where an answer comes from, and what an erasure leaves of them. */
package jp.michishirube.plan.versions;
