/** Hazard maps of the municipality, positions of homes, and which hazards stand where. */
package jp.michishirube.evacuation.hazard;
