/**
 * The form as data, and answers read through it: what is asked, when it applies, what may be kept. No database, no page, no Spring: its
 * tests run in milliseconds.
 */
@org.springframework.modulith.NamedInterface("form")
package jp.michishirube.plan.form;
