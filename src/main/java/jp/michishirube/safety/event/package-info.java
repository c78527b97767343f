/**
 * Disaster events: begun, widened, corrected and ended by people of the city; who is asked, by which way, and how often. An event opens no
 * name: what may be shown of anybody is asked of consent, and a declared disaster is an act of its own (災害対策基本法49条の11, 49条の15).
 */
@NamedInterface("event")
package jp.michishirube.safety.event;

import org.springframework.modulith.NamedInterface;
