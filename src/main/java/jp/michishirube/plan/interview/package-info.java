/** The pages and acts of the office that writes a plan: the interview, its result, and handing the plan in. */
package jp.michishirube.plan.interview;
