/** Evacuation sites and shelters: their lists, imports and history. */
package jp.michishirube.evacuation.place;
