/** How people are reached on the day: by which ways, where, in which language; and the resident's own page for choosing it. */
@NamedInterface("reach")
package jp.michishirube.safety.reach;

import org.springframework.modulith.NamedInterface;
