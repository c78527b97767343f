/**
 * What starts an event besides a hand: a warning that rises proposes one to the officer on duty, or begins it where the municipality's own table says so
 * ({@code processes/disaster-start.dmn}). A proposal opens no name; it says how many people of which ring live where.
 */
@NamedInterface("start")
package jp.michishirube.safety.start;

import org.springframework.modulith.NamedInterface;
