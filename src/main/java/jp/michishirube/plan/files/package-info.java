/** Pictures attached to a plan: kept clean and given back. */
package jp.michishirube.plan.files;
