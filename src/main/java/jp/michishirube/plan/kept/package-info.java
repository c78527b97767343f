/** The forms of this municipality as kept: the one in force and every one that plans were made with; texts and policies of the plan. */
package jp.michishirube.plan.kept;
