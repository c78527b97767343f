/** Printed maps: drawing, labels, legend. */
package jp.michishirube.evacuation.map;
