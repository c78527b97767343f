package jp.michishirube.sharing.pool;

/** When somebody is usually near enough to help. */
public enum TimeOfDay {
    /** 平日の日中 */
    DAY,
    /** 夕方・夜 */
    EVENING,
    /** 深夜・早朝 */
    NIGHT,
    /** 土曜・日曜・祝日 */
    HOLIDAY
}
