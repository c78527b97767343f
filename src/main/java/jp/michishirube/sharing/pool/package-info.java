/**
 * People and organisations willing to help somebody flee, known before any resident is named to them (避難支援の協力者), and who of them
 * comes near for one home.
 */
package jp.michishirube.sharing.pool;
