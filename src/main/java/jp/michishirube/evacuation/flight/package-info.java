/** Whether somebody at home has to flee from what is coming, and where to. Said on the day, by what the maps, the plan and the city know. */
@NamedInterface("flight")
package jp.michishirube.evacuation.flight;

import org.springframework.modulith.NamedInterface;
