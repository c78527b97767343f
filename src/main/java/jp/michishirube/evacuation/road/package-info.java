/** The network of roads and the ways along it that avoid dangers. */
package jp.michishirube.evacuation.road;
