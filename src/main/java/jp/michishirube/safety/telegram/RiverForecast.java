package jp.michishirube.safety.telegram;

import java.util.List;
import java.util.Set;

/**
 * 指定河川洪水予報 (VXKO50–89): what a telegram says of one river. Floods are told per river, not per municipality.
 *
 * @param river       予報区域, twelve digits
 * @param name        of the river; empty in a withdrawal, which repeats nothing
 * @param level       of the river as a whole; {@link #LIFTED}, or 2 to 5; null in a withdrawal
 * @param usual       whether the code of that level stands in an official sample; else its first digit alone said the level
 * @param prefectures two digits each, from the 府県予報区 of the head
 * @param listsCities whether it says which cities the water may reach, all of them readable; the first word of a flood often does not
 * @param reaches     where the water may come to
 */
public record RiverForecast(TelegramHead head, String river, String name, Integer level, boolean usual, Set<String> prefectures, boolean listsCities,
                            List<Reach> reaches) {

    /** Nothing is in force any more (code 10). */
    public static final int LIFTED = 0;

    public RiverForecast {
        prefectures = Set.copyOf(prefectures);
        reaches = List.copyOf(reaches);
    }

    /**
     * Part of a city that one station speaks for (浸水想定地区).
     *
     * @param city      seven digits
     * @param level     that the station's own words begin with (【警戒レベル３相当】); where they cannot be read, the river's
     * @param districts in the words of the river's office; none for the whole city
     */
    public record Reach(String city, int level, List<String> districts) {

        public Reach {
            districts = List.copyOf(districts);
        }
    }
}
