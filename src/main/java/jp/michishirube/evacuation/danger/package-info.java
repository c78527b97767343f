/** Danger spots and all dangers around a place: what a way has to avoid. */
package jp.michishirube.evacuation.danger;
